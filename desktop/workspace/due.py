"""When something is due, and in what order it is told: pure rules over days, the day of today given."""

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal
from uuid import NAMESPACE_URL, uuid5

from desktop.content.steps import StepState
from desktop.storage import Reminder
from desktop.storage.due_reader import CompanyDays, StepDay

MONTHS_TO_NEXT_ROUND: Final = 12
"""After the last answer of a company's latest round, see docs/adr/033."""
HAND_KINDS: Final = ("visit", "call", "paper", "other")
"""The kinds of reminders written by hand."""
KINDS: Final = (*HAND_KINDS, "step", "round", "move", "retention")
"""All kinds of what is due."""
When = Literal["overdue", "week", "month", "later"]
WHEN: Final[tuple[When, ...]] = ("overdue", "week", "month", "later")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Due:
    """Something due for a company on a day.

    `kind` is one of `HAND_KINDS`, with its number as `reminder` and its text as `about`; or `step` of a plan,
    with its key as `about`; or `round`, the next one; `move`, one to be confirmed; `retention`, the day until
    which the company is kept. `uid` names it in calendars and stays the same; `company_uuid` is the company's
    for good; `state` is that of a step.
    """

    uid: str
    kind: str
    due_on: date
    company_id: int
    company: str
    round_id: int
    about: str = ""
    reminder: int | None = None
    company_uuid: str = ""
    state: StepState = "open"


@dataclass(frozen=True, slots=True)
class Known:
    """What due dates come from; `retention_months` after the last visit, 0 for never."""

    companies: tuple[CompanyDays, ...]
    reminders: tuple[Reminder, ...] = ()
    steps: tuple[StepDay, ...] = ()
    retention_months: int = 0


def due_of(known: Known) -> tuple[Due, ...]:
    """All that is due one day, the earliest first; of companies put away no more than until when to keep."""
    here = [each for each in known.companies if not each.is_away]
    at_hand = {each.company_id: each for each in here}
    found = [due for each in here for due in _of_company(each)]
    found += [due for each in known.companies for due in _kept(each, known.retention_months)]
    found += _written(known.reminders, at_hand)
    found += [_step(each, at_hand[each.company_id]) for each in known.steps if each.company_id in at_hand]
    return tuple(sorted(found, key=lambda due: (due.due_on, due.company.casefold(), due.kind, due.uid)))


def next_round_on(answered_on: date) -> date:
    """When a company is asked again, by the day of its last answer."""
    return months_after(answered_on, MONTHS_TO_NEXT_ROUND)


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, _DECEMBER)
    year, month = min(day.year + years, date.max.year), month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def kept_until(keep_until: date | None, visited_on: date, months: int) -> date | None:
    """The last day a company is kept: its own, else months after the last visit; None for 0 months."""
    return keep_until or (months_after(visited_on, months) if months else None)


def beginnings(today: date) -> Mapping[When, date]:
    """The first day of each group but what is over: weeks end on Sunday, months on their last day."""
    monday = today + timedelta(days=7 - today.weekday())
    next_month = months_after(today.replace(day=1), 1)
    return {"week": today, "month": monday, "later": max(monday, next_month)}


def when(due_on: date, today: date) -> When:
    """In which group a day stands."""
    begun: list[When] = [name for name, first in beginnings(today).items() if due_on >= first]
    return begun[-1] if begun else "overdue"


def grouped(due: Sequence[Due], today: date) -> Mapping[When, Sequence[Due]]:
    """What is due by group, those with nothing in them left out; it must stand in the order of its days."""
    days = [each.due_on for each in due]
    cuts = [0, *(bisect_left(days, first) for first in beginnings(today).values()), len(due)]
    found = zip(WHEN, pairwise(cuts), strict=True)
    return {name: due[first:after] for name, (first, after) in found if after > first}


def _of_company(days: CompanyDays) -> Iterator[Due]:
    if days.answered_on is not None:
        # the stage is part of it: a later round is another event, and not this one put off
        yield _due(days, "round", next_round_on(days.answered_on), days.stage)
    if days.moved_on is not None and days.moved_round is not None:
        made = _due(days, "move", days.moved_on, str(days.moved_round))
        yield replace(made, round_id=days.moved_round)


def _kept(days: CompanyDays, months: int) -> Iterator[Due]:
    until = kept_until(days.keep_until, days.visited_on, months)
    if until is not None:
        yield _due(days, "retention", until)


def _written(reminders: Iterable[Reminder], companies: Mapping[int, CompanyDays]) -> Iterator[Due]:
    for each in reminders:
        if each.company_id in companies:
            kind = each.kind if each.kind in HAND_KINDS else "other"
            made = _made(companies[each.company_id], each.uid, kind, each.due_on)
            yield replace(made, about=each.text, reminder=each.id)


def _step(step: StepDay, days: CompanyDays) -> Due:
    return replace(_made(days, step.uid, "step", step.due_on), about=step.key, state=step.state)


def _due(days: CompanyDays, kind: str, day: date, more: str = "") -> Due:
    return _made(days, str(uuid5(NAMESPACE_URL, f"sestante:{days.uuid}:{kind}:{more}")), kind, day)


def _made(days: CompanyDays, uid: str, kind: str, day: date) -> Due:
    return Due(uid, kind, day, days.company_id, days.name, days.round_id, company_uuid=days.uuid)
