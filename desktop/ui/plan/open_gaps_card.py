"""What no course of the plan covers, why, and what would make one fit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.company import Company
from desktop.content.library import Library
from desktop.planning import OpenGap, Remedy
from desktop.report.advice_words import request_in_words
from desktop.report.remedy_words import RemedyWords, gaps_by_reason
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class OpenGapsCard(QFrame):
    """Each reason with the competences that stay open because of it, what would help, what to ask for.

    Signals: `tried` carries the `Remedy` to put into the limits.
    """

    tried = Signal(object)

    def __init__(self, gaps: tuple[OpenGap, ...], library: Library, company: Company, look: Look) -> None:
        super().__init__()
        self._library = library
        self._company = company
        self._wording = look.wording
        self._words = RemedyWords(library.catalogue, look.wording)
        self._places: dict[str, QVBoxLayout] = {}
        self._remedies: dict[Button, Remedy] = {}
        self.setProperty("kind", "card")
        self.setObjectName("open-gaps")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 14, 16)
        self._column.setSpacing(4)
        self._column.addWidget(label(look.wording("What stays open"), "heading"))
        for reason, alike in gaps_by_reason(gaps, look.wording).items():
            self._add(reason, alike)
        self.show_remedies(gaps)

    def show_remedies(self, gaps: tuple[OpenGap, ...]) -> None:
        """Tell what would make courses fit, once it is known; the gaps are those shown."""
        if self._remedies:
            return
        for reason, alike in gaps_by_reason(gaps, self._wording).items():
            for remedy, sentence in self._words.one_by_one(alike):
                if reason in self._places:
                    self._places[reason].addWidget(self._line(remedy, sentence))

    def _add(self, reason: str, alike: Sequence[OpenGap]) -> None:
        texts = self._library.catalogue.competence_text(self._wording.language)
        names = [
            self._wording(
                "{competence}, level {level}",
                competence=texts.competences[gap.competence].name,
                level=gap.level,
            )
            for gap in alike
        ]
        self._column.addSpacing(12)
        self._column.addWidget(label("; ".join(names), "strong"))
        self._column.addWidget(label(reason, "small", "muted"))
        self._places[reason] = QVBoxLayout()
        self._places[reason].setSpacing(4)
        self._column.addLayout(self._places[reason])
        if request := request_in_words(alike, self._library, self._company, self._wording):
            self._column.addWidget(label(request, "small"))

    def _line(self, remedy: Remedy, sentence: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(label(sentence, "small"), 1)
        button = Button(self._wording("Try it"), f"try-{len(self._remedies)}", "fold")
        button.setAccessibleName(self._wording("Try it: {sentence}", sentence=sentence))
        button.clicked.connect(self._on_clicked)
        self._remedies[button] = remedy
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            pressed.setEnabled(False)
            self.tried.emit(self._remedies[pressed])
