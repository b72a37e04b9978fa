"""Changes of rounds written down as they are made, so that each can be told, undone and redone."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple

from msgspec import convert
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.models import ChangeRecord
from desktop.storage import cells
from desktop.storage.cells import Cells, What, as_text, plain_of
from desktop.storage.inserting import is_shared
from desktop.storage.moments import now_in
from desktop.storage.stored import Hand
from desktop.storage.weighing import IN_FIELDS, in_fields
from desktop.storage.writing import look_in, touch

IMPORT = "import"
"""What came in from elsewhere: told, but nothing from before it can be undone."""
Act = Literal["do", "undo", "redo"]
Turn = Literal["new", "on", "back"]
"""A change of its own; one with the last, which ends where this ends; or what the last one did, undone."""
_SHARED = "profile"
_ONE_GO = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as it is written down: values in plain form; undo and redo name the change they turn round."""

    what: str
    key: str = ""
    before: Any = None
    after: Any = None
    act: Act = "do"
    of: int | None = None


class Done(NamedTuple):
    """What tells whether a change can be turned round."""

    id: int
    what: str
    act: str
    of: int | None = None


class Last(NamedTuple):
    """The last change of a round, as it is written down; `at` in UTC."""

    id: int
    act: str
    what: str
    key: str
    by: str
    told_by: str
    at: datetime
    before: str | None


class Journal:
    """Writes cells of rounds together with their history, by the `hand` that is at work."""

    def __init__(self) -> None:
        self._hand = Hand()
        self._of_thread: ContextVar[Hand | None] = ContextVar("hand", default=None)

    @property
    def hand(self) -> Hand:
        """Whose hand the changes to come are by."""
        return self._of_thread.get() or self._hand

    @hand.setter
    def hand(self, hand: Hand) -> None:
        self._hand = hand

    @contextmanager
    def by(self, hand: Hand) -> Iterator[None]:
        """Let the changes that this thread makes in the block be by a hand."""
        before = self._of_thread.set(hand)
        try:
            yield
        finally:
            self._of_thread.reset(before)

    @contextmanager
    def heard_from(self, told_by: str) -> Iterator[None]:
        """Let changes be told by somebody, until the end of a block."""
        before, self.hand = self.hand, replace(self.hand, told_by=told_by, told_in=None)
        try:
            yield
        finally:
            self.hand = before

    def change(
        self, session: Session, round_id: int, what: What, values: Cells, *, goes_on: bool = False
    ) -> None:
        """Replace cells; what `goes_on` with the change before, as writing a text does, is one with it."""
        touch(session, round_id)
        before = cells.read(session, round_id, what, values)
        changed = {key: value for key, value in values.items() if not _same(before[key], value)}
        if changed:
            cells.write(session, round_id, what, changed)
        for key, value in changed.items():
            if not (goes_on and self._went_on(session, round_id, what, key, value)):
                self.note(session, round_id, Entry(what, key, before[key], value))

    def note(self, session: Session, round_id: int, entry: Entry) -> None:
        """Write down a change that was made otherwise."""
        session.add(ChangeRecord(**self.columns(round_id, entry, now_in(session))))

    def columns(self, round_id: int, entry: Entry, now: datetime) -> dict[str, Any]:
        """A change as it is written down, by the names of its columns."""
        return {
            "round_id": round_id,
            "at": now,
            "what": entry.what,
            "key": entry.key,
            "before": text_of(entry.before),
            "after": text_of(entry.after),
            "by": self.hand.by,
            "told_by": self.hand.teller(round_id),
            "act": entry.act,
            "of": entry.of,
        }

    def undo(self, session: Session, round_id: int) -> ChangeRecord | None:
        """Put back what the last change replaced; None where there is nothing to undo.

        Where several desks work, of one's own changes, and never what somebody else has replaced since.
        """
        _lock(session, round_id)
        done, _ = standing(self._turnable(session, round_id))
        return self._turn_last(session, done, "undo")

    def redo(self, session: Session, round_id: int) -> ChangeRecord | None:
        """Make the change that was undone last once more, as `undo`; None where there is none."""
        _lock(session, round_id)
        _, undone = standing(self._turnable(session, round_id))
        return self._turn_last(session, undone, "redo")

    def _turnable(self, session: Session, round_id: int) -> Iterable[Done]:
        """Without the values: of thousands of changes only one is turned round."""
        query = select(ChangeRecord.id, ChangeRecord.what, ChangeRecord.act, ChangeRecord.of).order_by(
            ChangeRecord.id
        )
        query = query.where(ChangeRecord.round_id == round_id)
        if is_shared(session):
            query = query.where((ChangeRecord.by == self.hand.by) | (ChangeRecord.what == IMPORT))
        return (Done(*row) for row in session.execute(query))

    def _turn_last(self, session: Session, standing: Iterable[Done], act: Act) -> ChangeRecord | None:
        for each in reversed(list(standing)):
            change = session.get_one(ChangeRecord, each.id)
            if not is_shared(session) or _still_stands(session, change, act):
                return self._turn(session, change, act)
        return None

    def _turn(self, session: Session, change: ChangeRecord, act: Act) -> ChangeRecord:
        old, new = (change.after, change.before) if act == "undo" else (change.before, change.after)
        before, after = plain_of(old), plain_of(new)
        if change.what == _SHARED or (change.what in IN_FIELDS and is_shared(session)):
            before, after = _in_fields(session, change, before, after)
        touch(session, change.round_id)
        cells.write(session, change.round_id, convert(change.what, What), {change.key: after})
        self.note(session, change.round_id, Entry(change.what, change.key, before, after, act, change.id))
        return change

    def _went_on(self, session: Session, round_id: int, what: str, key: str, value: Any) -> bool:
        query = select(ChangeRecord).where(ChangeRecord.round_id == round_id)
        last = session.scalar(query.order_by(ChangeRecord.id.desc()).limit(1))
        now = now_in(session)
        turn = self.turn(
            round_id, None if last is None else _as_last(last), Entry(what, key, after=value), now
        )
        if last is None or turn == "new":
            return False
        if turn == "back":
            session.execute(delete(ChangeRecord).where(ChangeRecord.id == last.id))
        else:
            last.after, last.at = text_of(value), now
        return True

    def turn(self, round_id: int, last: Last | None, entry: Entry, now: datetime) -> Turn:
        """What a change that goes on is beside the last one of the round: see `Turn`."""
        is_one = (
            last is not None
            and (last.act, last.what, last.key) == ("do", entry.what, entry.key)
            and (last.by, last.told_by) == (self.hand.by, self.hand.teller(round_id))
            and abs(now - last.at) < _ONE_GO
        )
        if last is None or not is_one:
            return "new"
        return "back" if last.before == text_of(entry.after) else "on"


