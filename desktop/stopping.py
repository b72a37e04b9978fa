"""Long work in a thread, ended early by another thread once nobody waits for it any more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock


class StoppedError(Exception):
    """The work was ended before it had a result; only who ended it may catch this."""


class Stop:
    """The wish that a piece of work end, made in any thread; it cannot be taken back."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_wanted = False
        self._acts: list[Callable[[], None]] = []

    def want(self) -> None:
        """End the work as soon as it can be ended."""
        with self._lock:
            self._is_wanted = True
            for act in self._acts:
                act()

    def refuse(self) -> None:
        """Raise StoppedError where the end is wanted."""
        if self._is_wanted:
            raise StoppedError

    @contextmanager
    def ending_with(self, act: Callable[[], None]) -> Iterator[None]:
        """While this lasts, `act` is called when the end is wanted; StoppedError then, and before."""
        with self._lock:
            self.refuse()
            self._acts.append(act)
        try:
            yield
        finally:
            with self._lock:  # so that `act` is not called any more once this is left
                self._acts.remove(act)
        self.refuse()


_CURRENT: ContextVar[Stop | None] = ContextVar("_CURRENT", default=None)


@contextmanager
def ended_by(stop: Stop) -> Iterator[None]:
    """All that runs in here, in this thread, ends when it is wanted."""
    token = _CURRENT.set(stop)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def refuse_if_stopped() -> None:
    """Raise StoppedError where the work around this was to end."""
    if (stop := _CURRENT.get()) is not None:
        stop.refuse()


@contextmanager
def stoppable(act: Callable[[], None]) -> Iterator[None]:
    """Around what takes long: `act`, called in another thread, ends it. StoppedError where that happened."""
    stop = _CURRENT.get()
    if stop is None:
        yield
        return
    with stop.ending_with(act):
        yield
