"""Watches whether anybody is there: no key and no movement of the mouse for a while."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

MINUTE = 60.0  # seconds
_LOOK = 1000  # milliseconds between two looks at the clock, at most
_SIGNS = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    )
)
_PRESSES = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin))


class IdleWatch(QObject):
    """Watches the windows of the application as the keyboard comes to them.

    The clock on the wall is asked, which goes on while the computer sleeps: it is locked when it wakes.

    Attributes: `is_by_key` while the keyboard, and no finger or mouse, was used last.
    Signals: `passed` once nobody was there for the time given.
    """

    passed = Signal()

    def __init__(self, window: QWindow | None, parent: QObject) -> None:
        super().__init__(parent)
        self.is_by_key = True
        self._seconds = 0.0
        self._last = time.time()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._on_looked)
        self.watch(window)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)

    def wait_for(self, minutes: float) -> None:
        """Begin anew, with so many minutes; 0 for never."""
        self._seconds = minutes * MINUTE
        self._last = time.time()
        if minutes:
            self._clock.start(max(1, min(_LOOK, round(self._seconds * 250))))
        else:
            self._clock.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._last = time.time()
        if event.type() in _PRESSES:
            self.is_by_key = event.type() == QEvent.Type.KeyPress
        return False

    def watch(self, window: QWindow | None) -> None:
        """Take what comes to a window as a sign of somebody."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _on_looked(self) -> None:
        now = time.time()
        self._last = min(self._last, now)  # somebody may have put the clock back
        if now - self._last >= self._seconds:
            self._clock.stop()
            self.passed.emit()
