"""Work beside the window: a plain function in a worker thread, its result back in the window's thread."""

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance
from typing_extensions import override

from desktop.errors import SestanteError

_SWITCH = 0.0005  # seconds until a worker lets the window go on; Python's own 5 ms add up to stalls
_LOGGER = logging.getLogger(__name__)


class _Task(QRunnable):
    """A function to run; it owns nothing of Qt and is given the bound signal that brings the outcome home."""

    def __init__(
        self, work: Callable[[], object], report: Callable[[object, object], None], wish: "_Wish"
    ) -> None:
        super().__init__()
        self._work = work
        self._report = report
        self._wish = wish

    @override
    def run(self) -> None:
        if self._wish.is_withdrawn:
            return
        value: object = None
        error: Exception | None = None
        try:
            value = self._work()
        except Exception as caught:  # noqa: BLE001 - the edge of a thread: every failure is handed to the caller
            error = caught
        self._report(value, error)


class Operation(QObject):
    """One kind of work done in the background, owned by the page that wants it; the last start wins.

    Signals: `succeeded` carries the function's value, `failed` the exception. Neither comes for a start
    that was followed by a later one.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    _ended = Signal(int, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._is_running = False
        self._wish = _Wish()
        self._ended.connect(self._on_ended)

    @property
    def is_running(self) -> bool:
        """Whether the last start has not ended yet."""
        return self._is_running

    def start(self, work: Callable[[], object]) -> None:
        """Run a function that touches no widget; what ran before is forgotten."""
        sys.setswitchinterval(_SWITCH)
        self._number += 1
        self._is_running = True
        self._wish.withdraw()
        self._wish = _Wish()
        self.destroyed.connect(self._wish.withdraw)
        task = _Task(work, _Reporter(self._ended, self._number), self._wish)
        QThreadPool.globalInstance().start(task)

    def _on_ended(self, number: int, value: object, error: object) -> None:
        if number != self._number:
            return
        self._is_running = False
        if error is None:
            self.succeeded.emit(value)
            return
        if isinstance(error, Exception) and not isinstance(error, SestanteError):
            _LOGGER.warning("background work failed", exc_info=error)
        self.failed.emit(error)


class _Wish:
    """Whether somebody still wants a piece of work; what has not begun by then is left undone."""

    def __init__(self) -> None:
        self.is_withdrawn = False

    def withdraw(self) -> None:
        """Nobody waits for it any more."""
        self.is_withdrawn = True


class _Reporter:
    """Emits a signal with a start's number, unless its owner has gone in the meantime."""

    def __init__(self, ended: SignalInstance, number: int) -> None:
        self._ended = ended
        self._number = number

    def __call__(self, value: object, error: object) -> None:
        try:
            self._ended.emit(self._number, value, error)
        except RuntimeError:
            _LOGGER.debug("nobody waits for this result any more")


def wait_for_background_work(milliseconds: int) -> bool:
    """Let running work end before the program does; whether it has."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
