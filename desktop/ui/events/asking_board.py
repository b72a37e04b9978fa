"""A screen of the stand that asks one thing and offers two ways on, large."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.events.big import SIDE, big_button, big_words, board
from desktop.ui.look import Look


class AskingBoard(QWidget):
    """A question with its two answers; the first one is the likelier.

    Signals: `first_chosen`, `second_chosen`.
    """

    first_chosen = Signal()
    second_chosen = Signal()

    def __init__(self, name: str, look: Look, words: tuple[str, str], answers: tuple[str, str]) -> None:
        super().__init__()
        self.setObjectName(name)
        column = board(self, margins=(SIDE, 24))
        first = big_button(answers[0], f"{name}-first", look, "primary")
        second = big_button(answers[1], f"{name}-second", look)
        first.clicked.connect(self.first_chosen)
        second.clicked.connect(self.second_chosen)
        column.addStretch(2)
        column.addWidget(big_words(words[0], 34, look, is_strong=True))
        column.addWidget(big_words(words[1], 19, look, "muted"))
        column.addSpacing(16)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(first)
        row.addWidget(second)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self.setFocusProxy(first)
