"""Companies taken along: written whole into a laptop's own database, and marked as lent on the server."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import EventRecord, LoanRecord, PackKeyRecord, PackRecord, ProjectRecord, TakenRecord
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.parcels.parcel import Key, Parcel, nothing
from desktop.storage.parcels.reading import Found, content_of, ids_of, read_companies
from desktop.storage.parcels.writing import all_of, write_puts
from desktop.storage.preference import OF_THE_HUB, plain_of
from desktop.storage.preferring import write_preference
from desktop.storage.rows import Row
from desktop.text import say

AT_ONCE: Final = 50
"""Companies that are read with one question for each table."""
_GONE = say("A company that was chosen is no longer there. Look at the list again; nothing was taken along.")
_OF_THE_DESK = ("consultant", "is_hub", "courses", "first_edition")
_LOANS = """
SELECT loan.company_id, company.name AS company, loan.login, person.name, loan.taken_at, loan.uid
FROM loan JOIN company ON company.id = loan.company_id LEFT JOIN person ON person.login = loan.login
WHERE loan.returned_at IS NULL ORDER BY loan.taken_at, loan.id
"""
_TAKEN = "SELECT uid, server, taken_at, returned_at FROM taken ORDER BY taken_at"


@dataclass(frozen=True, slots=True)
class Loan:
    """A company that is on somebody's laptop; `name` is the person's, or the login of one nobody named."""

    company_id: int
    company: str
    name: str
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class TakenAlong:
    """What a laptop says of itself: where its companies come from, how many, how many are back there."""

    server: str
    taken_at: datetime
    companies: int
    returned: int
    returned_at: datetime | None

    @property
    def is_back(self) -> bool:
        """Whether all of them were brought back."""
        return self.returned == self.companies


@dataclass(frozen=True, slots=True)
class Going:
    """Somebody's way out: `server` is the address they are taken from, `login` who takes them."""

    server: str
    login: str
    at: datetime
    uid: str

    @classmethod
    def now(cls, server: str, login: str) -> "Going":
        """One that begins at this moment."""
        return cls(server, login, datetime.now(UTC), str(uuid4()))


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
            for each in found.values():
                _write_whole(there, here, each)
                here.add(_taken(each.parcel, going))
            here.flush()
    with source.session() as there:
        ids = ids_of(there, uuids)
        mark = {"uid": going.uid, "login": going.login, "taken_at": going.at}
        there.execute(
            insert(LoanRecord), [{"company_id": ids[each], **mark} for each in uuids if each in ids]
        )


def loans(database: Database) -> tuple[Loan, ...]:
    """The companies that are on laptops now, the one that went first first."""
    with database.reading() as rows:
        return tuple(_loan(row) for row in rows(_LOANS))


def taken_along(database: Database) -> TakenAlong | None:
    """What this computer's own database says of companies taken along; None where there are none."""
    with database.own.reading() as rows:
        found = list(rows(_TAKEN))
    if not found:
        return None
    back = [moment(row["returned_at"]) for row in found if row["returned_at"] is not None]
    first = found[0]
    return TakenAlong(
        first["server"], moment(first["taken_at"]), len(found), len(back), max(back, default=None)
    )


def _loan(row: Row) -> Loan:
    name = row["name"] or row["login"]
    return Loan(row["company_id"], str(row["company"]), str(name), moment(row["taken_at"]))


def _taken(parcel: Parcel, going: Going) -> TakenRecord:
    return TakenRecord(
        company_uuid=parcel.uuid,
        uid=going.uid,
        server=going.server,
        taken_at=going.at,
        base=parcel.to_json(),
    )


def _write_whole(there: Session, here: Session, found: Found) -> None:
    def content(key: Key) -> bytes | None:
        return content_of(there, found, key)

    empty = Found(nothing(found.parcel.uuid), {})
    write_puts(here, empty, all_of(found.parcel), content)


def _copy_shared(there: Session, here: Session, source: Database) -> None:
    """Packs with their keys, events and projects by name, and what hub and desk prefer."""
    for record in (PackRecord, PackKeyRecord, EventRecord, ProjectRecord):
        for row in _rows_of(there, record):
            here.execute(insert(record), [row])
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
