"""Many files read in processes of their own: one that hangs or breaks its process costs that file alone."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures import wait
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from pebble import ProcessPool

from desktop.errors import SestanteError
from desktop.exchange.carriers.carried import BROKE, TOOK_TOO_LONG, Carried
from desktop.exchange.carriers.reading import read_carrier
from desktop.text import Sentence, say

MOST_SECONDS = 20
_FEW = 8  # files that are not worth a second process
_AHEAD = 8  # files given to each process ahead of what was asked for
_MOST_BYTES = 1_000_000_000  # of a process, libraries and their threads included
_PATIENCE = 0.1  # seconds between two looks at whether to stop


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read: what it carries, or why it carries nothing."""

    path: Path
    carried: Carried | None
    error: Sentence | None = None


def read_many(
    paths: Sequence[Path],
    progress: Callable[[int], None],
    should_stop: Callable[[], bool],
) -> Iterator[Read]:
    """What each file carries, in the order of `paths`, as soon as it is known; never an exception.

    All cores read where there are more than a few files. A file may take twenty seconds. `progress` is told
    how many were read; reading ends early, without the rest, once `should_stop` says so. The caller's main
    module must be importable without doing anything, as for every process that is spawned.
    """
    workers = 1 if len(paths) <= _FEW else os.cpu_count() or 1
    spawned = get_context("spawn")
    with ProcessPool(max_workers=workers, initializer=_bound_memory, context=spawned) as pool:
        left = iter(paths)
        waiting: deque[tuple[Path, Any]] = deque()
        done = 0
        try:
            while True:
                for path in islice(left, workers * _AHEAD - len(waiting)):
                    waiting.append((path, pool.schedule(_read, args=(path,), timeout=MOST_SECONDS)))
                if not waiting:
                    return
                path, future = waiting.popleft()
                while not wait((future,), _PATIENCE).done:
                    if should_stop():
                        return
                if should_stop():
                    return
                done += 1
                progress(done)
                yield _told(path, future)
        finally:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


def _bound_memory() -> None:
    """Where the system can: what fills the memory ends its own process alone."""
    try:
        import resource
    except ImportError:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (_MOST_BYTES, _MOST_BYTES))


def _read(path: Path) -> Read:
    """In a process of its own."""
    try:
        return Read(path, read_carrier(path))
    except SestanteError as error:
        return Read(path, None, error.sentence)


def _told(path: Path, future: Any) -> Read:
    try:
        found: Read = future.result()
    except TookTooLong:
        return Read(path, None, say(TOOK_TOO_LONG.message, file=path.name, most=MOST_SECONDS))
    except Exception:  # noqa: BLE001 - the process broke, or ran out of memory
        return Read(path, None, say(BROKE.message, file=path.name))
    return found
