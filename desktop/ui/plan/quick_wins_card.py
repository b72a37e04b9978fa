"""The quick wins above the courses: a list to go through, each opening into its steps."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.planning.quick_wins import QuickWin
from desktop.report.advice_words import total_in_words
from desktop.ui.look import Look
from desktop.ui.pieces import label, rule
from desktop.ui.plan.quick_win_row import QuickWinRow


class QuickWinsCard(QFrame):
    """What the company can do by itself, the three priorities first."""

    def __init__(self, wins: tuple[QuickWin, ...], catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._rows = {win.action.id: QuickWinRow(win, catalogue, look) for win in wins}
        self.setProperty("kind", "card")
        self.setObjectName("quick-wins")
        self.setAccessibleName(self._wording("Quick wins: this week"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 8)
        column.setSpacing(6)
        column.addWidget(self._head(wins))
        column.addWidget(
            label(
                self._wording("What you can do by yourselves, without a course and at little or no cost."),
                "small",
                "muted",
            )
        )
        for row in self._rows.values():
            column.addWidget(rule())
            column.addWidget(row)

    def show_why(self, why: Mapping[str, tuple[str, ...]]) -> None:
        """Tell the answers behind each quick win, by the action's id."""
        for name, row in self._rows.items():
            row.show_answers(why.get(name, ()))

    def _head(self, wins: tuple[QuickWin, ...]) -> QWidget:
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(self._wording("Quick wins: this week"), "heading"), 1)
        time = total_in_words((win.action for win in wins), self._wording)
        shown = label(self._wording("{time} in all", time=time), "small", "muted", wraps=False)
        line.addWidget(shown, 0, Qt.AlignmentFlag.AlignBaseline)
        return head
