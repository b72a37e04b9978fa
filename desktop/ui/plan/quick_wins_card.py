"""The quick wins above the courses: a list to go through, each opening into its steps."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue import Catalogue
from desktop.planning.quick_wins import QuickWin
from desktop.report.advice_words import total_in_words
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import label, rule
from desktop.ui.plan.quick_win_row import QuickWinRow
from desktop.ui.plan.steps.step_book import StepBook, StepDesk

_FIRST = 3


class QuickWinsCard(QFrame):
    """What the company can do by itself: the three priorities, the others behind a press.

    Signals: `stated` carries a `StepChange`.
    """

    stated = Signal(object)

    def __init__(self, wins: tuple[QuickWin, ...], catalogue: Catalogue, look: Look, steps: StepDesk) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self._rows = {win.action.id: QuickWinRow(win, catalogue, look, steps) for win in wins}
        for row in self._rows.values():
            row.stated.connect(self.stated)
        self.setProperty("kind", "card")
        self.setObjectName("quick-wins")
        self.setAccessibleName(self._wording("Quick wins: this week"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 8)
        column.setSpacing(6)
        column.addWidget(self._head(wins))
        column.addWidget(
            label(
                self._wording("What you can do on your own, without a course and at little or no cost."),
                "small",
                "muted",
            )
        )
        rows = list(self._rows.values())
        _stack(column, rows[:_FIRST])
        if rows[_FIRST:]:
            self._add_others(column, rows[_FIRST:])

    def show_why(self, why: Mapping[str, tuple[str, ...]]) -> None:
        """Tell the answers behind each quick win, by the action's id."""
        for name, row in self._rows.items():
            row.show_answers(why.get(name, ()))

    def show_steps(self, book: StepBook) -> None:
        """Tell what became of each quick win."""
        for row in self._rows.values():
            row.show_steps(book)

    def _add_others(self, column: QVBoxLayout, rows: list[QuickWinRow]) -> None:
        others = QWidget()
        inside = QVBoxLayout(others)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(column.spacing())
        _stack(inside, rows)
        others.hide()
        words = self._wording.plural("{count} more thing to do", "{count} more things to do", len(rows))
        more = Disclosure(words, "more-quick-wins", self._look)
        more.toggled.connect(others.setVisible)
        column.addWidget(rule())
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(others)

    def _head(self, wins: tuple[QuickWin, ...]) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(self._wording("Quick wins: this week"), "heading"), 1)
        time = total_in_words((win.action for win in wins), self._wording)
        shown = label(self._wording("{time} in all", time=time), "small", "muted", wraps=False)
        line.addWidget(shown, 0, Qt.AlignmentFlag.AlignBaseline)
        return head


def _stack(column: QVBoxLayout, rows: Iterable[QuickWinRow]) -> None:
    for row in rows:
        column.addWidget(rule())
        column.addWidget(row)
