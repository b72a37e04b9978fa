"""Named entries as rows without names and back: a layout says which entry stands where, in which form."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any, Protocol
from uuid import UUID

_FIRST_DAY = date(2020, 1, 1).toordinal()
_START = datetime(2020, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_HUNDREDTHS = 100
_MOST_WEEKS = 1000


class Form(Protocol):
    """How one kind of value is written in a code; both ways take and give plain data."""

    def pack(self, value: Any) -> Any:
        """The value as it stands in a row."""

    def unpack(self, value: Any) -> Any:
        """The value as it was; any exception where there is none."""


class AsIs:
    """Texts, whole numbers, truth values, lists of them; floats that are whole numbers as such."""

    def pack(self, value: Any) -> Any:
        """The same value."""
        return int(value) if isinstance(value, float) and value.is_integer() else value

    def unpack(self, value: Any) -> Any:
        """The same value."""
        return value


class Day:
    """A date in ISO form as days since the first of 2020."""

    def pack(self, value: str | None) -> int | None:
        """Days, which may be negative."""
        return None if value is None else date.fromisoformat(value).toordinal() - _FIRST_DAY

    def unpack(self, value: int | None) -> str | None:
        """The date in ISO form."""
        return None if value is None else date.fromordinal(value + _FIRST_DAY).isoformat()


class Moment:
    """A moment in ISO form as microseconds since the first of 2020 in UTC."""

    def pack(self, value: str | None) -> int | None:
        """Microseconds, which may be negative."""
        return None if value is None else (datetime.fromisoformat(value) - _START) // _MICROSECOND

    def unpack(self, value: int | None) -> str | None:
        """The moment in ISO form, in UTC."""
        return None if value is None else (_START + value * _MICROSECOND).isoformat()


class Identity:
    """A UUID as its 16 bytes."""

    def pack(self, value: str | None) -> bytes | None:
        """The bytes."""
        return None if value is None else UUID(value).bytes

    def unpack(self, value: bytes | None) -> str | None:
        """The UUID with hyphens."""
        return None if value is None else str(UUID(bytes=value))


class Fingerprint:
    """The hash of a questionnaire, 16 hexadecimal digits, as 8 bytes."""

    def pack(self, value: str) -> bytes:
        """The bytes."""
        return bytes.fromhex(value)

    def unpack(self, value: bytes) -> str:
        """The digits."""
        return value.hex()


class Hundredths:
    """A number of at most two decimals as a whole one."""

    def pack(self, value: float | None) -> int | None:
        """A hundred times the number."""
        return None if value is None else round(value * _HUNDREDTHS)

    def unpack(self, value: int | None) -> float | None:
        """The number."""
        return None if value is None else value / _HUNDREDTHS


@dataclass(frozen=True, slots=True)
class Word:
    """One of the words of a list, by its place in it; the list may only grow at its end."""

    words: tuple[str, ...]

    def pack(self, value: str) -> int:
        """The place, counted from 0."""
        return self.words.index(value)

    def unpack(self, value: int) -> str:
        """The word."""
        if value < 0:
            raise ValueError("no such word")
        return self.words[value]


class Weeks:
    """Hours by week: for each run of weeks of equal hours its first week, its length and the hours."""

    def pack(self, value: Mapping[str, float]) -> list[Any]:
        """The runs, one after the other."""
        hours = sorted((int(week), AsIs().pack(each)) for week, each in value.items())
        runs = groupby(enumerate(hours), key=_run)
        found: list[Any] = []
        for _, run in runs:
            weeks = list(run)
            first, each = weeks[0][1]
            found += (first, len(weeks), each)
        return found

    def unpack(self, value: Sequence[Any]) -> dict[str, Any]:
        """Hours by week."""
        found: dict[str, Any] = {}
        for first, length, each in zip(*(iter(value),) * 3, strict=True):
            if first < len(found) or not 0 < length <= _MOST_WEEKS - first:
                raise ValueError("no such run of weeks")
            found |= {str(first + week): each for week in range(length)}
        return found


def _run(numbered: tuple[int, tuple[int, Any]]) -> tuple[int, Any]:
    """What weeks of one run have in common."""
    place, (week, hours) = numbered
    return week - place, hours


@dataclass(frozen=True, slots=True)
class Row:
    """Named entries, without their names; None stays None."""

    entries: tuple[tuple[str, Form], ...]

    def pack(self, value: Mapping[str, Any] | None) -> list[Any] | None:
        """The values in the order of the layout."""
        return None if value is None else [form.pack(value[name]) for name, form in self.entries]

    def unpack(self, value: Sequence[Any] | None) -> dict[str, Any] | None:
        """The values by name."""
        if value is None:
            return None
        pairs = zip(self.entries, value, strict=True)
        return {name: form.unpack(each) for (name, form), each in pairs}


@dataclass(frozen=True, slots=True)
class Several:
    """A list of values of one form."""

    form: Form

    def pack(self, value: Iterable[Any]) -> list[Any]:
        """Each packed."""
        return [self.form.pack(each) for each in value]

    def unpack(self, value: Iterable[Any]) -> list[Any]:
        """Each unpacked."""
        return [self.form.unpack(each) for each in value]


@dataclass(frozen=True, slots=True)
class ByName:
    """Values of one form by names that differ from file to file."""

    form: Form

    def pack(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """Each packed."""
        return {name: self.form.pack(each) for name, each in value.items()}

    def unpack(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """Each unpacked."""
        return {name: self.form.unpack(each) for name, each in value.items()}


_AS_IS = AsIs()


def row(names: str = "", /, **forms: Form) -> Row:
    """A layout: `names` are entries that stay as they are, in front of those with a form of their own."""
    return Row((*((name, _AS_IS) for name in names.split()), *forms.items()))
