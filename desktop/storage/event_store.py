"""Events and their visitors, written: who leaves a name becomes a company in the same transaction."""

import json
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from desktop.content.files.decoding import to_json
from desktop.errors import StorageError
from desktop.models import (
    CompanyRecord,
    ConsentRecord,
    EngagementRecord,
    EventRecord,
    RoundRecord,
    VisitorRecord,
)
from desktop.storage.company_columns import company_to_columns
from desktop.storage.event_reader import EventReader
from desktop.storage.event_values import Choice, NewListing, VisitEnd
from desktop.storage.moments import now_in
from desktop.storage.store import FIRST_STAGE
from desktop.storage.writing import assessment_records, write_answers
from desktop.text import say

_NO_EVENT = say("This event is no longer there; another window may have deleted it.")
_NO_VISITOR = say("This visit is no longer there. Begin anew.")
_PLACE = '{"page": "results"}'
_NOTHING = "{}"


class EventStore(EventReader):
    """Every method that writes has committed when it returns."""

    def create(self, name: str, place: str, held_on: date) -> int:
        """A new event; returns its number."""
        with self._database.session() as session:
            record = EventRecord(
                uid=str(uuid4()), name=name, place=place, held_on=held_on, made_at=now_in(session)
            )
            session.add(record)
            session.flush()
            return record.id

    def change(self, event_id: int, name: str, place: str, held_on: date) -> None:
        """Call it otherwise, or say another place or day."""
        with self._database.session() as session:
            _save(session, event_id, name=name, place=place, held_on=held_on)

    def end(self, event_id: int, *, is_over: bool = True) -> None:
        """Say that it is over, or goes on after all."""
        with self._database.session() as session:
            _save(session, event_id, ended_at=now_in(session) if is_over else None)

    def delete(self, event_id: int) -> None:
        """Remove an event that nobody came to."""
        came = select(VisitorRecord.id).where(VisitorRecord.event_id == event_id).exists()
        with self._database.session() as session:
            session.execute(delete(EventRecord).where(EventRecord.id == event_id, ~came))

    def begin(self, event_id: int, draft: str) -> int:
        """Somebody sits down; returns the visitor's number."""
        with self._database.session() as session:
            if session.get(EventRecord, event_id) is None:
                raise StorageError(_NO_EVENT)
            record = VisitorRecord(
                event_id=event_id,
                came_at=now_in(session),
                choice="open",
                draft="" if self._drafts.are_apart else draft,
                firm=_NOTHING,
                scores=_NOTHING,
                round_id=None,
            )
            session.add(record)
            session.flush()
            visitor_id = record.id
        if self._drafts.are_apart:
            self._drafts.save(visitor_id, draft)
        return visitor_id

    def save_draft(self, visitor_id: int, draft: str) -> None:
        """Keep what was answered until now; on a server no other desk sees it."""
        if self._drafts.are_apart:
            self._drafts.save(visitor_id, draft)
            return
        with self._database.session() as session:
            _write(session, visitor_id, draft=draft)

    def close(self, visitor_id: int, choice: Choice, end: VisitEnd) -> None:
        """The visit is over; of what was answered nothing stays but this."""
        with self._database.session() as session:
            _write(session, visitor_id, choice=choice, **_ended(end))
        self._forget_draft(visitor_id)

    def close_left(self, event_id: int, before: datetime) -> None:
        """Visits that began before a moment are over, whichever desk's they were: it may never come back."""
        left = update(VisitorRecord).where(
            VisitorRecord.event_id == event_id,
            VisitorRecord.choice == "open",
            VisitorRecord.came_at < before,
        )
        with self._database.session() as session:
            session.execute(left.values(choice="gone", **_ended(VisitEnd({}, {}))))

    def enlist(self, visitor_id: int, new: NewListing, end: VisitEnd) -> int:
        """Put a visitor on the hub's list: a company with its first round; returns the round's number."""
        with self._database.session() as session:
            event_id = session.scalar(select(VisitorRecord.event_id).where(VisitorRecord.id == visitor_id))
            if event_id is None:
                raise StorageError(_NO_VISITOR)
            record = _company(new, now_in(session))
            session.add(record)
            session.flush()
            round_id = record.rounds[0].id
            write_answers(session, round_id, new.answers, now_in(session))
            session.add(
                ConsentRecord(round_id=round_id, agreed_on=new.agreed_on, text_version=new.text_version)
            )
            _engage(session, record.id, new.office, event_id)
            _write(session, visitor_id, choice="listed", round_id=round_id, **_ended(end))
        self._forget_draft(visitor_id)
        return round_id

    def _forget_draft(self, visitor_id: int) -> None:
        if self._drafts.are_apart:
            self._drafts.save(visitor_id, None)


def _save(session: Session, event_id: int, **values: Any) -> None:
    statement = update(EventRecord).where(EventRecord.id == event_id).values(**values)
    if session.scalar(statement.returning(EventRecord.id)) is None:
        raise StorageError(_NO_EVENT)


def _engage(session: Session, company_id: int, office: str, event_id: int) -> None:
    """Where it came from; on a server a company may be its maker's already."""
    there = update(EngagementRecord).where(EngagementRecord.company_id == company_id)
    if session.scalar(there.values(event_id=event_id).returning(EngagementRecord.company_id)) is None:
        now = now_in(session)
        session.add(
            EngagementRecord(
                company_id=company_id, office=office, officer="", expert="", event_id=event_id, changed_at=now
            )
        )


def _company(new: NewListing, now: datetime) -> CompanyRecord:
    first = RoundRecord(
        stage=FIRST_STAGE,
        constraints=to_json(new.constraints),
        place=_PLACE,
        started_at=now,
        changed_at=now,
        visited_at=now,
        assessments=assessment_records(new.questionnaires),
    )
    columns = company_to_columns(new.company)
    return CompanyRecord(uuid=new.uuid, created_at=now, rounds=[first], **columns)


def _ended(end: VisitEnd) -> dict[str, Any]:
    return {
        "draft": "",
        "firm": json.dumps(end.firm, ensure_ascii=False, sort_keys=True),
        "scores": json.dumps(end.scores, ensure_ascii=False, sort_keys=True),
    }


def _write(session: Session, visitor_id: int, **values: Any) -> None:
    statement = update(VisitorRecord).where(VisitorRecord.id == visitor_id).values(**values)
    if session.scalar(statement.returning(VisitorRecord.id)) is None:
        raise StorageError(_NO_VISITOR)
