"""SELECTs on a file, and on one that is still to be made."""

import sqlite3
from collections.abc import Iterable
from typing import Any

from desktop.storage.rows import Row


class Select:
    """Runs SELECTs on one connection, all on the same state of the file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._cursors: list[sqlite3.Cursor] = []

    def __call__(self, sql: str, /, **values: Any) -> list[Row]:
        """All rows."""
        return self._connection.execute(sql, values).fetchall()

    def together(self, *asked: str, **values: Any) -> list[list[Row]]:
        """All rows of several SELECTs."""
        return [self(sql, **values) for sql in asked]

    def each(self, sql: str, /, **values: Any) -> Iterable[Row]:
        """The rows one by one, until it is closed."""
        cursor = self._connection.execute(sql, values)
        self._cursors.append(cursor)
        return cursor

    def close(self) -> None:
        """Let go of rows that were not fetched: they would hold the state of the file beyond its time."""
        for cursor in self._cursors:
            cursor.close()


class NoRows:
    """What a file that is still to be made holds."""

    def __call__(self, _sql: str, /, **_values: Any) -> list[Row]:
        """None."""
        return []

    def together(self, *asked: str, **_values: Any) -> list[list[Row]]:
        """None for each SELECT."""
        return [[] for _ in asked]

    def each(self, _sql: str, /, **_values: Any) -> Iterable[Row]:
        """None."""
        return ()
