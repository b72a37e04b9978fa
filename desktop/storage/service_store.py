"""The register of services, read in plain SQL; changes of several lines are one."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from sqlite3 import Row

from msgspec import convert
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.advising import ServiceLine, ServiceState
from desktop.content.networks.hub_desk_file import ServiceKind
from desktop.errors import StorageError
from desktop.models import CompanyRecord, ProjectRecord, ServiceRecord
from desktop.storage.database import Database
from desktop.storage.moments import moment
from desktop.storage.reader import NO_ROUND, read_whole
from desktop.text import say

_LINES = """
SELECT service.*, coalesce(company.name, '') AS company, coalesce(project.title, '') AS project FROM service
LEFT JOIN company ON company.id = service.company_id LEFT JOIN project ON project.id = service.project_id
"""
_ALL = f"{_LINES} ORDER BY service.started_on, service.id"
_OF_COMPANY = f"{_LINES} WHERE service.company_id = :id ORDER BY service.started_on, service.id"
_NO_PROJECT = say("The project of this service is no longer here; choose another one, or none.")
_KEPT = (
    *("company_id", "project_id", "category", "kind", "title", "note", "technology", "price_cents"),
    *("aid_cents", "aid_scheme", "started_on", "ended_on", "attendees", "state", "officer", "provider"),
)


class ServiceStore:
    """The lines of the register. `replace` has committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[ServiceLine, ...]:
        """Every line, the one that begins first first."""
        with self._database.reading() as rows:
            return tuple(_line(row) for row in rows(_ALL))

    def of_company(self, company_id: int) -> tuple[ServiceLine, ...]:
        """The lines of one company."""
        with self._database.reading() as rows:
            return tuple(_line(row) for row in rows(_OF_COMPANY, id=company_id))

    def replace(self, wanted: Mapping[str, ServiceLine | None]) -> dict[str, ServiceLine | None]:
        """Replace lines by UUID, or (None) remove them; those of before come back, None for new ones.

        StorageError where the company or project of one is gone; then nothing is changed.
        """
        with self._database.session() as session:
            _refuse_gone(session, [line for line in wanted.values() if line is not None])
            query = select(ServiceRecord).where(ServiceRecord.uid.in_(wanted))
            known = {record.uid: record for record in session.scalars(query)}
            before = {uid: _value(known[uid]) if uid in known else None for uid in wanted}
            for uid, line in wanted.items():
                _write(session, known.get(uid), uid, line)
            return before


def _refuse_gone(session: Session, lines: Iterable[ServiceLine]) -> None:
    companies = {line.company_id for line in lines} - {None}
    projects = {line.project_id for line in lines} - {None}
    here = set(session.scalars(select(CompanyRecord.id).where(CompanyRecord.id.in_(companies))))
    if companies - here:
        raise StorageError(NO_ROUND)
    there = set(session.scalars(select(ProjectRecord.id).where(ProjectRecord.id.in_(projects))))
    if projects - there:
        raise StorageError(_NO_PROJECT)


def _write(session: Session, record: ServiceRecord | None, uid: str, line: ServiceLine | None) -> None:
    now = datetime.now(UTC)
    if line is None:
        if record is not None:
            session.delete(record)
        return
    kept = {name: getattr(line, name) for name in _KEPT}
    if record is None:
        session.add(ServiceRecord(uid=uid, made_at=line.made_at or now, changed_at=now, **kept))
        return
    for name, value in (kept | {"changed_at": now}).items():
        setattr(record, name, value)


def _value(record: ServiceRecord) -> ServiceLine:
    kept = {name: getattr(record, name) for name in _KEPT}
    return ServiceLine(uid=record.uid, made_at=record.made_at, **kept)


def _line(row: Row) -> ServiceLine:
    """StorageError names the company of a line that cannot be read."""
    with read_whole(row["company"] or row["title"]):
        texts = ("category", "title", "note", "technology", "aid_scheme", "officer", "provider")
        return ServiceLine(
            uid=str(row["uid"]),
            company_id=row["company_id"],
            project_id=row["project_id"],
            kind=convert(row["kind"], ServiceKind),
            state=convert(row["state"], ServiceState),
            price_cents=int(row["price_cents"]),
            aid_cents=int(row["aid_cents"]),
            attendees=int(row["attendees"]),
            started_on=date.fromisoformat(row["started_on"]),
            ended_on=date.fromisoformat(row["ended_on"]) if row["ended_on"] else None,
            company=str(row["company"]),
            project=str(row["project"]),
            made_at=moment(row["made_at"]),
            **{name: str(row[name]) for name in texts},
        )
