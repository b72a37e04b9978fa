"""The window leaves a workspace: what was being written is saved, questions go, work ends."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.ui.background import Operation, end_background_work


def save_what_is_written(window: QWidget) -> None:
    """Let the field being written in hand over its text."""
    if (field := window.focusWidget()) is not None:
        field.clearFocus()


def is_asked_something() -> bool:
    """Whether a dialog waits for an answer; it is taken away, its page must have its turn before it goes."""
    asked = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if isinstance(asked, QDialog):
        asked.reject()
    elif asked is not None:
        asked.close()
    return asked is not None


def end_work(owner: QObject, milliseconds: int) -> None:
    """End what runs in the background for an owner, even what would go on after its page is gone."""
    for operation in owner.findChildren(Operation):
        operation.stop()
    end_background_work(owner, milliseconds)
