"""Companies taken along: written whole into a laptop's own database, and marked as lent on the server."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import EventRecord, LoanRecord, PackKeyRecord, PackRecord, ProjectRecord, TakenRecord
from desktop.storage.copies.making import WORKSPACE_ID
from desktop.storage.database import Database
from desktop.storage.moments import now_in
from desktop.storage.parcels.many_rows import ManyRows
from desktop.storage.parcels.parcel import Key, Parcel, nothing
from desktop.storage.parcels.reading import Found, content_of, ids_of, read_companies
from desktop.storage.parcels.writing import all_of, write_puts
from desktop.storage.preference import OF_THE_HUB, plain_of, preference
from desktop.storage.preferring import write_preference
from desktop.text import say

AT_ONCE: Final = 50
"""Companies that are read with one question for each table."""
_GONE = say("A company that was chosen is no longer there. Look at the list again; nothing was taken along.")
_OF_THE_DESK = ("consultant", "is_hub", "courses", "first_edition")
FROM: Final = "taken_from"
"""The preference of a laptop's database that holds the id of the workspace its companies are of."""


@dataclass(frozen=True, slots=True)
class Going:
    """Somebody's way out: `server` is the address they are taken from, `login` who takes them."""

    server: str
    login: str
    at: datetime
    uid: str


def going_from(database: Database, server: str, name: str) -> Going:
    """A way out that begins now; on a server it goes by the login, elsewhere by the name of who works."""
    with database.session() as there:
        is_server = there.get_bind().dialect.name == "postgresql"
        login = str(there.scalar(text("SELECT session_user"))) if is_server else name
        return Going(server, login, now_in(there), str(uuid4()))


def take_along(source: Database, target: Database, uuids: Sequence[str], going: Going) -> None:
    """Put companies into an empty database, with packs and preferences, and mark them as lent.

    Both are committed when it returns. StorageError where one is no longer there; then nothing is marked,
    and the target is to be thrown away.
    """
    with source.session() as there, target.session() as here:
        _copy_shared(there, here, source)
        for start in range(0, len(uuids), AT_ONCE):
            wanted = uuids[start : start + AT_ONCE]
            found = read_companies(there, ids_of(there, wanted).values())
            if len(found) != len(wanted):
                raise StorageError(_GONE)
            many = ManyRows(here)
            for each in found.values():
                _write_whole(there, many, each)
                here.add(_taken(each.parcel, going))
            many.write()
            here.flush()
    with source.session() as there:
        ids = ids_of(there, uuids)
        mark = {"uid": going.uid, "login": going.login, "taken_at": going.at}
        there.execute(
            insert(LoanRecord), [{"company_id": ids[each], **mark} for each in uuids if each in ids]
        )


def is_of(laptop: Database, database: Database) -> bool:
    """Whether a laptop's companies are of this workspace."""
    with laptop.reading() as there, database.reading() as here:
        return bool(preference(there, FROM) == preference(here, WORKSPACE_ID))


def uuids_of(database: Database, ids: Sequence[int]) -> tuple[str, ...]:
    """The UUIDs of companies; StorageError where one is no longer there."""
    with database.reading() as rows:
        found = [list(rows("SELECT uuid FROM company WHERE id = :id", id=each)) for each in ids]
    if not all(found):
        raise StorageError(_GONE)
    return tuple(str(each[0]["uuid"]) for each in found)


def _taken(parcel: Parcel, going: Going) -> TakenRecord:
    return TakenRecord(
        company_uuid=parcel.uuid,
        uid=going.uid,
        server=going.server,
        taken_at=going.at,
        base=parcel.to_json(),
    )


def _write_whole(there: Session, many: ManyRows, found: Found) -> None:
    def content(key: Key) -> bytes | None:
        return content_of(there, found, key)

    empty = Found(nothing(found.parcel.uuid), {})
    write_puts(many, empty, all_of(found.parcel), content)


def _copy_shared(there: Session, here: Session, source: Database) -> None:
    """Packs with their keys, events and projects by name, and what hub and desk prefer."""
    for record in (PackRecord, PackKeyRecord, EventRecord, ProjectRecord):
        for row in _rows_of(there, record):
            here.execute(insert(record), [row])
    with source.reading() as rows:
        write_preference(here, FROM, preference(rows, WORKSPACE_ID))
    for database, names in ((source, OF_THE_HUB), (source.own, _OF_THE_DESK)):
        with database.reading() as rows:
            kept = {row["name"]: plain_of(row["value"]) for row in rows("SELECT name, value FROM preference")}
        for name in names:
            if kept.get(name) is not None:
                write_preference(here, name, kept[name])


def _rows_of(session: Session, record: Any) -> Iterator[dict[str, Any]]:
    columns = [column for column in record.__table__.columns if column.name != "id" or record is PackRecord]
    for row in session.execute(select(*columns)).mappings():
        yield dict(row)
