"""Changes of rounds written down as they are made, so that each can be told, undone and redone."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, NamedTuple

from msgspec import convert
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.models import ChangeRecord
from desktop.storage import cells
from desktop.storage.cells import What, as_text
from desktop.storage.stored import Hand
from desktop.storage.writing import touch

IMPORT = "import"
"""What came in from elsewhere: told, but nothing from before it can be undone."""
Act = Literal["do", "undo", "redo"]
_SHARED: Literal["profile"] = "profile"
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


class Journal:
    """Writes cells of rounds together with their history, by the `hand` that is at work."""

    def __init__(self) -> None:
        self.hand = Hand()

    @contextmanager
    def heard_from(self, told_by: str) -> Iterator[None]:
        """Let changes be told by somebody, until the end of a block."""
        before, self.hand = self.hand, replace(self.hand, told_by=told_by, told_in=None)
        try:
            yield
        finally:
            self.hand = before

    def change(
        self, session: Session, round_id: int, what: What, values: Mapping[str, Any], *, goes_on: bool = False
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
        session.add(
            ChangeRecord(
                round_id=round_id,
                at=datetime.now(UTC),
                what=entry.what,
                key=entry.key,
                before=_text(entry.before),
                after=_text(entry.after),
                by=self.hand.by,
                told_by=self.hand.teller(round_id),
                act=entry.act,
                of=entry.of,
            )
        )

    def undo(self, session: Session, round_id: int) -> ChangeRecord | None:
        """Put back what the last change replaced; None where there is nothing to undo."""
        done, _ = standing(_all(session, round_id))
        return self._turn(session, session.get_one(ChangeRecord, done[-1].id), "undo") if done else None

    def redo(self, session: Session, round_id: int) -> ChangeRecord | None:
        """Make the change that was undone last once more; None where there is none."""
        _, undone = standing(_all(session, round_id))
        return self._turn(session, session.get_one(ChangeRecord, undone[-1].id), "redo") if undone else None

    def _turn(self, session: Session, change: ChangeRecord, act: Act) -> ChangeRecord:
        old, new = (change.after, change.before) if act == "undo" else (change.before, change.after)
        before, after = _plain(old), _plain(new)
        if change.what == _SHARED:
            before, after = self._in_profile(session, change, before, after)
        touch(session, change.round_id)
        cells.write(session, change.round_id, convert(change.what, What), {change.key: after})
        self.note(session, change.round_id, Entry(change.what, change.key, before, after, act, change.id))
        return change

    def _in_profile(
        self, session: Session, change: ChangeRecord, before: Any, after: Any
    ) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """The company's profile as it is now, and with what this change alone changed turned round.

        All rounds share it: what was written in another one since is not taken back with it.
        """
        [now] = cells.read(session, change.round_id, _SHARED, [change.key]).values()
        return now, {**now, **{name: value for name, value in after.items() if before.get(name) != value}}

    def _went_on(self, session: Session, round_id: int, what: str, key: str, value: Any) -> bool:
        query = select(ChangeRecord).where(ChangeRecord.round_id == round_id)
        last = session.scalar(query.order_by(ChangeRecord.id.desc()).limit(1))
        now = datetime.now(UTC)
        if last is None or not self._is_same_go(last, what, key, now):
            return False
        last.after, last.at = _text(value), now
        if last.before == last.after:
            session.execute(delete(ChangeRecord).where(ChangeRecord.id == last.id))
        return True

    def _is_same_go(self, last: ChangeRecord, what: str, key: str, now: datetime) -> bool:
        return (
            (last.act, last.what, last.key) == ("do", what, key)
            and (last.by, last.told_by) == (self.hand.by, self.hand.teller(last.round_id))
            and abs(now - last.at) < _ONE_GO
        )


def standing(changes: Iterable[Done]) -> tuple[list[Done], list[Done]]:
    """The changes that can be undone, and those that can be redone; the next one stands last in each."""
    done: list[Done] = []
    undone: list[Done] = []
    for change in changes:
        if change.what == IMPORT:
            done, undone = [], []
        elif change.act == "undo" and done:
            undone.append(done.pop())
        elif change.act == "redo" and undone:
            done.append(undone.pop())
        elif change.act == "do":
            done.append(change)
            undone.clear()
    return done, undone


def _all(session: Session, round_id: int) -> Iterable[Done]:
    """Without the values: of thousands of changes only one is turned round."""
    query = select(ChangeRecord.id, ChangeRecord.what, ChangeRecord.act)
    rows = session.execute(query.where(ChangeRecord.round_id == round_id).order_by(ChangeRecord.id))
    return (Done(*row) for row in rows)


def _text(plain: Any) -> str | None:
    return None if plain is None else as_text(plain)


def _plain(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def _same(one: Any, other: Any) -> bool:
    return _text(one) == _text(other)
