"""One quick win: what, how long, who and why; the steps open at a press."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.steps import win_key
from desktop.planning.quick_wins import QuickWin
from desktop.report.advice_words import effort_in_words, source_in_words
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Tone, label
from desktop.ui.plan.steps.step_book import StepBook, StepDesk
from desktop.ui.plan.steps.step_line import StepLine
from desktop.ui.tick import TickMark


class QuickWinRow(QWidget):
    """A box, ticked once it is done, and beside it the quick win with what became of it.

    Signals: `stated` carries a `StepChange`.
    """

    stated = Signal(object)

    def __init__(self, win: QuickWin, catalogue: Catalogue, look: Look, steps: StepDesk) -> None:
        super().__init__()
        self._tick = TickMark(look)
        self._action = win.action
        self._look = look
        self._wording = look.wording
        self._text = catalogue.advice.action_text(win.action.id, look.wording.language)
        self._role = catalogue.competence_text(look.wording.language).roles.get(win.action.role, "")
        self._answers: tuple[str, ...] = ()
        self._steps: QWidget | None = None
        self._column = QVBoxLayout()
        self._line = StepLine(win_key(win.action.id), self._text.title, self._words(), steps, look)
        self._line.changed.connect(self.stated)
        self._build()
        self.show_steps(steps.book)

    def show_steps(self, book: StepBook) -> None:
        """Tell what became of it."""
        self._line.show_steps(book)
        self._tick.show_ticked(is_ticked=book.state(win_key(self._action.id)) == "done")

    def show_answers(self, answers: tuple[str, ...]) -> None:
        """The answers that ask for it; they are shown with the steps."""
        self._answers = answers
        if self._steps is not None:
            is_open = self._steps.isVisibleTo(self)
            self._column.removeWidget(self._steps)
            self._steps.hide()
            self._steps.deleteLater()
            self._steps = None
            if is_open:
                self._on_toggled(is_open=True)

    def _build(self) -> None:
        self.setObjectName(f"quick-win-{self._action.id}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(12)
        line.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._column, 1)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._line)
        self._column.addWidget(self._fold(), 0, Qt.AlignmentFlag.AlignLeft)

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(self._text.title, "strong"))
        column.addWidget(label(effort_in_words(self._action, self._role, self._wording), "small", "accent"))
        column.addWidget(label(self._text.why, "small", "muted"))
        return words

    def _fold(self) -> Disclosure:
        fold = Disclosure(self._wording("How to do it"), f"steps-{self._action.id}", self._look)
        fold.setAccessibleName(f"{self._wording('How to do it')}: {self._text.title}")
        fold.toggled.connect(self._on_toggled)
        return fold

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        if self._steps is None:
            self._steps = self._steps_panel()
            self._column.addWidget(self._steps)
        self._steps.setVisible(is_open)

    def _steps_panel(self) -> QWidget:
        say = self._wording
        panel = QWidget()
        panel.setObjectName(f"how-{self._action.id}")
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(4)
        lines: list[tuple[str, Tone]] = [
            (f"{number}.  {step}", "plain") for number, step in enumerate(self._text.steps, 1)
        ]
        lines.append((say("Done when: {proof}", proof=self._text.proof), "good"))
        lines += [(say("Because you answered: {answer}", answer=each), "muted") for each in self._answers]
        if self._action.source:
            lines.append((source_in_words(self._action.source, say), "muted"))
        for line, tone in lines:
            shown = label(line, "small", tone)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(shown)
        return panel
