"""The history as it is listed: the newest day first, without any window."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from desktop.storage import Change
from desktop.text import Wording
from desktop.ui.grouped_list import Heading, Line
from desktop.ui.history.words import ChangeWords


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with what became of it: whether it was undone and not done again, and what it turned round."""

    change: Change
    is_undone: bool = False
    turned: Change | None = None


def entries_of(changes: Iterable[Change]) -> tuple[Entry, ...]:
    """Every change, the newest first."""
    by_id: dict[int, Change] = {}
    undone: set[int] = set()
    for change in changes:
        by_id[change.id] = change
        if change.of is not None:
            (undone.add if change.act == "undo" else undone.discard)(change.of)
    found = reversed(by_id.values())
    return tuple(Entry(each, each.id in undone, by_id.get(each.of or 0)) for each in found)


def by_day(entries: Iterable[Entry], wording: Wording) -> Iterator[object]:
    """The entries under the days they were made on, in local time."""
    for day, found in groupby(entries, _day):
        yield Heading(wording.date(day))
        yield from found


def person_of(change: Change) -> str:
    """Who of the company told a change, else who made it; empty where nobody is known."""
    return change.told_by or change.by


def face_of(words: ChangeWords, wording: Wording) -> Callable[[Entry], Line]:
    """What the line of an entry says."""

    def face(entry: Entry) -> Line:
        told = words.told(entry.change)
        badges = (wording("undone"),) if entry.is_undone else ()
        above = f"{_local(entry.change.at):%H:%M}  {_hand(entry.change, wording)}"
        if entry.change.act == "do":
            return Line(told.about, told.detail, above, badges=badges, is_faint=entry.is_undone)
        about = words.about(entry.change)
        sentence = wording("Undone: {what}", what=about) if entry.change.act == "undo" else ""
        title = sentence or wording("Done again: {what}", what=about)
        return Line(title, told.detail, above, badges=badges)

    return face


def _hand(change: Change, wording: Wording) -> str:
    by, told_by = change.by, change.told_by if change.act == "do" else ""
    if by and told_by:
        return wording("{name}, told by {teller}", name=by, teller=told_by)
    if told_by:
        return wording("told by {teller}", teller=told_by)
    return by


def _local(moment: datetime) -> datetime:
    return moment.astimezone()


def _day(entry: Entry) -> date:
    return _local(entry.change.at).date()
