"""How a company of a laptop stands on the server: what is to be taken over, and what must be chosen."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlalchemy.orm import Session

from desktop.models import CompanyRecord, LoanRecord
from desktop.storage.inserting import insert, is_shared
from desktop.storage.parcels.own_side import OwnSide
from desktop.storage.parcels.parcel import Parcel, nothing
from desktop.storage.parcels.parts import PART_OF
from desktop.storage.parcels.people import as_in, known_as
from desktop.storage.parcels.reading import Found, value_of
from desktop.storage.parcels.telling import Told, told_of
from desktop.storage.parcels.three_way import Conflict, Difference, compare
from desktop.text import say

Kind = Literal["same", "changed", "conflicts", "new", "deleted", "not-yours", "stays", "returned", "left-out"]
"""Deleted is on the server, stays what was deleted on the laptop alone, not-yours what one may not see.

Left-out is what is deleted on the server and was not wanted back.
"""
SETTLED: Final[frozenset[Kind]] = frozenset(("returned", "left-out"))
"""Nothing more is to be done."""
NOT_YOURS: Final = say(
    "{name} is no longer assigned to you, and nothing of it was changed on the server. Ask the coordinator "
    "to assign it to you, and bring it back again; what you wrote stays on the laptop."
)


@dataclass(frozen=True, slots=True)
class ConflictTold:
    """A conflict with who wrote each side, and when."""

    conflict: Conflict
    mine: Told
    theirs: Told


@dataclass(frozen=True, slots=True)
class Returning:
    """A company on its way back: how it stands, how many rows change on the server, what must be chosen."""

    uuid: str
    name: str
    kind: Kind
    changes: int = 0
    conflicts: tuple[ConflictTold, ...] = ()
    copy_back_at: datetime | None = None
    """When another copy of the laptop's folder brought it back; None where none did."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a company stands, what the server is to take over of it, and what of it is there."""

    told: Returning
    difference: Difference
    theirs: Found


def standing_of(there: Session, own: OwnSide, theirs: Found | None) -> Standing:
    """How a company stands, as it is `known`; `theirs` is None where the server has, or shows, nothing."""
    settled = _settled(there, own, theirs)
    former = theirs or Found(nothing(own.uuid), {})
    if settled is not None or own.mine is None:
        told = Returning(own.uuid, own.name, settled or "stays")
        return Standing(told, Difference((), ()), former)
    base = nothing(own.uuid) if own.base is None or theirs is None else own.base
    mine = known_as(base, own.mine).parcel
    other = as_in(mine, known_as(base, former))
    difference = compare(base, mine, other.parcel)
    told = _told(own, theirs, difference, (mine, other.parcel))
    return Standing(told, difference, other)


def copies_back(there: Session, sides: Iterable[OwnSide], arrived: Collection[str]) -> dict[str, datetime]:
    """When companies came back out of other copies of the laptop's folder, by UUID."""
    goings = {each.uuid: each.going for each in sides if not each.is_returned and each.mark not in arrived}
    query = (
        select(CompanyRecord.uuid, LoanRecord.uid, LoanRecord.returned_at)
        .join(LoanRecord, LoanRecord.company_id == CompanyRecord.id)
        .where(CompanyRecord.uuid.in_(goings), LoanRecord.returned_at.is_not(None))
    )
    found = there.execute(query).all()
    return {uuid: at for uuid, going, at in found if at is not None and goings[uuid] == going}


def _settled(there: Session, own: OwnSide, theirs: Found | None) -> Kind | None:
    """How a company stands of which nothing is to be compared."""
    if own.is_left_out and theirs is None:
        return "left-out"
    if own.is_returned and (own.is_unchanged or own.mine is None):
        return "returned"
    if own.mine is None:
        return "stays"
    return "not-yours" if theirs is None and _is_hidden(there, own.mine.parcel) else None


def _told(
    own: OwnSide, theirs: Found | None, difference: Difference, sides: tuple[Parcel, Parcel]
) -> Returning:
    told = tuple(
        ConflictTold(each, *(told_of(side, each) for side in sides)) for each in difference.conflicts
    )
    kind: Kind = "conflicts" if told else "changed" if difference.puts else "same"
    if theirs is None:
        kind = "new" if own.base is None else "deleted"
    return Returning(own.uuid, own.name, kind, len(difference.puts), told)


def _is_hidden(there: Session, mine: Parcel) -> bool:
    """Whether a company that one does not see is there all the same, looked after by somebody else."""
    if not is_shared(there):
        return False
    row, columns = mine.rows("company")[()], PART_OF["company"].table.c
    values = {name: value_of(plain, columns[name]) for name, plain in row.items()}
    trying = there.begin_nested()
    try:
        statement = insert(there, CompanyRecord).values(uuid=mine.uuid, **values)
        made = there.execute(statement.on_conflict_do_nothing().returning(CompanyRecord.id)).first()
    except (IntegrityError, ProgrammingError):  # rows and rights that one does not see
        return True
    finally:
        if trying.is_active:
            trying.rollback()
    return made is None
