"""Many files read in processes of their own: one that hangs or breaks its process costs that file alone."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import wait
from pathlib import Path

from desktop.exchange.carriers.worker import Read, Worker

MOST_SECONDS = 20.0
_FEW = 8  # files that are not worth a second process
_AHEAD = 16  # files that each process may be ahead of what was asked for
_PATIENCE = 0.1  # seconds between two looks at whether to stop


def read_many(
    paths: Sequence[Path],
    progress: Callable[[int], None],
    should_stop: Callable[[], bool],
    seconds: float = MOST_SECONDS,
) -> Iterator[Read]:
    """What each file carries, in the order of `paths`, as soon as it is known; never an exception.

    All cores read where there are more than a few files. A file may take so many `seconds`. `progress` is
    told how many were read; reading ends early, without the rest, once `should_stop` says so. The caller's
    main module must be importable without doing anything, as for every process that is spawned.
    """
    count = 1 if len(paths) <= _FEW else min(os.cpu_count() or 1, len(paths))
    workers = [Worker(seconds) for _ in range(count if paths else 0)]
    left, found = deque(enumerate(paths)), dict[int, Read]()
    try:
        for place in range(len(paths)):
            while place not in found:
                if should_stop():
                    return
                _hand_out(workers, left, place + count * _AHEAD)
                wait([worker.pipe for worker in workers], _PATIENCE)
                for worker in workers:
                    found |= worker.answers()
            if should_stop():
                return
            progress(place + 1)
            yield found.pop(place)
    finally:
        for worker in workers:
            worker.end()


def _hand_out(workers: Sequence[Worker], left: deque[tuple[int, Path]], before: int) -> None:
    """Files whose place is `before` a number to who may have some."""
    for worker in workers:
        while worker.is_waiting and left and left[0][0] < before:
            worker.give(*left.popleft())
