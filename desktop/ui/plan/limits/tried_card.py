"""A change of the limits that is being tried, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.report.typography import lowered
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class TriedCard(QFrame):
    """One line: what is tried, and a button that takes it back.

    Signals: `taken_back` when the limits should be as they were before.
    """

    taken_back = Signal()

    def __init__(self, sentence: str, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("tried")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 14, 8)
        row.setSpacing(14)
        words = look.wording("You are trying: {sentence}", sentence=lowered(sentence))
        row.addWidget(label(words, "small", "accent"), 1)
        back = Button(look.wording("Take back"), "tried-back", "fold")
        back.setAccessibleName(look.wording("Take back: {title}", title=sentence))
        back.clicked.connect(self._on_clicked)
        row.addWidget(back)
        self.setFocusProxy(back)

    def _on_clicked(self) -> None:
        self.taken_back.emit()