def _as_last(change: ChangeRecord) -> Last:
    own = (change.id, change.act, change.what, change.key, change.by, change.told_by)
    return Last(*own, change.at, change.before)


def standing(changes: Iterable[Done]) -> tuple[list[Done], list[Done]]:
    """The changes that can be undone, and those that can be redone; the next one stands last in each."""
    done: list[Done] = []
    undone: list[Done] = []
    for change in changes:
        if change.what == IMPORT:
            done, undone = [], []
        elif change.act == "undo" and done:
            undone.append(_taken(done, change.of))
        elif change.act == "redo" and undone:
            done.append(_taken(undone, change.of))
        elif change.act == "do":
            done.append(change)
            undone.clear()
    return done, undone


def _taken(changes: list[Done], number: int | None) -> Done:
    """The one of a number is taken out; else the last one: numbers are others where companies became one."""
    found = (place for place, each in enumerate(changes) if each.id == number)
    return changes.pop(next(found, -1))


def _lock(session: Session, round_id: int) -> None:
    """Let nobody else write to the round until this is done; in a file nobody can anyhow."""
    if is_shared(session):
        look_in(session, round_id)


def _in_fields(session: Session, change: ChangeRecord, before: Any, after: Any) -> tuple[Any, Any]:
    """A cell as it is now, and with what this change alone changed turned round.

    The rounds of a company share its profile, and desks share a round: what was written by others since is
    not taken back with it.
    """
    empty = IN_FIELDS[change.what]
    now, before, after = ({**empty, **(cell or {})} for cell in (_now(session, change), before, after))
    turned = {**now, **{name: value for name, value in after.items() if before.get(name) != value}}
    return (None if empty and now == empty else now), None if empty and turned == empty else turned


def _still_stands(session: Session, change: ChangeRecord, act: Act) -> bool:
    """Whether what a change left there is there still, so that turning it round replaces nothing unseen."""
    if change.what == "evidence":
        return True
    old, new = (change.after, change.before) if act == "undo" else (change.before, change.after)
    left, back = plain_of(old), plain_of(new)
    now = _now(session, change)
    if change.what in IN_FIELDS:
        return not in_fields(now, left, back, IN_FIELDS[change.what])[1]
    return _same(now, left)


def _now(session: Session, change: ChangeRecord) -> Any:
    what = convert(change.what, What)
    if what == "move":
        answers = (plain_of(change.after) or plain_of(change.before))["answers"]
        return cells.read_move(session, change.round_id, answers)
    return cells.read(session, change.round_id, what, [change.key])[change.key]


def text_of(plain: Any) -> str | None:
    """A cell as it stands in the history; None where there is none."""
    return None if plain is None else as_text(plain)


def _same(one: Any, other: Any) -> bool:
    return text_of(one) == text_of(other)
