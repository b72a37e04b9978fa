"""Garbage collected in the window's thread alone.

Python collects cycles in whatever thread happens to allocate. A cycle of an old page holds widgets, and
widgets destroyed in a worker thread crash the program (seen while NumPy was imported beside a page that had
gone).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_NAME = "collecting"
_PAUSE = 500  # milliseconds
_YOUNG, _ALL = 1, 2


class Collecting(QObject):
    """Takes over from Python's automatic collection as long as the application lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def _on_timeout(self) -> None:
        counts, limits = gc.get_count(), gc.get_threshold()
        if counts[_ALL] > limits[_ALL]:
            gc.collect(_ALL)
        elif counts[0] > limits[0]:
            gc.collect(_YOUNG)


def collect_nowhere() -> None:
    """Switch Python's automatic collection off; `collect_in_this_thread` is to follow."""
    gc.disable()


def collect_in_this_thread(application: QObject) -> None:
    """Begin, unless it was begun before."""
    gc.disable()
    if not is_collecting(application):
        Collecting(application)


def is_collecting(application: QObject) -> bool:
    """Whether `collect_in_this_thread` has begun."""
    return application.findChild(QObject, _NAME) is not None


def leave_alone_what_is_there() -> None:
    """Let later collections skip everything read and imported so far, so that none takes long."""
    gc.freeze()
