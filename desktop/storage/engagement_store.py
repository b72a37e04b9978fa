"""Who of the hub looks after which company, read in plain SQL and written with its history."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from sys import intern

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.advising import Engagement
from desktop.content.company import SizeClass
from desktop.errors import StorageError
from desktop.models import EngagementRecord, RoundRecord
from desktop.storage.company_columns import size_from_columns
from desktop.storage.database import Database
from desktop.storage.engagement_cells import put_engagement
from desktop.storage.hub_rows import engagement as engagement_of
from desktop.storage.journal import Entry, Journal
from desktop.storage.latest_rounds import in_turn, latest_of
from desktop.storage.moments import moment
from desktop.storage.reader import NO_ROUND
from desktop.storage.rows import Row

_COMPANIES = """
SELECT company.id, company.name, company.vat, company.region, company.province, company.sector,
company.headcount, company.turnover_eur, company.balance_sheet_eur,
engagement.office, engagement.officer, engagement.expert
FROM company LEFT JOIN engagement ON engagement.company_id = company.id
WHERE company.archived_at IS NULL
"""
_ROUNDS = "SELECT company_id, id, stage, changed_at FROM round"
_OPEN = """
SELECT company_id, count(*) AS count FROM service
WHERE company_id IS NOT NULL AND state IN ('planned', 'under-way') GROUP BY company_id
"""
_WORK = """
SELECT engagement.office, engagement.officer, engagement.expert FROM engagement
JOIN company ON company.id = engagement.company_id WHERE company.archived_at IS NULL
"""
_ONE = "SELECT office, officer, expert FROM engagement WHERE company_id = :id"


class EngagedCompany(msgspec.Struct, frozen=True, gc=False):
    """A company as a hub lists it: its latest round, who looks after it, and services not done yet.

    What is damaged in the file is missing here, so that one company does not hide the others.
    """

    id: int
    round_id: int
    stage: str
    name: str
    vat: str
    region: str
    province: str
    sector: str
    size: SizeClass | None
    changed_on: date
    engagement: Engagement
    open_services: int


class EngagementStore:
    """Engagements. `assign` has committed when it returns."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def companies(self) -> tuple[EngagedCompany, ...]:
        """Every company that has a round and is not put away, by name, then by number."""
        with self._database.reading() as rows:
            latest, same = latest_of(rows.each(_ROUNDS)), dict[Engagement, Engagement]()
            services = {row["company_id"]: row["count"] for row in rows(_OPEN)}
            found = [
                _company(row, latest[row["id"]], _once(engagement_of(row), same), services.get(row["id"], 0))
                for row in rows.each(_COMPANIES)
                if row["id"] in latest
            ]
        return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))

    def given(self) -> tuple[Engagement, ...]:
        """Who looks after the companies that are not put away, in no order."""
        with self._database.reading() as rows:
            return tuple(engagement_of(row) for row in rows(_WORK))

    def of(self, company_id: int) -> Engagement:
        """Who looks after one company."""
        with self._database.reading() as rows:
            found = rows(_ONE, id=company_id)
        return engagement_of(found[0]) if found else Engagement()

    def assign(self, wanted: Mapping[int, Engagement]) -> dict[int, Engagement]:
        """Say who looks after companies by number; those of before come back, so that it can be undone.

        StorageError where a company is gone; then nothing is changed.
        """
        with self._database.session() as session:
            return {each: self._assigned(session, each, engagement) for each, engagement in wanted.items()}

    def _assigned(self, session: Session, company_id: int, engagement: Engagement) -> Engagement:
        rounds = session.execute(select(RoundRecord.id, RoundRecord.stage).filter_by(company_id=company_id))
        latest = max(rounds, key=lambda each: in_turn(each.id, each.stage), default=None)
        if latest is None:
            raise StorageError(NO_ROUND)
        record = session.get(EngagementRecord, company_id)
        before = Engagement(record.office, record.officer, record.expert) if record else Engagement()
        if before != engagement:
            put_engagement(session, company_id, engagement)
            entry = Entry("engagement", "", asdict(before), asdict(engagement))
            self._journal.note(session, latest.id, entry)
        return before


def _once(engagement: Engagement, same: dict[Engagement, Engagement]) -> Engagement:
    """The same value for all that are equal: tens of thousands are of a few people."""
    return same.setdefault(engagement, engagement)


def _company(row: Row, latest: Row, engagement: Engagement, open_services: int) -> EngagedCompany:
    return EngagedCompany(
        id=row["id"],
        round_id=latest["id"],
        stage=intern(str(latest["stage"])),
        name=str(row["name"]),
        vat=str(row["vat"]),
        region=intern(str(row["region"] or "")),
        province=intern(str(row["province"] or "")),
        sector=intern(str(row["sector"] or "")),
        size=size_from_columns(row["headcount"], row["turnover_eur"], row["balance_sheet_eur"]),
        changed_on=_day(latest["changed_at"]),
        engagement=engagement,
        open_services=open_services,
    )


def _day(text: str) -> date:
    try:
        return moment(text).astimezone().date()
    except (TypeError, ValueError, OverflowError):
        return date.min
