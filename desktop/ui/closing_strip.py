"""Lines above every page that tell what waits, and ask before the window closes."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.pieces import Button
from desktop.ui.warning_strip import WarningStrip


class ClosingStrip(WarningStrip):
    """Words and a button for another try; the window closes unless the strip `stays`."""

    def __init__(self, name: str, again: Button, window: QWidget) -> None:
        super().__init__(name, again)
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
