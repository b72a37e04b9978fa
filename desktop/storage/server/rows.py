"""Rows of a server, with moments and days as the same text that a file holds."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from psycopg import Connection, Cursor, DataError
from psycopg.adapt import Loader
from psycopg.pq import TransactionStatus
from psycopg.types.datetime import DateLoader, TimestampLoader
from typing_extensions import override

from desktop.storage.rows import Row

_NAMED = re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)")
_OWN_WORDS = (
    (re.compile(r"\bgroup_concat\("), "string_agg("),
    (re.compile(r"\bNOT INDEXED\b"), ""),
    (re.compile(r"\bjson_each\((:\w+)\)"), r"json_array_elements_text(CAST(\1 AS json)) AS each(value)"),
)
_FIRST, _LAST = datetime(1, 1, 2), datetime(9999, 12, 30)  # noqa: DTZ001 - with room for every time zone
_AT_ONCE = 5000  # rows
_BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


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
    """Runs SELECTs on one connection, all on the same state of the database.

    The connection commits by itself: what a driver begins by itself costs a turn of its own.
    """

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection

    def __call__(self, sql: str, /, **values: Any) -> list[Row]:
        """All rows."""
        return self.together(sql, **values)[0]

    def together(self, *asked: str, **values: Any) -> list[list[Row]]:
        """All rows of several SELECTs, with the beginning of the transaction in one go."""
        with self._connection.pipeline():
            if not self._has_begun:
                self._connection.execute(_BEGIN)
            cursors = [self._sent(sql, values) for sql in asked]
        return [list(cursor) for cursor in cursors]

    def alone(self, asked: Iterable[tuple[str, Mapping[str, Any]]]) -> list[list[Row]]:
        """All rows of SELECTs, each with its own values, in a transaction that ends with them."""
        with self._connection.pipeline():
            self._connection.execute(_BEGIN)
            cursors = [self._sent(sql, values) for sql, values in asked]
            self._connection.execute("COMMIT")
        return [list(cursor) for cursor in cursors]

    def each(self, sql: str, /, **values: Any) -> Iterator[Row]:
        """The rows one by one, a few thousand at a time from the server."""
        if not self._has_begun:
            self._connection.execute(_BEGIN)
        with self._cursor("each") as cursor:
            cursor.itersize = _AT_ONCE
            cursor.execute(in_server_words(sql), values)
            yield from cursor

    def _sent(self, sql: str, values: Mapping[str, Any]) -> Any:
        cursor = self._cursor()
        cursor.execute(in_server_words(sql), values)
        return cursor

    @property
    def _has_begun(self) -> bool:
        return self._connection.info.transaction_status is not TransactionStatus.IDLE

    def _cursor(self, name: str = "") -> Any:
        cursor: Any = self._connection.cursor(name, row_factory=_by_name)
        for kind, loader in _AS_TEXT.items():
            cursor.adapters.register_loader(kind, loader)
        return cursor


@lru_cache(maxsize=1000)
def in_server_words(sql: str) -> str:
    """A statement with its named values as the driver wants them, and what SQLite words its own way."""
    for found, own in _OWN_WORDS:
        sql = found.sub(own, sql)
    return _NAMED.sub(r"%(\1)s", sql.replace("%", "%%"))


class _Text(Loader):
    """Text as the server writes it; of what no calendar here knows, the first or last day there is."""

    @override
    def load(self, data: Any) -> str:
        text = bytes(data).decode()
        if text[4:5] == "-" and text[-1] != "C":  # a year of four digits, and not before Christ
            return text
        return self.nearest(text)

    def nearest(self, text: str) -> str:
        """The first or last of them."""
        return str(_nearest(text))


class _TextOfDay(_Text):
    @override
    def nearest(self, text: str) -> str:
        return str(_nearest(text).date())


_AS_TEXT = {"timestamp": _Text, "date": _TextOfDay}


class _Moment(TimestampLoader):
    @override
    def load(self, data: Any) -> datetime:
        try:
            return super().load(data)
        except DataError:
            return _nearest(bytes(data).decode())


class _Day(DateLoader):
    @override
    def load(self, data: Any) -> date:
        try:
            return super().load(data)
        except DataError:
            return _nearest(bytes(data).decode()).date()


def read_every_moment(connection: Connection[Any]) -> None:
    """Let a connection read moments and days that other clients wrote: year 12000, 44 BC, infinity."""
    connection.adapters.register_loader("timestamp", _Moment)
    connection.adapters.register_loader("date", _Day)


def _nearest(text: str) -> datetime:
    return _FIRST if text.startswith("-") or text.endswith("BC") else _LAST


def _by_name(cursor: Cursor[Any]) -> Callable[[Sequence[Any]], Row]:
    names = [each.name for each in cursor.description or ()]
    places = {name: place for place, name in enumerate(names)}
    return type("Found", (ServerRow,), {"__slots__": (), "_places": places})
