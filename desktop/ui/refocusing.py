"""The keyboard taken from the field it is in, and handed back to its like after a page was built anew."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


def end_writing() -> None:
    """Let the field that has the keyboard hand over its text."""
    if (field := QApplication.focusWidget()) is not None:
        field.clearFocus()


def focused_name() -> str:
    """The name of the widget that has the keyboard; empty where it has none."""
    focused = QApplication.focusWidget()
    return "" if focused is None else focused.objectName()


def refocus_later(inside: QWidget, name: str, owner: QObject) -> None:
    """Give the keyboard to the visible widget of a name, once everything stands; without a name, to none."""
    if name:
        QTimer.singleShot(0, owner, _Refocus(inside, name))


class _Refocus:
    def __init__(self, inside: QWidget, name: str) -> None:
        self._inside = inside
        self._name = name

    def __call__(self) -> None:
        found = [each for each in self._inside.findChildren(QWidget, self._name) if each.isVisible()]
        if found:
            found[0].setFocus(Qt.FocusReason.TabFocusReason)
