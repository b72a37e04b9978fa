"""What the lines above every page are made of that tell what waits, and ask before the window closes."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.pieces import Button, label


class ClosingStrip(QFrame):
    """Words and a button for another try; the window closes unless the strip `stays`."""

    def __init__(self, name: str, again: Button, window: QWidget) -> None:
        super().__init__()
        self.setObjectName(f"{name}-strip")
        self.setProperty("kind", "warning-strip")
        self._says = label("", "small", "warn")
        self._says.setObjectName(f"{name}-words")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(self._says, 1)
        row.addWidget(again)
        window.installEventFilter(self)

    def stays(self) -> bool:
        """Whether the user would rather not close the window; asked while it closes."""
        raise NotImplementedError

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.stays():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
