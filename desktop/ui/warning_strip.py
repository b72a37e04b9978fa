"""What the lines above every page are made of that tell what waits: words, and what can be done about it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.ui.pieces import Button, label


class WarningStrip(QFrame):
    """Words with buttons behind them."""

    def __init__(self, name: str, *buttons: Button) -> None:
        super().__init__()
        self.setObjectName(f"{name}-strip")
        self.setProperty("kind", "warning-strip")
        self._says = label("", "small", "warn")
        self._says.setObjectName(f"{name}-words")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(self._says, 1)
        for button in buttons:
            row.addWidget(button)
