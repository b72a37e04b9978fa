"""How far people are apart who answered elsewhere, as the result told that came in."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.workspace.told_spread import ToldSpread

_MOST = 60


class ToldSpreadCard(QFrame):
    """A line for each questionnaire that several answered, and for each competence."""

    def __init__(self, told: ToldSpread, look: Look) -> None:
        super().__init__()
        say = look.wording
        self.setProperty("kind", "card")
        self.setObjectName("told-spread-card")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 18)
        column.setSpacing(6)
        column.addWidget(label(say("Several people, as the company told"), "heading"))
        words = say("They answered elsewhere; this came along with the plan, without names.")
        column.addWidget(label(words, "small", "muted"))
        for name, spread in list(told.lines(say))[:_MOST]:
            column.addWidget(label(name, "strong"))
            column.addWidget(label(spread, "small"))
