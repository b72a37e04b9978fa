"""The page where the answers of several people stand side by side, and the company agrees on its own."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.people.calm_card import CalmCard, Words
from desktop.ui.pieces import at_left, emptied, scrolled
from desktop.ui.voices.comparing import Comparing
from desktop.ui.voices.other_answer import OtherAnswer
from desktop.workspace import Agreement, Place

_WIDEST = 780
_SEVERAL = 2


class SideBySidePage(QWidget):
    """The comparison, or in its place one question that the company answers in its own way.

    Signals: `page_requested` carries the name of a page.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self.setObjectName("side-by-side-page")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        desk.save_place(replace(desk.open_case.place, page="side-by-side"))
        if len(desk.workspace.voices.heard(desk.open_case)) < _SEVERAL:
            self._show_too_few()
        else:
            self._show_comparison()

    def _show_inside(self, widget: QWidget) -> None:
        emptied(self._column)
        self._column.addWidget(widget)
        widget.show()

    def _show_too_few(self) -> None:
        say = self._wording
        sentence = say(
            "As soon as two people have answered something, their answers appear here side by side."
        )
        words = Words(say("Nothing to compare yet"), (sentence,), (("to-voices", say("Ask several people")),))
        card = CalmCard("people", self._look.tokens.accent, words)
        card.way_chosen.connect(self._on_people_wanted)
        area, inside = scrolled((40, 64, 40, 40), 0)
        inside.addLayout(at_left(card, _WIDEST))
        inside.addStretch(1)
        self._show_inside(area)
        QTimer.singleShot(0, card, card.first_focus().setFocus)

    def _show_comparison(self) -> None:
        shown = Comparing(self._desk, self._look)
        shown.other_wanted.connect(self._on_other_wanted)
        shown.people_wanted.connect(self._on_people_wanted)
        self._show_inside(shown)

    def _on_other_wanted(self, row: Agreement) -> None:
        self._desk.save_place(Place("side-by-side", row.questionnaire.id, row.question.id))
        shown = OtherAnswer(row, self._desk, self._look)
        shown.done.connect(self._show_comparison)
        self._show_inside(shown)
        QTimer.singleShot(0, shown, shown.first_focus().setFocus)

    def _on_people_wanted(self) -> None:
        self.page_requested.emit("voices")
