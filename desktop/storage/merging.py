"""Two companies made one: everything of the other moves to the one that stays, in one transaction."""

from datetime import datetime
from heapq import merge as merged_in_order
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import (
    CompanyRecord,
    EngagementRecord,
    ProjectMemberRecord,
    ReminderRecord,
    RoundRecord,
    ServiceRecord,
)
from desktop.projects.project import MEMBER_STATES
from desktop.storage.company_columns import COMPANY_COLUMNS
from desktop.storage.company_sides import Merge
from desktop.storage.database import Database
from desktop.storage.folding import fold
from desktop.storage.journal import IMPORT, Entry, Journal
from desktop.storage.preferring import note_merger
from desktop.storage.reader import NO_ROUND
from desktop.storage.turns import turn_of


class Merging:
    """Makes one company of two. StorageError says where one of them is gone."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def merge(self, wanted: Merge) -> None:
        """Move everything to the company that stays; committed when it returns, or nothing is changed."""
        if wanted.stays == wanted.goes:
            raise ValueError("a company cannot be merged with itself")
        with self._database.session() as session:
            stays, goes = _company(session, wanted.stays), _company(session, wanted.goes)
            before, uuids = _profile(goes), (stays.uuid, goes.uuid)
            _complete(stays, goes)
            self._join_rounds(session, wanted)
            self._tell(session, wanted.stays, before)
            reminders = update(ReminderRecord).where(ReminderRecord.company_id == wanted.goes)
            session.execute(reminders.values(company_id=wanted.stays))
            _join_at_the_hub(session, wanted)
            session.flush()
            session.expire_all()
            note_merger(session, uuids[1], uuids[0])
            session.execute(delete(CompanyRecord).where(CompanyRecord.id == wanted.goes))

    def _join_rounds(self, session: Session, wanted: Merge) -> None:
        ours, theirs = _rounds(session, wanted.stays), _rounds(session, wanted.goes)
        if {each.stage for each in ours} & {each.stage for each in theirs}:
            if wanted.same_stage == "apart":
                _place(session, wanted.stays, _in_time(ours, theirs))
                return
            of_stage = {each.stage: each for each in ours}
            for each in theirs:
                if (own := of_stage.get(each.stage)) is not None:
                    newer, older = (each, own) if each.changed_at > own.changed_at else (own, each)
                    fold(session, self._journal, newer.id, older.id)
        left = [*_rounds(session, wanted.stays), *_rounds(session, wanted.goes)]
        _place(session, wanted.stays, [(each.id, each.stage) for each in left])

    def _tell(self, session: Session, company_id: int, other: dict[str, Any]) -> None:
        """Write down what the other profile was; nothing from before the merge can be undone."""
        after = _profile(_company(session, company_id))
        for each in _rounds(session, company_id):
            if other != after:
                self._journal.note(session, each.id, Entry("profile", "", other, after))
            self._journal.note(session, each.id, Entry(IMPORT, str(other["name"])))


def _join_at_the_hub(session: Session, wanted: Merge) -> None:
    """Services and projects of both; of who looks after them, what only the other one says."""
    services = update(ServiceRecord).where(ServiceRecord.company_id == wanted.goes)
    session.execute(services.values(company_id=wanted.stays))
    _join_members(session, wanted)
    kept, gone = (session.get(EngagementRecord, each) for each in (wanted.stays, wanted.goes))
    if kept is None and gone is not None:
        statement = update(EngagementRecord).where(EngagementRecord.company_id == wanted.goes)
        session.execute(statement.values(company_id=wanted.stays))
    elif kept is not None and gone is not None:
        for name in ("office", "officer", "expert", "event_id"):
            setattr(kept, name, getattr(kept, name) or getattr(gone, name))


def _join_members(session: Session, wanted: Merge) -> None:
    """In projects of both it is as far as the one that was asked."""
    ours, theirs = (_memberships(session, each) for each in (wanted.stays, wanted.goes))
    for project, member in theirs.items():
        if project not in ours:
            session.add(ProjectMemberRecord(project_id=project, company_id=wanted.stays, state=member.state))
        elif ours[project].state == MEMBER_STATES[0]:
            ours[project].state = member.state


def _memberships(session: Session, company_id: int) -> dict[int, ProjectMemberRecord]:
    found = session.scalars(select(ProjectMemberRecord).filter_by(company_id=company_id))
    return {each.project_id: each for each in found}


def _company(session: Session, company_id: int) -> CompanyRecord:
    found = session.get(CompanyRecord, company_id)
    if found is None:
        raise StorageError(NO_ROUND)
    return found


def _rounds(session: Session, company_id: int) -> list[RoundRecord]:
    """The rounds of a company, the first one first."""
    session.flush()
    session.expire_all()
    found = session.scalars(select(RoundRecord).where(RoundRecord.company_id == company_id))
    return sorted(found, key=lambda each: (turn_of(each.stage), each.id))


def _profile(company: CompanyRecord) -> dict[str, Any]:
    return {name: getattr(company, name) for name in COMPANY_COLUMNS}


def _complete(stays: CompanyRecord, goes: CompanyRecord) -> None:
    """What the profile that stays says nothing of is taken from the other one."""
    for name in (*COMPANY_COLUMNS, "consultant", "keep_until"):
        if getattr(stays, name) in (None, ""):
            setattr(stays, name, getattr(goes, name))
    stays.created_at = min(stays.created_at, goes.created_at)
    if goes.archived_at is None:
        stays.archived_at = None


def _in_time(ours: list[RoundRecord], theirs: list[RoundRecord]) -> list[tuple[int, str]]:
    """All rounds with new stages, in order of time; those of one company stay in their own order."""
    in_order = merged_in_order(ours, theirs, key=_began)
    return [(each.id, f"T{number}") for number, each in enumerate(in_order)]


def _began(each: RoundRecord) -> datetime:
    return each.started_at


def _place(session: Session, company_id: int, stages: list[tuple[int, str]]) -> None:
    """Give rounds to a company with their stages; for a moment under others, as no two may be equal."""
    for suffix in ("~", ""):
        for round_id, stage in stages:
            statement = update(RoundRecord).where(RoundRecord.id == round_id)
            session.execute(statement.values(company_id=company_id, stage=f"{stage}{suffix}"))
