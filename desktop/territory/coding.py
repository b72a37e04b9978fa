"""Columns of thousands of rows as arrays of small numbers, made of the texts they are read as."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]
Codes: TypeAlias = NDArray[np.int32]
Hundredths: TypeAlias = NDArray[np.int16]
Mask: TypeAlias = NDArray[np.bool_]

APART = "\x1f"
"""Stands between the texts of a column."""
NOTHING = -1
"""The number where nothing is known."""
DIGITS = 5
"""Letters of a score in its line."""
_ZERO, _NINE = ord("0"), ord("9")
_DAY_LETTERS = 10  # 2026-11-23
_PLACES = np.array([10_000, 1_000, 100, 10, 1], dtype=np.int32)


@dataclass(frozen=True, eq=False)
class Coded:
    """A column of names: for each row the place of its name in `names`, or -1."""

    names: tuple[str, ...]
    codes: Codes

    def code(self, name: str) -> int:
        """The place of a name; -2, which no row has, where there is none."""
        return self.names.index(name) if name in self.names else NOTHING - 1

    def among(self, wanted: frozenset[str]) -> Mask:
        """The rows whose name is one of these."""
        return np.array([*(name in wanted for name in self.names), False], np.bool_)[self.codes]


def coded(column: str, count: int) -> Coded:
    """A column of `count` names with APART between them, sorted; an empty one is nothing."""
    there = column.split(APART) if count else []
    names = tuple(sorted(set(there) - {""}))
    places: Mapping[str, int] = {name: place for place, name in enumerate(names)} | {"": NOTHING}
    return Coded(names, np.fromiter(map(places.__getitem__, there), np.int32, count))


def numbers(column: str, count: int) -> Numbers:
    """The whole numbers of a column, with commas between them."""
    if not count:
        return np.zeros(0, np.int64)
    return np.fromstring(column, np.int64, sep=",")


def days(column: str, count: int) -> Numbers:
    """Days since 1970, of a column of days such as 2026-11-23 set close; -1 where it is none."""
    letters = _letters(column, count, _DAY_LETTERS)
    digits = letters[:, [0, 1, 2, 3, 5, 6, 8, 9]].astype(np.int64) - _ZERO
    is_day = ((digits >= 0) & (digits <= _NINE - _ZERO)).all(axis=1)
    year = digits[:, :4] @ np.array([1000, 100, 10, 1])
    month, day = digits[:, 4] * 10 + digits[:, 5], digits[:, 6] * 10 + digits[:, 7]
    is_day &= (year > 0) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)  # noqa: PLR2004 - a calendar's
    months = np.where(is_day, (year - 1970) * 12 + month - 1, 0)
    first = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return np.where(is_day, first + day - 1, NOTHING)


def scores(column: str, count: int, dimensions: int) -> Hundredths:
    """Hundredths of a point by row and dimension, of a column of lines set close; -1 without a score."""
    letters = _letters(column, count, dimensions * DIGITS).reshape(-1, DIGITS)
    is_score = ((letters >= _ZERO) & (letters <= _NINE)).all(axis=1)
    values = (letters.astype(np.int32) - _ZERO) @ _PLACES
    return (
        np.where(is_score & (values <= _PLACES[0]), values, NOTHING)
        .astype(np.int16)
        .reshape(count, dimensions)
    )


def levels(column: str, count: int, names: int) -> NDArray[np.int8]:
    """Levels 0-4 by row and name, of a column of lines set close; -1 where nothing is known."""
    letters = _letters(column, count, names)
    is_level = (letters >= _ZERO) & (letters <= _ZERO + 4)
    return np.where(is_level, letters.astype(np.int16) - _ZERO, NOTHING).astype(np.int8)


def months_of(days_: Numbers) -> Numbers:
    """Months since January 1970."""
    return days_.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def _letters(column: str, count: int, width: int) -> NDArray[np.uint8]:
    """One row of letters for each of `count` lines; blank where the lines are not all so wide."""
    found = np.frombuffer(column.encode("ascii", errors="replace"), np.uint8)
    if found.size != count * width:
        return np.zeros((count, width), np.uint8)
    return found.reshape(count, width)
