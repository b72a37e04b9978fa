"""Several connections that see one state of a file, so that threads read parts of it side by side."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.storage.connecting import Key, connect

_TRIES = 5  # while somebody else keeps writing


@contextmanager
def reading_on_two(path: Path, key: Key | None) -> Iterator[tuple[sqlite3.Connection, ...]]:
    """Two connections on one state, each for a thread of its own; the first alone where writing goes on.

    SQLite lets Python go on while it looks for rows, so two of them take half as long.
    """
    with (
        closing(connect(path, key, is_read_only=True, is_for_any_thread=True)) as first,
        closing(connect(path, key, is_read_only=True, is_for_any_thread=True)) as second,
    ):
        for _ in range(_TRIES):
            if _have_begun_together(first, second):
                yield first, second
                return
            first.rollback()
            second.rollback()
        _begin(first)
        yield (first,)


def _have_begun_together(first: sqlite3.Connection, second: sqlite3.Connection) -> bool:
    """Whether nobody wrote between the two; a connection tells this of itself alone."""
    before = _version(second)
    _begin(first)
    _begin(second)
    return _version(second) == before


def _begin(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the state is that of the first look


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA data_version").fetchone()[0])
