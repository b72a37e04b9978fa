"""Companies brought back from a laptop: compared cell by cell, and written each in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError, ProgrammingError
from sqlalchemy.orm import Session

from desktop.models import (
    ArrivedRecord,
    CompanyRecord,
    ErasedRecord,
    LoanRecord,
)
from desktop.storage.database import Database
from desktop.storage.inserting import insert
from desktop.storage.journal import Journal
from desktop.storage.parcels.going import AT_ONCE
from desktop.storage.parcels.noting import note_return
from desktop.storage.parcels.own_side import OwnSide, all_uuids, mark_returned, own_sides
from desktop.storage.parcels.parcel import Key, Parcel, nothing
from desktop.storage.parcels.parts import PART_OF
from desktop.storage.parcels.reading import (
    Found,
    content_of,
    ids_of,
    lock_rounds,
    read_companies,
    read_company,
    value_of,
)
from desktop.storage.parcels.telling import Told, told_of
from desktop.storage.parcels.three_way import Choices, Conflict, Difference, compare, undecided
from desktop.storage.parcels.writing import write_puts
from desktop.text import say

Kind = Literal["same", "changed", "conflicts", "new", "deleted", "not-yours", "stays", "returned"]
"""Deleted is on the server, stays what was deleted on the laptop alone, not-yours what one may not see."""
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


class ComingBack:
    """The way back of a laptop's companies.

    What `bring` was given is committed on the server before the laptop says so. Where the program is killed
    between the two, the server remembers what arrived: doing it again changes nothing there.
    """

    def __init__(self, laptop: Database, server: Database, journal: Journal) -> None:
        self._laptop = laptop
        self._server = server
        self._journal = journal

    def look(self) -> tuple[Returning, ...]:
        """How every company of the laptop stands, by name; nothing is written."""
        found: list[Returning] = []
        with self._laptop.session() as here:
            uuids = all_uuids(here)
            for start in range(0, len(uuids), AT_ONCE):
                wanted = uuids[start : start + AT_ONCE]
                with self._server.session() as there:
                    theirs = read_companies(there, ids_of(there, wanted).values())
                    found += [
                        _standing(there, own, theirs.get(own.uuid))[0] for own in own_sides(here, wanted)
                    ]
        return tuple(sorted(found, key=_by_name))

    def bring(self, uuid: str, choices: Choices, *, makes_again: bool = False) -> Returning:
        """Bring one company back, as `bring_all` does."""
        [done] = self.bring_all([uuid], choices, frozenset([uuid] if makes_again else []))
        return done

    def bring_all(
        self, uuids: Sequence[str], choices: Choices, made_again: frozenset[str] = frozenset()
    ) -> Iterator[Returning]:
        """Bring companies back one by one; each says how it stands afterwards.

        Where a conflict has no choice, or one is gone and not among those to be made again, nothing of it is
        written. The laptop may forget those that came last where it is killed; the server does not.
        """
        for start in range(0, len(uuids), AT_ONCE):
            with self._laptop.session() as here:
                for own in own_sides(here, uuids[start : start + AT_ONCE]):
                    with self._server.session() as there:
                        makes_again = own.uuid in made_again
                        done = self._bring(there, here, own, choices, makes_again=makes_again)
                    if done.kind in ("returned", "stays"):
                        mark_returned(here, own)
                    yield done

    def leave_out(self, uuid: str) -> None:
        """Say that a company that is gone from the server is not to be made again."""
        with self._laptop.session() as here:
            [own] = own_sides(here, [uuid])
            mark_returned(here, own)

    def _bring(
        self, there: Session, here: Session, own: OwnSide, choices: Choices, *, makes_again: bool
    ) -> Returning:
        if there.get(ArrivedRecord, own.mark) is not None:
            return Returning(own.uuid, own.name, "returned")
        lock_rounds(there, own.uuid)
        theirs = read_company(there, own.uuid)
        standing, difference = _standing(there, own, theirs)
        is_left = standing.kind == "deleted" and not makes_again
        if is_left or standing.kind in ("not-yours", "returned"):
            return standing
        if undecided(difference.conflicts, choices):
            return standing
        if own.mine is not None:
            self._write(there, here, (own, theirs or Found(nothing(own.uuid), {})), difference, choices)
            there.add(ArrivedRecord(uid=own.mark, at=datetime.now(UTC)))
        _mark_back(there, own)
        kind: Kind = "stays" if standing.kind == "stays" else "returned"
        return Returning(own.uuid, own.name, kind, standing.changes)

    def _write(
        self,
        there: Session,
        here: Session,
        sides: tuple[OwnSide, Found],
        difference: Difference,
        choices: Choices,
    ) -> None:
        own, theirs = sides

        def content(key: Key) -> bytes | None:
            return None if own.mine is None else content_of(here, own.mine, key)

        if there.get(ErasedRecord, own.uuid) is not None:
            there.execute(delete(ErasedRecord).where(ErasedRecord.uuid == own.uuid))
        chosen = [each.mine_put for each in difference.conflicts if choices[each.mark] == "mine"]
        puts = (*difference.puts, *chosen)
        written = write_puts(there, theirs, puts, content)
        decided = [(each, choices[each.mark]) for each in difference.conflicts]
        note_return(there, self._journal, written, puts, decided)


def _standing(there: Session, own: OwnSide, theirs: Found | None) -> tuple[Returning, Difference]:
    """How a company stands, and what the server is to take over of it."""
    nowhere = Difference((), ())
    if own.is_returned and (own.is_unchanged or own.mine is None):
        return Returning(own.uuid, own.name, "returned"), nowhere
    if own.mine is None:
        return Returning(own.uuid, own.name, "stays"), nowhere
    if theirs is None and _is_hidden(there, own.mine.parcel):
        return Returning(own.uuid, own.name, "not-yours"), nowhere
    base = nothing(own.uuid) if own.base is None or theirs is None else own.base
    other = nothing(own.uuid) if theirs is None else theirs.parcel
    difference = compare(base, own.mine.parcel, other)
    told = tuple(
        ConflictTold(each, told_of(own.mine.parcel, each), told_of(other, each))
        for each in difference.conflicts
    )
    kind: Kind = "conflicts" if told else "changed" if difference.puts else "same"
    if theirs is None:
        kind = "new" if own.base is None else "deleted"
    return Returning(own.uuid, own.name, kind, len(difference.puts), told), difference


def _is_hidden(there: Session, mine: Parcel) -> bool:
    """Whether a company that one does not see is there all the same, looked after by somebody else."""
    if there.get_bind().dialect.name != "postgresql":
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


def _mark_back(there: Session, own: OwnSide) -> None:
    found = select(CompanyRecord.id).where(CompanyRecord.uuid == own.uuid).scalar_subquery()
    wanted = (LoanRecord.uid == own.going, LoanRecord.company_id == found)
    there.execute(update(LoanRecord).where(*wanted).values(returned_at=datetime.now(UTC)))


def _by_name(each: Returning) -> tuple[str, str]:
    return each.name.casefold(), each.uuid
