"""Companies brought back from a laptop: compared cell by cell, and written each whole or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import ArrivedRecord, CompanyRecord, ErasedRecord, LoanRecord, RoundRecord
from desktop.storage.database import Database
from desktop.storage.journal import Journal
from desktop.storage.moments import now_in
from desktop.storage.parcels.going import AT_ONCE
from desktop.storage.parcels.many_rows import ManyRows, write_rows
from desktop.storage.parcels.noting import note_return
from desktop.storage.parcels.own_side import (
    OwnSide,
    all_uuids,
    arrived_of,
    mark_left_out,
    mark_returned,
    own_sides,
)
from desktop.storage.parcels.parcel import Key
from desktop.storage.parcels.parts import table_of
from desktop.storage.parcels.reading import Found, content_of, ids_of, lock_rounds, read_companies
from desktop.storage.parcels.standing import (
    NOT_YOURS,
    SETTLED,
    ConflictTold,
    Kind,
    Returning,
    Standing,
    copies_back,
    standing_of,
)
from desktop.storage.parcels.three_way import Choices, Difference, Put, undecided
from desktop.storage.parcels.writing import Contents, write_puts
from desktop.storage.reader import Reader
from desktop.text import say

__all__ = ["NOT_YOURS", "SETTLED", "ComingBack", "ConflictTold", "Returning"]
_GONE: Final = ("deleted", "left-out")
_TOGETHER: Final = 20
"""Companies in one transaction: trips to the server count little, and nobody waits long for one of them."""

_ON_LAPTOP = say("On the laptop: {sentence}")


@dataclass(frozen=True, slots=True)
class _Arriving:
    """A company that is written, its row on the server (or nothing), and what becomes of it."""

    own: OwnSide
    theirs: Found
    difference: Difference


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
                    sides = list(own_sides(here, wanted))
                    arrived = arrived_of(there, sides)
                    copies = copies_back(there, sides, arrived)
                    for each in sides:
                        told = standing_of(there, each.known(arrived), theirs.get(each.uuid)).told
                        found.append(replace(told, copy_back_at=copies.get(each.uuid)))
        return tuple(sorted(found, key=_by_name))

    def bring(self, uuid: str, choices: Choices, *, makes_again: bool = False) -> Returning:
        """Bring one company back, as `bring_all` does."""
        [done] = self.bring_all([uuid], choices, frozenset([uuid] if makes_again else []))
        return done

    def bring_all(
        self, uuids: Sequence[str], choices: Choices, made_again: frozenset[str] = frozenset()
    ) -> Iterator[Returning]:
        """Bring companies back; each says how it stands afterwards.

        Where a conflict has no choice, or one is gone and not among those to be made again, nothing of it is
        written. The laptop may forget those that came last where it is killed; the server does not.
        StorageError where one is refused; those before it are back.
        """
        for start in range(0, len(uuids), AT_ONCE):
            with self._laptop.session() as here:
                own = list(own_sides(here, uuids[start : start + AT_ONCE]))
                for first in range(0, len(own), _TOGETHER):
                    bringing = _Bringing(
                        here, Reader(self._laptop), self._server, self._journal, choices, made_again
                    )
                    for each, done in bringing.bring(own[first : first + _TOGETHER]):
                        if done.kind in ("returned", "stays"):
                            mark_returned(here, each)
                        yield done

    def leave_out(self, uuid: str) -> None:
        """Say that a company that is gone from the server is not to be made again."""
        with self._laptop.session() as here:
            [own] = own_sides(here, [uuid])
            mark_left_out(here, own)


@dataclass(frozen=True, slots=True)
class _Bringing:
    """Some companies on their way into the server, with what was chosen."""

    here: Session
    laptop: Reader
    server: Database
    journal: Journal
    choices: Choices
    made_again: frozenset[str]

    def bring(self, sides: Sequence[OwnSide]) -> Iterator[tuple[OwnSide, Returning]]:
        """All in one transaction; where one of them is refused, each in its own."""
        try:
            done = self._bring_together(sides)
        except StorageError:
            if len(sides) == 1:
                raise
            for each in sides:
                yield from self.bring([each])
        else:
            yield from zip(sides, done, strict=True)

    def _bring_together(self, sides: Sequence[OwnSide]) -> list[Returning]:
        for each in sides:
            self._require_whole(each)
        with self.server.session() as there:
            ids = ids_of(there, [each.uuid for each in sides])
            lock_rounds(there, ids.values())
            arrived = arrived_of(there, sides)
            copies = copies_back(there, sides, arrived)
            theirs = read_companies(there, ids.values())
            arriving: list[_Arriving] = []
            done = []
            for own in sides:
                if own.mark in arrived:
                    done.append(Returning(own.uuid, own.name, "returned"))
                    continue
                standing = standing_of(there, own.known(arrived), theirs.get(own.uuid))
                told = replace(standing.told, copy_back_at=copies.get(own.uuid))
                if self._is_ready(standing):
                    arriving.append(_Arriving(own, standing.theirs, standing.difference))
                    kind: Kind = "stays" if told.kind == "stays" else "returned"
                    told = Returning(own.uuid, own.name, kind, told.changes)
                done.append(told)
            self._write(there, arriving)
            _mark_back(there, [each.own for each in arriving])
        return done

    def _require_whole(self, own: OwnSide) -> None:
        """StorageError where no desk could open what comes back: it must not replace what can be."""
        if own.mine is None or own.is_unchanged:
            return
        try:
            for number in own.mine.numbers.get("round", {}).values():
                self.laptop.load(number)
                self.laptop.respondents(number)
        except StorageError as error:
            raise StorageError(_ON_LAPTOP, sentence=error.sentence) from error

    def _is_ready(self, standing: Standing) -> bool:
        told = standing.told
        if told.kind in _GONE and told.uuid not in self.made_again:
            return False
        is_settled = told.kind in ("not-yours", "returned")
        return not is_settled and not undecided(standing.difference.conflicts, self.choices)

    def _write(self, there: Session, arriving: Sequence[_Arriving]) -> None:
        """The laptop's own changes stand in the history before what tells of the return."""
        if not arriving:
            return
        _forget_erased(there, [each.own.uuid for each in arriving if each.own.mine is not None])
        many = ManyRows(there)
        written = [write_puts(many, each.theirs, self._puts(each), self._content(each)) for each in arriving]
        many.write()
        changed: list[int] = []
        for each, found in zip(arriving, written, strict=True):
            decided = [(conflict, self.choices[conflict.mark]) for conflict in each.difference.conflicts]
            changed += note_return(there, self.journal, found, self._puts(each), decided)
        now = now_in(there)
        there.execute(update(RoundRecord).where(RoundRecord.id.in_(changed)).values(changed_at=now))
        write_rows(there, table_of(ArrivedRecord), [{"uid": each.own.mark, "at": now} for each in arriving])

    def _puts(self, each: _Arriving) -> list[Put]:
        chosen = [one.mine_put for one in each.difference.conflicts if self.choices[one.mark] == "mine"]
        return [*each.difference.puts, *chosen]

    def _content(self, each: _Arriving) -> Contents:
        def content(key: Key) -> bytes | None:
            return None if each.own.mine is None else content_of(self.here, each.own.mine, key)

        return content


def _forget_erased(there: Session, uuids: Sequence[str]) -> None:
    """Not every role may delete them, and hardly ever is there one."""
    wanted = ErasedRecord.uuid.in_(uuids)
    if there.scalars(select(ErasedRecord.uuid).where(wanted)).first() is not None:
        there.execute(delete(ErasedRecord).where(wanted))


def _mark_back(there: Session, sides: Sequence[OwnSide]) -> None:
    goings, uuids = {each.going for each in sides}, [each.uuid for each in sides]
    found = select(CompanyRecord.id).where(CompanyRecord.uuid.in_(uuids))
    wanted = (LoanRecord.uid.in_(goings), LoanRecord.company_id.in_(found))
    there.execute(update(LoanRecord).where(*wanted).values(returned_at=now_in(there)))


def _by_name(each: Returning) -> tuple[str, str]:
    return each.name.casefold(), each.uuid
