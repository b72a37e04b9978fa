"""A process that reads one file after the other; another one takes its place where it hangs or breaks."""

import signal
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from desktop.errors import SestanteError
from desktop.exchange.carriers.carried import BROKE, TOOK_TOO_LONG, Carried
from desktop.exchange.carriers.reading import read_carrier
from desktop.text import Sentence, say

_MOST_BYTES = 1_000_000_000  # of a process, libraries and their threads included
_SECONDS_TO_START = 60
_READY = "ready"
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read: what it carries, or why it carries nothing."""

    path: Path
    carried: Carried | None
    error: Sentence | None = None


class Worker:
    """A process that reads what it is given in turn; it has so many `seconds` for each file.

    A pipe of its own leads to it: what happens to one process holds no other up.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._given: deque[tuple[int, Path]] = deque()
        self._start()

    @property
    def is_waiting(self) -> bool:
        """Whether it may be given a file; it has some ahead, so that it need not wait for its next one."""
        return len(self._given) < _AHEAD

    def give(self, place: int, path: Path) -> None:
        """Have it read a file; `place` comes back with the answer."""
        if not self._given:
            self._wind_up()
        self._given.append((place, path))
        with suppress(OSError):  # a broken process is seen by `answers`
            self.pipe.send(path)

    def answers(self) -> dict[int, Read]:
        """What came of its files since it was asked last, by place."""
        found: dict[int, Read] = {}
        try:
            while self.pipe.poll():
                said = self.pipe.recv()
                if isinstance(said, Read):
                    found[self._given.popleft()[0]] = said
                else:
                    self._is_ready = True
                self._wind_up()
        except (EOFError, OSError):
            return found | self._replaced(BROKE)
        if self._given and time.monotonic() > self._deadline:
            return found | self._replaced(TOOK_TOO_LONG)
        return found

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self.pipe.close()

    def _start(self) -> None:
        spawning = get_context("spawn")
        self.pipe, other = spawning.Pipe()
        self._process = spawning.Process(target=_serve, args=(other,), daemon=True)
        self._process.start()
        other.close()
        self._is_ready = False
        self._wind_up()

    def _wind_up(self) -> None:
        """The time for the next file begins."""
        self._deadline = time.monotonic() + (self._seconds if self._is_ready else _SECONDS_TO_START)

    def _replaced(self, why: Sentence) -> dict[int, Read]:
        """Another process goes on with the rest; what is to be said of the file that this one had in hand."""
        self.end()
        self._start()
        if not self._given:
            return {}
        place, path = self._given.popleft()
        rest, self._given = self._given, deque()
        for each in rest:
            self.give(*each)
        return {place: Read(path, None, say(why.message, file=path.name, most=round(self._seconds)))}


def _serve(pipe: Connection) -> None:
    """In the process: read what is named until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    _bound_memory()

    with suppress(EOFError, OSError):
        pipe.send(_READY)
        while True:
            pipe.send(_read(pipe.recv()))


def _read(path: Path) -> Read:
    try:
        return Read(path, read_carrier(path))
    except SestanteError as error:
        return Read(path, None, error.sentence)


def _bound_memory() -> None:
    """Where the system can: what fills the memory ends its own process alone."""
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_BYTES, _MOST_BYTES))
