"""The companies of a workspace searched, filtered and sorted; thousands of them between two frames."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any, Literal

from desktop.content.company import SizeClass, vat_key, without_marks
from desktop.searching import folded
from desktop.storage import CompanyRow

Visit = Literal["this-month", "over-6-months", "over-12-months"]
Due = Literal["overdue", "within-30-days", "any"]
Shelf = Literal["here", "archived", "all"]
Column = Literal["name", "sector", "region", "size", "stage", "consultant", "visit", "due"]
Kind = Literal["sector", "region", "stage", "consultant"]
_APART = "\n"
NOBODY = "-"
"""The consultant of companies that nobody looks after."""
_SOON = timedelta(days=30)
_LONG_AGO: Mapping[Visit, timedelta] = {
    "over-6-months": timedelta(days=183),
    "over-12-months": timedelta(days=365),
}
_SIZES: tuple[SizeClass, ...] = ("micro", "small", "medium", "large")
_ANY_TIME = datetime.min.replace(tzinfo=UTC)
_APOSTROPHES = {"'": "", "\u2019": ""}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which companies are wanted, and in what order; None and empty words want all.

    `among` are the ids of those behind a figure, which `among_words` names.
    """

    words: str = ""
    sector: str | None = None
    region: str | None = None
    size: str | None = None
    stage: str | None = None
    consultant: str | None = None
    visit: Visit | None = None
    due: Due | None = None
    shelf: Shelf = "here"
    is_twin: bool = False
    among: frozenset[int] | None = None
    among_words: str = ""
    order: Column = "visit"
    is_descending: bool = True

    @property
    def is_narrow(self) -> bool:
        """Whether companies that are here are left out."""
        return self != Wish(shelf=self.shelf, order=self.order, is_descending=self.is_descending)


