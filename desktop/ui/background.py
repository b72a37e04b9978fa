"""Work beside the window: a plain function in a worker thread, its result back in the window's thread."""

import logging
import sys
from collections.abc import Callable
from functools import cache, partial
from time import monotonic
from typing import TypeAlias
from weakref import WeakMethod

from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal
from typing_extensions import override

from desktop.errors import SestanteError
from desktop.stopping import Stop, StoppedError, ended_by, refuse_if_stopped

_SWITCH = 0.0005  # seconds until a worker lets the window go on; Python's own 5 ms add up to stalls
_REST = 10  # times as long as it took
_LOGGER = logging.getLogger(__name__)
Tell: TypeAlias = Callable[[object], None]
"""Hands over, in a worker thread, what a piece of work has brought so far."""


class _Wish:
    """Somebody's wish for a piece of work; what has not begun when it is withdrawn is left undone.

    What has begun ends as soon as it can be ended; lasting work is done all the same. A wish is made,
    withdrawn and fulfilled in the window's thread.
    """

    def __init__(self, fulfil: Callable[[object, object], None], follow: Tell, *, is_lasting: bool) -> None:
        self._fulfil, self._follow = WeakMethod(fulfil), WeakMethod(follow)
        self._is_lasting = is_lasting
        self._is_withdrawn = False
        self.stop = Stop()

    def withdraw(self) -> None:
        """Nobody waits for it any more."""
        self._is_withdrawn = True
        if not self._is_lasting:
            self.stop.want()

    def fulfil(self, value: object, error: object) -> None:
        """Hand over what the work brought."""
        fulfil = self._fulfil()
        if fulfil is not None and not self._is_withdrawn:
            fulfil(value, error)

    def follow(self, value: object) -> None:
        """Hand over what the work has brought so far."""
        follow = self._follow()
        if follow is not None and not self._is_withdrawn:
            follow(value)


class _LastWish:
    """The wish that counts among those of an operation; withdrawn when the operation goes."""

    def __init__(self, wish: _Wish) -> None:
        self.wish = wish

    def withdraw(self) -> None:
        """Nobody waits for it any more."""
        self.wish.withdraw()


class _Mailbox(QObject):
    """Brings results into the window's thread, and outlives all pages.

    A worker that emitted a signal of a page while the page was being destroyed crashed the program.
    """

    arrived = Signal(object, object, object)
    told = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._on_arrived)
        self.told.connect(self._on_told)

    def _on_arrived(self, wish: object, value: object, error: object) -> None:
        if isinstance(wish, _Wish):
            wish.fulfil(value, error)

    def _on_told(self, wish: object, value: object) -> None:
        if isinstance(wish, _Wish):
            wish.follow(value)


@cache
def _mailbox() -> _Mailbox:
    """The one mailbox; asked for first in the window's thread."""
    return _Mailbox()


class _Task(QRunnable):
    """A function to run; it owns nothing of Qt and puts the outcome into the mailbox."""

    def __init__(self, work: Callable[[], object], wish: _Wish, mailbox: _Mailbox) -> None:
        super().__init__()
        self._work = work
        self._wish = wish
        self._mailbox = mailbox

    @override
    def run(self) -> None:
        value: object = None
        error: Exception | None = None
        try:
            with ended_by(self._wish.stop):
                refuse_if_stopped()
                value = self._work()
        except Exception as caught:  # noqa: BLE001 - the edge of a thread: every failure is handed to the caller
            error = caught
        self._mailbox.arrived.emit(self._wish, value, error)


class Operation(QObject):
    """One kind of work done in the background, owned by the page that wants it; the last start wins.

    Signals: `succeeded` carries the function's value, `failed` the exception, `progressed` what the work
    told on its way; `stopped` comes instead where the user ended it. None comes for a start that was followed
    by a later one. What must not be given up half-way, a file being written, is lasting.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)
    stopped = Signal()

    def __init__(self, parent: QObject, pool: QThreadPool | None = None, *, is_lasting: bool = False) -> None:
        super().__init__(parent)
        self._is_lasting = is_lasting
        self._pool = pool or QThreadPool.globalInstance()
        self._is_running = False
        self._begun = self._rests_until = 0.0
        self._mailbox = _mailbox()
        self._last = _LastWish(self._wished())
        self.destroyed.connect(self._last.withdraw)

    @property
    def is_running(self) -> bool:
        """Whether the last start has not ended yet."""
        return self._is_running

    @property
    def is_busy(self) -> bool:
        """Whether it runs, or rests: what took long is not begun again with each piece of news."""
        return self._is_running or monotonic() < self._rests_until

    def start(self, work: Callable[[], object]) -> None:
        """Run a function that touches no widget; what ran before is forgotten and ends early."""
        self._last.withdraw()
        self._last.wish = self._wished()
        self._run(work)

    def start_telling(self, work: Callable[[Tell], object]) -> None:
        """As `start`; the function is given what hands over how far it is."""
        self._last.withdraw()
        self._last.wish = wish = self._wished()
        self._run(partial(work, partial(self._mailbox.told.emit, wish)))

    def stop(self) -> None:
        """End what runs, lasting or not, as soon as it can be; `stopped` follows, or what it brought."""
        self._last.wish.stop.want()

    def forget(self) -> None:
        """What was started last is not wanted any more."""
        self._is_running = False
        self._last.withdraw()

    def _run(self, work: Callable[[], object]) -> None:
        sys.setswitchinterval(_SWITCH)
        self._is_running = True
        self._begun = monotonic()
        self._pool.start(_Task(work, self._last.wish, self._mailbox))

    def _wished(self) -> _Wish:
        return _Wish(self._on_ended, self._on_told, is_lasting=self._is_lasting)

    def _on_told(self, value: object) -> None:
        self.progressed.emit(value)

    def _on_ended(self, value: object, error: object) -> None:
        self._is_running = False
        now = monotonic()
        self._rests_until = now + _REST * (now - self._begun)
        if error is None:
            self.succeeded.emit(value)
            return
        if isinstance(error, StoppedError):
            self.stopped.emit()
            return
        if isinstance(error, Exception) and not isinstance(error, SestanteError):
            _LOGGER.warning("background work failed", exc_info=error)
        self.failed.emit(error)


@cache
def quick_pool() -> QThreadPool:
    """One thread for work that must not wait for longer work to end."""
    return _pool(QThread.Priority.InheritPriority)


@cache
def idle_pool() -> QThreadPool:
    """One thread for work nobody waits for yet."""
    return _pool(QThread.Priority.LowPriority)


def _pool(priority: QThread.Priority) -> QThreadPool:
    made = QThreadPool()
    made.setMaxThreadCount(1)
    made.setThreadPriority(priority)
    return made


def end_background_work(owner: QObject, milliseconds: int) -> bool:
    """Forget the work of all that belongs to an owner, and wait until none runs; whether that came."""
    for operation in owner.findChildren(Operation):
        operation.forget()
    return wait_for_background_work(milliseconds)


def wait_for_background_work(milliseconds: int) -> bool:
    """Let running work end before the program does; whether it has."""
    pools = (idle_pool(), quick_pool(), QThreadPool.globalInstance())
    return all(pool.waitForDone(milliseconds) for pool in pools)
