"""How much a table holds and what it adds up to, alike in a file and on a server."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeAlias

Values: TypeAlias = tuple[Any, ...]
"""A row: texts, moments and days as text, whole numbers, truths as 0 and 1, bytes, None."""


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows a table has, and the SHA-256 of all of them in the order of their keys."""

    rows: int
    sha256: str


Sums: TypeAlias = Mapping[str, Sum]
"""By table."""


class Adding:
    """Adds up rows that go by."""

    def __init__(self) -> None:
        self._rows = 0
        self._hash = sha256()

    def through(self, rows: Iterable[Values]) -> Iterator[Values]:
        """The same rows, added up once they have gone by."""
        for row in rows:
            self._rows += 1
            self._hash.update(_line(row))
            yield row

    @property
    def sum(self) -> Sum:
        """What has gone by."""
        return Sum(self._rows, self._hash.hexdigest())


def sum_of(rows: Iterable[Values]) -> Sum:
    """The sum of rows."""
    adding = Adding()
    for _ in adding.through(rows):
        pass
    return adding.sum


def differing(one: Sums, other: Sums) -> list[str]:
    """The tables that do not hold the same."""
    return [name for name in one if one[name] != other.get(name)]


def _line(row: Values) -> bytes:
    plain = [{"hex": each.hex()} if isinstance(each, bytes) else each for each in row]
    return json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