@dataclass(frozen=True)
class Listing:
    """All companies with what they are found by, made once for many searches; `day` is today.

    `lent` says of those on a laptop who has them.

    The rows come in the order of the last visit, the latest first.
    """

    rows: tuple[CompanyRow, ...]
    day: date
    sectors: Mapping[str, str] = field(default_factory=dict)
    regions: Mapping[str, str] = field(default_factory=dict)
    lent: Mapping[int, str] = field(default_factory=dict)

    def find(self, wish: Wish) -> tuple[CompanyRow, ...]:
        """The companies wanted, in order."""
        wanted = self._ordered(wish.order, is_descending=wish.is_descending)
        for kept in self._tests(wish):
            wanted = [row for row in wanted if kept(row)]
        return tuple(self._with_words(wanted, wish.words))

    @cached_property
    def twins(self) -> Mapping[int, str]:
        """The VAT number, without marks, of each company that shares it with another one."""
        numbers = {row.id: vat_key(row.country, row.vat) for row in self.rows if row.vat}
        times = Counter(numbers.values())
        return {each: number for each, number in numbers.items() if number and times[number] > 1}

    def count(self, shelf: Shelf) -> int:
        """How many companies there are on a shelf."""
        away = self._away
        return {"here": len(self.rows) - away, "archived": away, "all": len(self.rows)}[shelf]

    def twins_of(self, company_id: int) -> tuple[int, ...]:
        """The other companies with the VAT number of one."""
        number = self.twins.get(company_id)
        return tuple(each for each, same in self.twins.items() if same == number and each != company_id)

    @cached_property
    def last(self) -> CompanyRow | None:
        """The company somebody looked at last, of those that are not put away."""
        return next((row for row in self.rows if not row.is_archived), None)

    def values(self, name: Kind) -> tuple[str, ...]:
        """What companies have of one kind, each once, sorted."""
        return self._values[name]

    def prepare(self) -> None:
        """Make what searches need; call it in a worker thread."""
        _ = self._keys, self._values, self._away, self.twins, self.last

    def _with_words(self, rows: list[CompanyRow], words: str) -> list[CompanyRow]:
        """Those that have every word, or the words together as a VAT number."""
        keys, found, number = self._keys, rows, _compact(words)
        for word in folded(words).split():
            found = [row for row in found if word in keys[row.id]]
        if not number or number == folded(words):
            return found
        among = {row.id for row in found}
        return [row for row in rows if row.id in among or number in keys[row.id]]

    @cached_property
    def _away(self) -> int:
        return sum(row.is_archived for row in self.rows)

    @cached_property
    def _values(self) -> Mapping[Kind, tuple[str, ...]]:
        found: Mapping[Kind, set[str | None]] = {
            "sector": {row.sector for row in self.rows},
            "region": {row.region for row in self.rows},
            "stage": {row.stage for row in self.rows},
            "consultant": {row.consultant for row in self.rows},
        }
        return {name: tuple(sorted(filter(None, values))) for name, values in found.items()}

    @cached_property
    def _keys(self) -> Mapping[int, str]:
        return {
            row.id: f"{folded(f'{row.name}{_APART}{row.contact}')}{_APART}{without_marks(row.vat).lower()}"
            for row in self.rows
        }

    @cached_property
    def _by_name(self) -> list[CompanyRow]:
        keys = self._keys
        return sorted(self.rows, key=lambda row: (keys[row.id], row.id))

    @cached_property
    def _orders(self) -> dict[Column, list[CompanyRow]]:
        return {}

    def _ordered(self, column: Column, *, is_descending: bool) -> list[CompanyRow]:
        if column == "visit" and is_descending:
            return list(self.rows)
        if column not in self._orders:
            self._orders[column] = sorted(self._by_name, key=self._sort_key(column))
        rising = self._orders[column]
        return rising[::-1] if is_descending else rising

    def _sort_key(self, column: Column) -> Callable[[CompanyRow], Any]:
        keys: Mapping[Column, Callable[[CompanyRow], Any]] = {
            "name": lambda _: 0,
            "sector": lambda row: _last_if_empty(self.sectors.get(row.sector or "", row.sector or "")),
            "region": lambda row: _last_if_empty(self.regions.get(row.region or "", row.region or "")),
            "size": lambda row: len(_SIZES) if row.size is None else _SIZES.index(row.size),
            "stage": lambda row: (len(row.stage), row.stage),
            "consultant": lambda row: _last_if_empty(row.consultant),
            "visit": _visited,
            "due": lambda row: row.due_on or date.max,
        }
        return keys[column]

    def _tests(self, wish: Wish) -> Iterable[Callable[[CompanyRow], bool]]:
        """What a row must hold to, but for the words."""
        if wish.shelf != "all":
            is_away = wish.shelf == "archived"
            yield lambda row: row.is_archived is is_away
        for name in ("sector", "region", "size", "stage"):
            if (value := getattr(wish, name)) is not None:
                yield _equals(name, value)
        if wish.consultant is not None:
            yield _equals("consultant", "" if wish.consultant == NOBODY else wish.consultant)
        if wish.visit is not None:
            yield self._visit_test(wish.visit)
        if wish.due is not None:
            yield self._due_test(wish.due)
        yield from (
            _is_in(ids) for ids in (self.twins if wish.is_twin else None, wish.among) if ids is not None
        )

    def _visit_test(self, visit: Visit) -> Callable[[CompanyRow], bool]:
        if visit == "this-month":
            first = self.day.replace(day=1)
            return lambda row: row.visited_at is not None and row.visited_at.date() >= first
        before = self.day - _LONG_AGO[visit]
        return lambda row: row.visited_at is None or row.visited_at.date() < before

    def _due_test(self, due: Due) -> Callable[[CompanyRow], bool]:
        if due == "any":
            return lambda row: row.due_on is not None
        until = self.day if due == "overdue" else self.day + _SOON
        if due == "overdue":
            return lambda row: row.due_on is not None and row.due_on < until
        return lambda row: row.due_on is not None and row.due_on <= until


def _equals(name: str, value: str) -> Callable[[CompanyRow], bool]:
    return lambda row: getattr(row, name) == value


def _is_in(ids: Container[int]) -> Callable[[CompanyRow], bool]:
    return lambda row: row.id in ids


def _compact(words: str) -> str:
    """A VAT number as it stands in the keys; empty where the words are none."""
    number = without_marks(words).casefold()
    return number if any(letter.isdigit() for letter in number) else ""


def _last_if_empty(text: str) -> tuple[bool, str]:
    return not text, folded(text)


def _visited(row: CompanyRow) -> datetime:
    return row.visited_at or _ANY_TIME
