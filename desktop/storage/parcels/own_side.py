"""The laptop's side of a return: what a company was, what it is now, and that it is back."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import CompanyRecord, TakenRecord
from desktop.storage.parcels.parcel import Parcel, nothing
from desktop.storage.parcels.reading import Found, ids_of, read_companies
from desktop.text import quoted, say

_DAMAGED = say(
    "What a company was when it was taken along can no longer be read on the laptop. Nothing was changed; "
    "keep the folder as it is, and ask for help."
)

_NOT_READ = say(
    "What is on the laptop cannot be read: {reason}. Nothing was changed; keep the folder as it is, and ask "
    "for help."
)


@dataclass(frozen=True, slots=True)
class OwnSide:
    """A company on the laptop; `base` is None where it was made there, `mine` where it was deleted there."""

    uuid: str
    base: Parcel | None
    mine: Found | None
    is_returned: bool
    going: str

    @property
    def name(self) -> str:
        """What it is called on the laptop, or was."""
        return self.mine.parcel.name if self.mine is not None else (self.base or nothing("")).name

    @property
    def mark(self) -> str:
        """What says on the server that just this state arrived, and nothing to others who may read it."""
        state = f"{self.going}:{self.uuid}:{'' if self.mine is None else self.mine.parcel.digest}"
        return f"returned:{hashlib.sha256(state.encode()).hexdigest()}"

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
            yield OwnSide(uuid, None, mine.get(uuid), is_returned=False, going=going)
        else:
            base = _base_of(record)
            is_back = record.returned_at is not None
            yield OwnSide(uuid, base, mine.get(uuid), is_returned=is_back, going=record.uid)


def mark_returned(here: Session, own: OwnSide) -> None:
    """Remember that a company is back as it is now: what is written later is compared with this."""
    now = datetime.now(UTC)
    values: dict[str, Any] = {"returned_at": now}
    if own.mine is not None:
        values["base"] = own.mine.parcel.to_json()
    statement = update(TakenRecord).where(TakenRecord.company_uuid == own.uuid).values(**values)
    if here.scalar(statement.returning(TakenRecord.company_uuid)) is None and own.mine is not None:
        server = here.scalar(select(TakenRecord.server).limit(1)) or ""
        made = TakenRecord(
            company_uuid=own.uuid,
            uid=own.going,
            server=server,
            taken_at=now,
            base=own.mine.parcel.to_json(),
            returned_at=now,
        )
        here.add(made)


def _base_of(record: TakenRecord) -> Parcel:
    try:
        return Parcel.from_json(record.base)
    except (ValueError, KeyError, TypeError) as error:
        raise StorageError(_DAMAGED) from error
