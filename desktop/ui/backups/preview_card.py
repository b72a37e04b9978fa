"""What a copy says of itself, what would be lost, and the box to tick where it is of another workspace."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.tick import Tick
from desktop.workspace.backup_words import facts_words, warnings
from desktop.workspace.backups import Preview


class PreviewCard(QFrame):
    """Facts and warnings.

    Signals: `accepted` after the box was ticked or emptied; `is_accepted` then tells it.
    """

    accepted = Signal()

    def __init__(self, preview: Preview, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName("copy-facts")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        made, counted = facts_words(preview.facts, look.wording)
        column.addWidget(label(made, "heading"))
        column.addWidget(label(counted, "small", "muted"))
        for words in warnings(preview, look.wording):
            column.addWidget(label(words, "small", "warn"))
        says = look.wording("I want this other workspace here anyway")
        self._tick = Tick(says, "accept-another", look)
        self._tick.setChecked(not preview.is_another)
        column.addWidget(self._tick)
        if not preview.is_another:
            self._tick.hide()
        self._tick.toggled.connect(self.accepted)

    @property
    def is_accepted(self) -> bool:
        """Whether the copy may come in here."""
        return self._tick.isChecked()
