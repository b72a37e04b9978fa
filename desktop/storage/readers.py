"""Connections for reading that rest between two reads: a new one takes in the whole schema first."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from desktop.storage.connecting import Key, connect

_MOST = 2  # that rest: one for the window, one for what is read beside it


class Readers:
    """Connections to one file, lent to one thread at a time; none rests once they are let go for good."""

    def __init__(self, path: Path, key: Key | None) -> None:
        self._path = path
        self._key = key
        self._taking = Lock()
        self._resting: list[tuple[object, sqlite3.Connection]] = []
        self._time = 0  # that of the last letting go: who was lent before is not kept
        self._are_kept = True

    @contextmanager
    def lent(self, identity: object) -> Iterator[sqlite3.Connection]:
        """A connection to the file that has this identity, in a transaction of its own.

        It is kept for the next reader where nothing went wrong and all rows were fetched.
        """
        time, connection = self._time, self._take(identity)
        is_whole = False
        try:
            connection.execute("BEGIN")
            yield connection
            connection.rollback()
            is_whole = True
        finally:
            if not (is_whole and self._keep(time, identity, connection)):
                connection.close()

    def let_go(self, *, for_good: bool = False) -> None:
        """Close what rests, and what is lent when it comes back."""
        with self._taking:
            left, self._resting = self._resting, []
            self._time += 1
            self._are_kept = self._are_kept and not for_good
        for _, connection in left:
            connection.close()

    def _take(self, identity: object) -> sqlite3.Connection:
        with self._taking:
            found = self._resting.pop() if self._resting else None
        if found is not None:
            if found[0] == identity:
                return found[1]
            found[1].close()
            self.let_go()
        return connect(self._path, self._key, is_read_only=True, is_for_any_thread=True)

    def _keep(self, time: int, identity: object, connection: sqlite3.Connection) -> bool:
        with self._taking:
            is_kept = self._are_kept and time == self._time and len(self._resting) < _MOST
            if is_kept:
                self._resting.append((identity, connection))
            return is_kept
