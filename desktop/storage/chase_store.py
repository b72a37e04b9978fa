"""Which companies are asked for their next round, and how far that is, kept as reminders."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop.models import ReminderRecord, RoundRecord
from desktop.storage.database import Database
from desktop.storage.moments import now_in

CHASE: Final = "chase-"
"""Begins the kinds of these reminders; what follows is the state."""
_FACTS = """
SELECT company.id, company.country, company.province, company.consultant, company.contact_name,
       company.contact_email, company.contact_phone, engagement.office, engagement.officer
FROM company LEFT JOIN engagement ON engagement.company_id = company.id
WHERE company.archived_at IS NULL
"""
_CHASES = """
SELECT company_id, kind, made_at, done_at FROM reminder WHERE kind LIKE 'chase-%' ORDER BY made_at, id
"""


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """Who a company is asked through, and who asks it; office and officer are empty where nobody said."""

    province: str
    consultant: str
    contact: str
    email: str
    phone: str
    office: str
    officer: str


@dataclass(frozen=True, slots=True)
class Chase:
    """How far a company is with being asked: the state it was put in last, when, and whether that is over."""

    state: str
    since: date
    is_over: bool
    last_contact: date | None


class ChaseStore:
    """Reads and writes who is asked. Every method that writes has committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def facts(self) -> dict[int, CompanyFacts]:
        """What is known of every company that is not put away, by its id."""
        with self._database.reading() as rows:
            return {
                row["id"]: CompanyFacts(
                    province=row["province"] or "",
                    consultant=row["consultant"],
                    contact=row["contact_name"],
                    email=row["contact_email"],
                    phone=row["contact_phone"],
                    office=row["office"] or "",
                    officer=row["officer"] or "",
                )
                for row in rows.each(_FACTS)
            }

    def chases(self, contacts: frozenset[str]) -> dict[int, Chase]:
        """How far each company is, by its id; `contacts` are the states in which somebody spoke to it."""
        found: dict[int, Chase] = {}
        with self._database.reading() as rows:
            for row in rows(_CHASES):
                state, since = row["kind"].removeprefix(CHASE), date.fromisoformat(row["made_at"][:10])
                before = found.get(row["company_id"])
                last = since if state in contacts else before.last_contact if before else None
                found[row["company_id"]] = Chase(state, since, row["done_at"] is not None, last)
        return found

    def mark(self, texts: Mapping[int, str], state: str, due_on: date, *, is_over: bool = False) -> None:
        """Put companies, each with the text of its reminder, into a state; what it was in before is over."""
        with self._database.session() as session:
            now = now_in(session)
            for company_id, text in texts.items():
                _finish(session, company_id, now)
                session.add(
                    ReminderRecord(
                        uid=str(uuid4()),
                        company_id=company_id,
                        due_on=due_on,
                        kind=f"{CHASE}{state}",
                        text=text,
                        made_at=now,
                        done_at=now if is_over else None,
                    )
                )

    def finish(self, company_ids: Iterable[int]) -> None:
        """Ask some companies no more."""
        with self._database.session() as session:
            now = now_in(session)
            for company_id in company_ids:
                _finish(session, company_id, now)


def finish_chases(session: Session, round_id: int) -> None:
    """What came in closes the asking for it."""
    company_id = session.scalar(select(RoundRecord.company_id).where(RoundRecord.id == round_id))
    if company_id is not None:
        _finish(session, company_id, now_in(session))


def _finish(session: Session, company_id: int, now: datetime) -> None:
    of_it = (ReminderRecord.company_id == company_id, ReminderRecord.kind.startswith(CHASE))
    open_ones = update(ReminderRecord).where(*of_it, ReminderRecord.done_at.is_(None))
    session.execute(open_ones.values(done_at=now))
