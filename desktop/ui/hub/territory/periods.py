"""The periods that figures can be narrowed to, by name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from desktop.territory.wanted import Wanted
from desktop.text import Wording

BETWEEN = "between"
_MONTHS = (3, 12)
_YEARS = 4


def period_entries(wanted: Wanted, today: date, say: Wording) -> list[tuple[str | None, str]]:
    """All times, the last months, the last years by name, and days of one's own."""
    entries: list[tuple[str | None, str]] = [(None, say("At any time"))]
    entries += [(f"months-{count}", say("The last {count} months", count=count)) for count in _MONTHS]
    entries += [(str(year), str(year)) for year in range(today.year, today.year - _YEARS, -1)]
    entries.append((BETWEEN, between_words(wanted, say) if period_of(wanted, today) == BETWEEN else ""))
    return [(name, words or say("From one day to another…")) for name, words in entries]


def between_words(wanted: Wanted, say: Wording) -> str:
    """A period by its days."""
    since, until = (None if day is None else f"{day:%d/%m/%Y}" for day in (wanted.since, wanted.until))
    if since is None:
        return say("until {day}", day=until)
    if until is None:
        return say("from {day} on", day=since)
    return say("{first} to {last}", first=since, last=until)


def in_period(wanted: Wanted, name: str | None, today: date) -> Wanted:
    """The same wish in a period."""
    since, until = _days(name, today)
    return replace(wanted, since=since, until=until)


def period_of(wanted: Wanted, today: date) -> str | None:
    """The name of the period of a wish."""
    names = _names(today)
    return next((name for name in names if _days(name, today) == (wanted.since, wanted.until)), BETWEEN)


def _names(today: date) -> Iterator[str | None]:
    yield None
    yield from (f"months-{count}" for count in _MONTHS)
    yield from (str(year) for year in range(today.year, today.year - _YEARS, -1))


def _days(name: str | None, today: date) -> tuple[date | None, date | None]:
    if name is None:
        return None, None
    if name.isdecimal():
        return date(int(name), 1, 1), date(int(name), 12, 31)
    months = today.year * 12 + today.month - 1 - int(name.removeprefix("months-"))
    return date(months // 12, months % 12 + 1, 1), None
