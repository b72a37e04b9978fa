"""The days by which the steps of a plan were to be done, kept so that nobody has to solve all plans anew."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import CompanyRecord, ReminderRecord
from desktop.storage.database import Database
from desktop.storage.due_reader import STEP
from desktop.storage.moments import now_in
from desktop.storage.reader import NO_ROUND


class PlanDays:
    """The days of the steps of companies' plans. What writes has committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, company_id: int, days: Mapping[str, date]) -> None:
        """Keep these days of a company's steps by key, in place of those before."""
        with self._database.session() as session:
            before = {row.text: row for row in session.scalars(_of(company_id))}
            gone = [row.id for key, row in before.items() if key not in days]
            session.execute(delete(ReminderRecord).where(ReminderRecord.id.in_(gone)))
            uuid = _uuid(session, company_id)
            for key, day in days.items():
                if key in before:
                    before[key].due_on = day
                else:
                    session.add(_record(uuid, company_id, key, day, now_in(session)))


def step_uid(company_uuid: str, key: str) -> str:
    """What names a step in calendars: the same whenever the plan is made again."""
    return str(uuid5(NAMESPACE_URL, f"sestante:{company_uuid}:{key}"))


def _of(company_id: int) -> Select[ReminderRecord]:
    return select(ReminderRecord).where(ReminderRecord.company_id == company_id, ReminderRecord.kind == STEP)


def _uuid(session: Session, company_id: int) -> str:
    uuid = session.scalar(select(CompanyRecord.uuid).where(CompanyRecord.id == company_id))
    if uuid is None:
        raise StorageError(NO_ROUND)
    return uuid


def _record(uuid: str, company_id: int, key: str, day: date, made_at: datetime) -> ReminderRecord:
    return ReminderRecord(
        uid=step_uid(uuid, key),
        company_id=company_id,
        due_on=day,
        kind=STEP,
        text=key,
        made_at=made_at,
    )
