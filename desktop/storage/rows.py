"""Rows that a SELECT finds, whichever database runs it."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol


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
