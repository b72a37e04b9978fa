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
_HIGHEST = 4
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
    """Days since 1970, of a column of `count` days or moments with APART between them; -1 for none."""
    letters = _first_letters(column, count, _DAY_LETTERS)
    digits = letters[:, [0, 1, 2, 3, 5, 6, 8, 9]].astype(np.int64) - _ZERO
    is_day = ((digits >= 0) & (digits <= _NINE - _ZERO)).all(axis=1)
    year = digits[:, :4] @ np.array([1000, 100, 10, 1])
    month, day = digits[:, 4] * 10 + digits[:, 5], digits[:, 6] * 10 + digits[:, 7]
    is_day &= (year > 0) & (month >= 1) & (month <= 12) & (day >= 1) & (day <= 31)  # noqa: PLR2004 - a calendar's
    months = np.where(is_day, (year - 1970) * 12 + month - 1, 0)
    first = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return np.where(is_day, first + day - 1, NOTHING)


def scores(column: str, count: int, dimensions: int) -> Hundredths:
    """Hundredths of a point by dimension and row, of a column of lines set close; -1 without a score."""
    letters = _letters(column, count, dimensions * DIGITS)
    values = np.full((dimensions, count), NOTHING, np.int16)
    for place, value in enumerate(values):  # each by itself: what is added up stays near the processor
        digits = np.ascontiguousarray(letters[:, place * DIGITS : (place + 1) * DIGITS].T) - np.uint8(_ZERO)
        found = sum(digit.astype(np.int32) * worth for digit, worth in zip(digits, _PLACES, strict=True))
        np.copyto(value, found, "unsafe", where=(digits.max(axis=0) <= _NINE - _ZERO) & (found <= _PLACES[0]))
    return values


def levels(column: str, count: int, names: int) -> NDArray[np.int8]:
    """Levels 0-4 by name and row, of a column of lines set close; -1 where nothing is known."""
    found = np.array(_letters(column, count, names).T, order="C")
    found -= _ZERO  # what stands before the digits goes to the end
    found[found > _HIGHEST] = np.uint8(NOTHING % 256)
    return found.view(np.int8)


def months_of(days_: Numbers) -> Numbers:
    """Months since January 1970."""
    return days_.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def _first_letters(column: str, count: int, width: int) -> NDArray[np.uint8]:
    """One row for each of `count` texts with APART between them: its first letters, blank behind its end."""
    found = np.frombuffer(f"{column}{APART}".encode("ascii", errors="replace"), np.uint8)
    if count and not found.size % count:
        lines = found.reshape(count, -1)
        is_end = lines == ord(APART)
        if lines.shape[1] > width and is_end[:, -1].all() and np.count_nonzero(is_end) == count:
            return lines[:, :width]
    there = column.split(APART) if count else []
    return _letters("".join([f"{each:<{width}.{width}}" for each in there]), count, width)


def _letters(column: str, count: int, width: int) -> NDArray[np.uint8]:
    """One row of letters for each of `count` lines; blank where the lines are not all so wide."""
    found = np.frombuffer(column.encode("ascii", errors="replace"), np.uint8)
    if found.size != count * width:
        return np.zeros((count, width), np.uint8)
    return found.reshape(count, width)
