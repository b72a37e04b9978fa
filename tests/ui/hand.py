"""A hand that uses the window as a person does."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.questions.segment_strip import SegmentStrip

Kind = TypeVar("Kind", bound=QWidget)


class Hand:
    """Uses the window as a person does, finding things by their object names."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self.window = window

    def find(self, name: str, kind: type[Kind] = QWidget) -> Kind | None:
        shown = [widget for widget in self.window.findChildren(kind, name) if widget.isVisible()]
        return shown[0] if shown else None

    def see(self, name: str, kind: type[Kind] = QWidget) -> Kind:
        """The visible widget of a name, waited for."""
        self._qtbot.waitUntil(lambda: self.find(name, kind) is not None, timeout=30_000)
        widget = self.find(name, kind)
        assert widget is not None
        return widget

    def click(self, name: str) -> None:
        widget = self.see(name)
        QApplication.processEvents()
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def click_segment(self, strip: str, segment: str) -> None:
        widget = self.see(strip, SegmentStrip)
        place: QPoint = widget.place_of(segment)
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def write(self, name: str, text: str) -> None:
        """Type into a field and leave it."""
        widget = self.see(name)
        QApplication.processEvents()
        widget.setFocus()
        self._qtbot.waitUntil(widget.hasFocus, timeout=30_000)
        self._qtbot.keyClicks(widget, text)
        self._qtbot.keyClick(widget, Qt.Key.Key_Tab)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=30_000)
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()

    def press_in(self, widget: QWidget, key: Qt.Key) -> None:
        """Press a key in a menu, which has the keyboard while it is open."""
        self._qtbot.keyClick(widget, key)
        QApplication.processEvents()

    def click_at(self, widget: QWidget, x: int) -> None:
        """A click that many pixels from the left of a widget."""
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(x, widget.height() // 2))
        QApplication.processEvents()

    def type_on(self, text: str) -> None:
        """Type where the keyboard is, wherever that leads."""
        for letter in text:
            self._qtbot.keyClicks(QApplication.focusWidget(), letter)
            QApplication.processEvents()

    def until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=30_000)

    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return "" if widget is None else widget.objectName()
