"""Packs put into the workspace and taken out of it, with the keys that are trusted for them."""

import zlib
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import PackKeyRecord, PackRecord
from desktop.storage.database import Database
from desktop.storage.moments import now_in
from desktop.storage.pack_reader import FORMER
from desktop.text import say

_OLDER = say(
    "This pack has the number {serial}, and number {highest} was installed before. An older pack never takes "
    "the place of a newer one; ask the hub for the current one."
)
_MEANWHILE = say("Another key was trusted for this pack meanwhile. Look at the pack again.")


@dataclass(frozen=True, slots=True)
class NewPack:
    """What is written of a pack; `archive` are its bytes as they came in, `key` is what signed it."""

    id: str
    serial: int
    version: str
    name: str
    sha256: str
    archive: bytes
    key: bytes


class PackStore:
    """Writes packs. What a method was given has been committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def install(self, new: NewPack, trusted: bytes | None, *, keeps_former: bool) -> None:
        """Put a pack in the place of the one of its id, and trust its key from now on.

        `trusted` is the key that was found trusted when the pack was looked at. StorageError where that is
        another one by now, or where a higher serial was installed before.
        """
        with self._database.session() as session:
            _trust(session, new, trusted)
            _retire(session, new.id, keeps=keeps_former)
            session.execute(delete(PackRecord).where(PackRecord.id == f"{new.id}{FORMER}{new.serial}"))
            session.add(
                PackRecord(
                    id=new.id,
                    serial=new.serial,
                    version=new.version,
                    name=new.name,
                    sha256=new.sha256,
                    installed_at=now_in(session),
                    archive=zlib.compress(new.archive, 9),
                )
            )

    def remove(self, pack_id: str, *, keeps_former: bool) -> None:
        """Take a pack out of use; its key stays trusted. Nothing happens where it is gone already."""
        with self._database.session() as session:
            _retire(session, pack_id, keeps=keeps_former)

    def drop_former(self, row_ids: Collection[str]) -> None:
        """Delete packs that are no longer in use; one that is in use stays."""
        with self._database.session() as session:
            former = [each for each in row_ids if FORMER in each]
            session.execute(delete(PackRecord).where(PackRecord.id.in_(former)))

    def forget_key(self, pack_id: str) -> None:
        """Trust no key for packs of an id, as before the first."""
        with self._database.session() as session:
            session.execute(delete(PackKeyRecord).where(PackKeyRecord.pack_id == pack_id))


def _trust(session: Session, new: NewPack, trusted: bytes | None) -> None:
    now, record = now_in(session), session.get(PackKeyRecord, new.id)
    if (None if record is None else record.public_key) != trusted:
        raise StorageError(_MEANWHILE)
    if record is None:
        session.add(
            PackKeyRecord(pack_id=new.id, public_key=new.key, highest_serial=new.serial, trusted_at=now)
        )
        return
    if record.highest_serial > new.serial:
        raise StorageError(_OLDER, serial=new.serial, highest=record.highest_serial)
    if record.public_key != new.key:
        record.public_key, record.trusted_at = new.key, now
    record.highest_serial = new.serial


def _retire(session: Session, pack_id: str, *, keeps: bool) -> None:
    record = session.get(PackRecord, pack_id)
    if record is None:
        return
    former = f"{pack_id}{FORMER}{record.serial}"
    session.expunge(record)
    session.execute(delete(PackRecord).where(PackRecord.id == former))
    if keeps:
        session.execute(update(PackRecord).where(PackRecord.id == pack_id).values(id=former))
    else:
        session.execute(delete(PackRecord).where(PackRecord.id == pack_id))
