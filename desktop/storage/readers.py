"""Connections for reading that rest between two reads: a new one takes in the whole schema first."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from desktop.storage.connecting import Key, connect, database_errors

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
    def lent(self, state: object) -> Iterator[sqlite3.Connection]:
        """A connection to the file that is in this state, in a transaction of its own.

        It is kept for the next reader where nothing went wrong. Whoever fetched row by row closes the cursor:
        rows that are not fetched yet hold the state of the file beyond the transaction.
        """
        time, connection = self._time, self._take(state)
        is_whole = False
        try:
            connection.execute("BEGIN")
            yield connection
            connection.rollback()
            is_whole = True
        finally:
            if not (is_whole and self._keep(time, state, connection)):
                connection.close()

    def let_go(self, *, for_good: bool = False) -> None:
        """Close what rests, and what is lent when it comes back."""
        with self._taking:
            left, self._resting = self._resting, []
            self._time += 1
            self._are_kept = self._are_kept and not for_good
        for _, connection in left:
            connection.close()

    def _take(self, state: object) -> sqlite3.Connection:
        with self._taking:
            found = self._resting.pop() if self._resting else None
        if found is not None:
            if found[0] == state and _reaches(found[1]):
                return found[1]
            found[1].close()
            self.let_go()
        return connect(self._path, self._key, is_read_only=True, is_for_any_thread=True)

    def _keep(self, time: int, state: object, connection: sqlite3.Connection) -> bool:
        with self._taking:
            is_kept = self._are_kept and time == self._time and len(self._resting) < _MOST
            if is_kept:
                self._resting.append((state, connection))
            return is_kept


def _reaches(connection: sqlite3.Connection) -> bool:
    """Whether it still reads: of a stick that was put back it holds what was open before, which is gone."""
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except database_errors():
        return False
    return True
