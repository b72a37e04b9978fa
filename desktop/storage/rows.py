"""Rows that a SELECT finds, whichever database runs it."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol, TypeAlias


class Row(Protocol):
    """The values of a row by name or place; moments and days as the ISO text they are stored as."""

    def __getitem__(self, key: int | str, /) -> Any: ...

    def __iter__(self) -> Iterator[Any]: ...

    def __len__(self) -> int: ...

    def keys(self) -> list[str]:
        """The names of the columns, in order."""
        ...


Rows: TypeAlias = Callable[..., list[Row]]
"""Runs a SELECT with named values (`:name`)."""
