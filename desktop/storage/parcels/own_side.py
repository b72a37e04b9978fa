"""The laptop's side of a return: what a company was, what it is now, and what the server knows of that."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import ArrivedRecord, CompanyRecord, TakenRecord
from desktop.storage.parcels.marks import marks_of
from desktop.storage.parcels.parcel import Parcel, nothing
from desktop.storage.parcels.reading import Found, ids_of, read_companies
from desktop.storage.parcels.states import State, read_states, written
from desktop.text import quoted, say

_NOT_READ = say(
    "What is on the laptop cannot be read: {reason}. Nothing was changed; keep the folder as it is, and ask "
    "for help."
)


@dataclass(frozen=True, slots=True)
class OwnSide:
    """A company on the laptop; `mine` is None where it was deleted there.

    `states` are what it is compared with (see `Remembered`). It `is_returned` where it came back, or was left
    out, and the server did not lose what came.
    """

    uuid: str
    states: tuple[State, ...]
    mine: Found | None
    is_returned: bool
    going: str
    left_out: str = ""

    @property
    def base(self) -> State:
        """What it was when it went, or came back last; None where it was made on the laptop."""
        return self.states[-1]

    @property
    def name(self) -> str:
        """What it is called on the laptop, or was."""
        return self.mine.parcel.name if self.mine is not None else (self.base or nothing("")).name

    @property
    def mark(self) -> str:
        """What says on the server that just this state arrived, and nothing to others who may read it."""
        return self._mark_of(None if self.mine is None else self.mine.parcel)

    @property
    def marks(self) -> tuple[str, ...]:
        """Those of all states that can have arrived."""
        return (self.mark, *(self._mark_of(each) for each in self.states[1:]))

    @property
    def is_left_out(self) -> bool:
        """Whether it is not wanted back as it is now."""
        return self.mine is not None and self.left_out == self.mine.parcel.digest

    def known(self, arrived: Collection[str]) -> "OwnSide":
        """The side as the server knows it, by the marks there.

        A return that the server has lost, as where an older backup was put back, is as if it had not been.
        """
        count = len(self.states)
        while count > 1 and self._mark_of(self.states[count - 1]) not in arrived:
            count -= 1
        state = None if self.mine is None else self.states[count - 1]
        is_there = self.is_returned and count == len(self.states) and self._mark_of(state) in arrived
        return replace(self, states=self.states[:count], is_returned=is_there)

    def _mark_of(self, state: State) -> str:
        told = f"{self.going}:{self.uuid}:{'' if state is None else state.digest}"
        return f"{marks_of(self.uuid)}{hashlib.sha256(told.encode()).hexdigest()}"

    @property
    def is_unchanged(self) -> bool:
        """Whether nothing was written on the laptop since it went, or was brought back last."""
        if self.base is None or self.mine is None:
            return False
        return self.base.to_json() == self.mine.parcel.to_json()


def all_uuids(here: Session) -> tuple[str, ...]:
    """All companies that were taken along, or made on the laptop."""
    taken = here.scalars(select(TakenRecord.company_uuid).order_by(TakenRecord.company_uuid)).all()
    made = here.scalars(select(CompanyRecord.uuid).order_by(CompanyRecord.id)).all()
    return tuple(dict.fromkeys((*made, *taken)))


def own_sides(here: Session, uuids: Sequence[str]) -> Iterator[OwnSide]:
    """Companies as the laptop has them; StorageError where what they are, or were, cannot be read."""
    try:
        mine = read_companies(here, ids_of(here, uuids).values())
    except (ValueError, TypeError) as error:  # such as a day that is none
        raise StorageError(_NOT_READ, reason=quoted(str(error))) from error
    taken = {
        each.company_uuid: each
        for each in here.scalars(select(TakenRecord).where(TakenRecord.company_uuid.in_(uuids)))
    }
    going = here.scalar(select(TakenRecord.uid).order_by(TakenRecord.taken_at).limit(1)) or ""
    for uuid in uuids:
        record = taken.get(uuid)
        if record is None:
            yield OwnSide(uuid, (None,), mine.get(uuid), is_returned=False, going=going)
        else:
            told, is_back = read_states(record.base), record.returned_at is not None
            yield OwnSide(uuid, told.states, mine.get(uuid), is_back, record.uid, told.left_out)


def arrived_of(there: Session, sides: Iterable[OwnSide]) -> frozenset[str]:
    """The marks of states that arrived on the server."""
    wanted = [mark for each in sides for mark in each.marks]
    return frozenset(there.scalars(select(ArrivedRecord.uid).where(ArrivedRecord.uid.in_(wanted))))


def mark_returned(here: Session, own: OwnSide) -> None:
    """Remember that a company is back as it is now: what is written later is compared with this."""
    now = datetime.now(UTC)
    record = here.get(TakenRecord, own.uuid)
    if record is not None:
        record.returned_at = now
        if own.mine is not None:
            record.base = written(_with(read_states(record.base).states, own.mine.parcel))
    elif own.mine is not None:
        server = here.scalar(select(TakenRecord.server).limit(1)) or ""
        here.add(
            TakenRecord(
                company_uuid=own.uuid,
                uid=own.going,
                server=server,
                taken_at=now,
                base=written([None, own.mine.parcel]),
                returned_at=now,
            )
        )


def mark_left_out(here: Session, own: OwnSide) -> None:
    """Remember that a company that is gone from the server is not wanted back as it is now."""
    record = here.get(TakenRecord, own.uuid)
    if record is not None and own.mine is not None:
        record.returned_at = datetime.now(UTC)
        record.base = written(read_states(record.base).states, own.mine.parcel.digest)


def _with(states: tuple[State, ...], now: Parcel) -> tuple[State, ...]:
    last = states[-1]
    return states if last is not None and last.to_json() == now.to_json() else (*states, now)
