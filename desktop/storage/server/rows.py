"""Rows of a server, with moments and days as the same text that a file holds."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from psycopg import Connection, Cursor
from psycopg.adapt import Loader
from psycopg.pq import TransactionStatus
from typing_extensions import override

from desktop.storage.rows import Row

_NAMED = re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)")
_OWN_WORDS = (
    (re.compile(r"\bgroup_concat\("), "string_agg("),
    (re.compile(r"\bNOT INDEXED\b"), ""),
    (re.compile(r"\bjson_each\((:\w+)\)"), r"json_array_elements_text(CAST(\1 AS json)) AS each(value)"),
)
_AS_TEXT = ("timestamp", "date")
_AT_ONCE = 5000  # rows


class ServerRow(tuple[Any, ...]):
    """The values of a row by name or place."""

    __slots__ = ()
    _places: dict[str, int]

    @override
    def __getitem__(self, key: Any, /) -> Any:
        return tuple.__getitem__(self, self._places[key] if isinstance(key, str) else key)

    def keys(self) -> list[str]:
        """The names of the columns, in order."""
        return list(self._places)


class Select:
    """Runs SELECTs on one connection, all on the same state of the database."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection

    def __call__(self, sql: str, /, **values: Any) -> list[Row]:
        """All rows."""
        return self.together(sql, **values)[0]

    def together(self, *asked: str, **values: Any) -> list[list[Row]]:
        """All rows of several SELECTs, with the beginning of the transaction in one go."""
        cursors = [self._cursor() for _ in asked]
        if len(asked) == 1 and self._connection.info.transaction_status is not TransactionStatus.IDLE:
            cursors[0].execute(in_server_words(asked[0]), values)
        else:
            with self._connection.pipeline():
                for cursor, sql in zip(cursors, asked, strict=True):
                    cursor.execute(in_server_words(sql), values)
        return [list(cursor) for cursor in cursors]

    def each(self, sql: str, /, **values: Any) -> Iterator[Row]:
        """The rows one by one, a few thousand at a time from the server."""
        with self._cursor("each") as cursor:
            cursor.itersize = _AT_ONCE
            cursor.execute(in_server_words(sql), values)
            yield from cursor

    def _cursor(self, name: str = "") -> Any:
        cursor: Any = self._connection.cursor(name, row_factory=_by_name)
        for kind in _AS_TEXT:
            cursor.adapters.register_loader(kind, _Text)
        return cursor


@lru_cache(maxsize=1000)
def in_server_words(sql: str) -> str:
    """A statement with its named values as the driver wants them, and what SQLite words its own way."""
    for found, own in _OWN_WORDS:
        sql = found.sub(own, sql)
    return _NAMED.sub(r"%(\1)s", sql.replace("%", "%%"))


class _Text(Loader):
    """Text as the server writes it."""

    @override
    def load(self, data: Any) -> str:
        return bytes(data).decode()


def _by_name(cursor: Cursor[Any]) -> Callable[[Sequence[Any]], Row]:
    names = [each.name for each in cursor.description or ()]
    places = {name: place for place, name in enumerate(names)}
    return type("Found", (ServerRow,), {"__slots__": (), "_places": places})
