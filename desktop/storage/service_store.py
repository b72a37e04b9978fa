"""The register of services, read in plain SQL; changes of several lines are one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.advising import ServiceLine
from desktop.errors import StorageError
from desktop.models import CompanyRecord, ProjectMemberRecord, ProjectRecord, ServiceRecord
from desktop.storage.database import Database
from desktop.storage.hub_rows import SERVICES, SERVICES_OF_COMPANY, service_line
from desktop.storage.meanwhile import refuse
from desktop.storage.meanwhile_error import Clash
from desktop.storage.moments import now_in
from desktop.storage.reader import NO_ROUND
from desktop.storage.service_clashes import KEPT, agreed_lines, kept_mine
from desktop.storage.service_file_store import ServiceFile, put_back
from desktop.text import say

_ALL = f"{SERVICES} ORDER BY service.started_on, service.id"
_ONE = f"{SERVICES} WHERE service.uid = :uid"
_COMPANIES = """
SELECT id, name, vat FROM company
WHERE archived_at IS NULL AND EXISTS (SELECT 1 FROM round WHERE round.company_id = company.id)
"""
_NO_PROJECT = say("The project of this service is no longer here; choose another one, or none.")
_FOREIGN = say(
    "{company} takes no part in the project “{project}”, so no service of that project can be for it. Let it "
    "take part first, or choose another project, or none; nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Replaced:
    """Lines by UUID as they were and as they are, None for those that were not there, or are not."""

    before: Mapping[str, ServiceLine | None]
    after: Mapping[str, ServiceLine | None]


class ServiceStore:
    """The lines of the register. `replace` has committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[ServiceLine, ...]:
        """Every line, the one that begins first first."""
        with self._database.reading() as rows:
            return tuple(service_line(row) for row in rows.each(_ALL))

    def companies(self) -> dict[str, int]:
        """The companies a line can be for, by name; of those with one name the number stands behind it."""
        with self._database.reading() as rows:
            found = [(str(row["name"]), row["id"], str(row["vat"])) for row in rows.each(_COMPANIES)]
        named: dict[str, int] = {}
        for name, number, vat in sorted(found, key=lambda each: (each[0].casefold(), each[1])):
            named[name if name not in named else f"{name} ({vat or number})"] = number
        return named

    def of_company(self, company_id: int) -> tuple[ServiceLine, ...]:
        """The lines of one company."""
        with self._database.reading() as rows:
            return tuple(service_line(row) for row in rows(SERVICES_OF_COMPANY, id=company_id))

    def replace(
        self,
        wanted: Mapping[str, ServiceLine | None],
        files: Iterable[ServiceFile] = (),
        seen: Mapping[str, ServiceLine | None] | None = None,
    ) -> Replaced:
        """Replace lines by UUID, or (None) remove them.

        A line that is removed takes its files along; `files` are kept anew. StorageError where the company or
        project of one is gone; then nothing is changed. Where it says what was `seen`, only what is another
        since is written; MeanwhileError where somebody else changed the same, the rest is written.
        """
        with self._database.session() as session:
            lines = [line for line in wanted.values() if line is not None]
            _refuse_gone(session, lines)
            query = select(ServiceRecord).where(ServiceRecord.uid.in_(wanted)).order_by(ServiceRecord.id)
            known = {record.uid: record for record in session.scalars(query.with_for_update())}
            _refuse_foreign(session, lines)
            before = {uid: _value(known[uid]) if uid in known else None for uid in wanted}
            after, clashes = agreed_lines(before, wanted, seen or {})
            for uid, line in after.items():
                _write(session, known.get(uid), uid, line)
            session.flush()
            put_back(session, files)
        refuse(clashes)
        return Replaced(before, after)

    def keep_mine(self, clash: Clash) -> None:
        """Write what clashed in the place of what was shown; MeanwhileError where it is another by now."""
        mine, theirs = kept_mine(clash, self.one(clash.key))
        self.replace({clash.key: mine}, seen={clash.key: theirs})

    def one(self, uid: str) -> ServiceLine | None:
        """A line; None where it is gone."""
        with self._database.reading() as rows:
            found = next(iter(rows(_ONE, uid=uid)), None)
        return None if found is None else service_line(found)


def _refuse_gone(session: Session, lines: Iterable[ServiceLine]) -> None:
    companies = {line.company_id for line in lines} - {None}
    projects = {line.project_id for line in lines} - {None}
    here = set(session.scalars(select(CompanyRecord.id).where(CompanyRecord.id.in_(companies))))
    if companies - here:
        raise StorageError(NO_ROUND)
    there = set(session.scalars(select(ProjectRecord.id).where(ProjectRecord.id.in_(projects))))
    if projects - there:
        raise StorageError(_NO_PROJECT)


def _refuse_foreign(session: Session, lines: Iterable[ServiceLine]) -> None:
    """Of a company that no longer takes part, services that there are may still be changed."""
    pairs = {(line.company_id, line.project_id) for line in lines if line.project_id and line.company_id}
    for company, project in sorted(pairs):
        of_both = {"company_id": company, "project_id": project}
        part, line = (
            select(record.project_id).filter_by(**of_both) for record in (ProjectMemberRecord, ServiceRecord)
        )
        if session.scalar(part) is None and session.scalar(line.limit(1)) is None:
            names = {
                "company": session.scalar(select(CompanyRecord.name).where(CompanyRecord.id == company)),
                "project": session.scalar(select(ProjectRecord.title).where(ProjectRecord.id == project)),
            }
            raise StorageError(_FOREIGN, **names)


def _write(session: Session, record: ServiceRecord | None, uid: str, line: ServiceLine | None) -> None:
    now = now_in(session)
    if line is None:
        if record is not None:
            session.delete(record)
        return
    kept = {name: getattr(line, name) for name in KEPT}
    if record is None:
        session.add(ServiceRecord(uid=uid, made_at=line.made_at or now, changed_at=now, **kept))
        return
    for name, value in (kept | {"changed_at": now}).items():
        setattr(record, name, value)


def _value(record: ServiceRecord) -> ServiceLine:
    kept = {name: getattr(record, name) for name in KEPT}
    return ServiceLine(uid=record.uid, made_at=record.made_at, **kept)
