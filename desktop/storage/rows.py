"""Rows that a SELECT finds, whichever database runs it."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol, Self


class Question(str):
    """A SELECT, and the tables of which it tells: what it found holds until one of them changes.

    Columns that change without being told to other desks (`round.place`, `round.visited_at`) make it tell of
    no table: what it finds is not remembered. One with `round.changed_at` tells of `change`, too.
    """

    __slots__ = ("of",)
    of: frozenset[str]

    def __new__(cls, sql: str, of: str = "") -> Self:
        """A SELECT; `of` are the names of tables, apart by spaces."""
        made = super().__new__(cls, sql)
        made.of = frozenset(of.split())
        return made


class Row(Protocol):
    """The values of a row by name or place; moments and days as the ISO text they are stored as."""

    def __getitem__(self, key: int | str, /) -> Any: ...

    def __iter__(self) -> Iterator[Any]: ...

    def __len__(self) -> int: ...

    def keys(self) -> list[str]:
        """The names of the columns, in order."""
        ...


class Rows(Protocol):
    """Runs SELECTs with named values (`:name`), all on the same state of the database."""

    def __call__(self, sql: str, /, **values: Any) -> list[Row]:
        """All rows."""
        ...

    def together(self, *asked: str, **values: Any) -> list[list[Row]]:
        """All rows of several SELECTs, which a server far away is asked for at once."""
        ...

    def each(self, sql: str, /, **values: Any) -> Iterable[Row]:
        """The rows one by one, for so many that all of them at once take much memory."""
        ...
