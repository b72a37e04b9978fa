"""A button that is an answer: Space and the mouse press it, Enter goes on to the next question."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from desktop.ui.pieces import Button


class Toggle(Button):
    """Checked while it is the answer."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text, name, "quiet")
        self.setCheckable(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)
