"""Enter presses what can be clicked, as the space bar does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton


def is_clicked_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether the key was Enter, and has clicked the button."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if is_enter:
        button.click()
    return is_enter
