"""Results taken into the workspace: round and received line in one transaction, or neither."""

import zlib
from dataclasses import asdict

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from desktop.content.company import Company
from desktop.content.files.decoding import to_json
from desktop.errors import StorageError
from desktop.models import (
    AnswerRecord,
    AssessmentRecord,
    CompanyRecord,
    ConsentRecord,
    MoveRecord,
    ReceivedRecord,
    RoundRecord,
)
from desktop.storage.chase_store import finish_chases
from desktop.storage.company_columns import company_to_columns
from desktop.storage.database import Database
from desktop.storage.expert_remark_store import take_remarks
from desktop.storage.journal import IMPORT, Entry, Journal
from desktop.storage.moments import now_in
from desktop.storage.reader import NO_ROUND
from desktop.storage.stored import Arrival, Destination, NewRound
from desktop.storage.writing import assessment_records, write_answers

_FIRST_PLACE, _NOTHING_ASKED = '{"page": "results"}', "{}"


class IncomingStore:
    """Writes what came in. Every method has committed when it returns; StorageError says what is gone."""

    def __init__(self, database: Database, journal: Journal | None = None) -> None:
        self._database = database
        self._journal = journal or Journal()

    def take(self, arrival: Arrival, line: bytes, new: NewRound, where: Destination) -> int:
        """Keep a result's line and make, or replace, the round it tells of; returns the round's id."""
        with self._database.session() as session:
            round_id = _placed(session, new, where)
            write_answers(session, round_id, new.answers, new.changed_at)
            _write_consent(session, round_id, new)
            take_remarks(session, round_id, new.remarks)
            finish_chases(session, round_id)
            _keep(session, arrival, line, round_id)
            self._journal.note(session, round_id, Entry(IMPORT, arrival.file_name))
            return round_id

    def keep(self, arrival: Arrival, line: bytes) -> int:
        """Keep a result's line alone, once; returns its number."""
        with self._database.session() as session:
            return _keep(session, arrival, line, None)


def _placed(session: Session, new: NewRound, where: Destination) -> int:
    if where.round_id is not None:
        return _replaced(session, where.round_id, new, takes_profile=where.takes_profile)
    record = RoundRecord(
        stage=new.stage,
        constraints=to_json(new.constraints),
        place=_FIRST_PLACE if new.questionnaires else _NOTHING_ASKED,
        started_at=new.changed_at,
        changed_at=new.changed_at,
        visited_at=now_in(session),
        assessments=assessment_records(new.questionnaires),
    )
    if where.company_id is None:
        columns = company_to_columns(new.company)
        now = now_in(session)
        session.add(CompanyRecord(uuid=where.uuid, created_at=now, rounds=[record], **columns))
    else:
        if where.takes_profile:
            _write_profile(session, where.company_id, new.company)
        record.company_id = where.company_id
        session.add(record)
    session.flush()
    return record.id


def _replaced(session: Session, round_id: int, new: NewRound, *, takes_profile: bool) -> int:
    """The people who answer for themselves, the plans kept and the user's place stay."""
    record = session.get(RoundRecord, round_id)
    if record is None:
        raise StorageError(NO_ROUND)
    if takes_profile:
        _write_profile(session, record.company_id, new.company)
    record.constraints, record.changed_at = to_json(new.constraints), new.changed_at
    for gone in (AssessmentRecord, AnswerRecord, MoveRecord):
        session.execute(delete(gone).where(gone.round_id == round_id))
    session.flush()
    for each in assessment_records(new.questionnaires):
        each.round_id = round_id
        session.add(each)
    return round_id


def _write_profile(session: Session, company_id: int, company: Company) -> None:
    statement = update(CompanyRecord).where(CompanyRecord.id == company_id)
    session.execute(statement.values(**company_to_columns(company)))


def _write_consent(session: Session, round_id: int, new: NewRound) -> None:
    """What the company agrees to now; an agreement that the result does not tell of holds no longer."""
    open_ones = (ConsentRecord.round_id == round_id, ConsentRecord.withdrawn_on.is_(None))
    told, day = new.consent, new.changed_at.date()
    holding = session.scalars(select(ConsentRecord).where(*open_ones).order_by(ConsentRecord.id)).all()
    if told is None:
        session.execute(update(ConsentRecord).where(*open_ones).values(withdrawn_on=day))
    elif not holding or (holding[-1].agreed_on, holding[-1].text_version) != (
        told.agreed_on,
        told.text_version,
    ):
        session.add(
            ConsentRecord(round_id=round_id, agreed_on=told.agreed_on, text_version=told.text_version)
        )


def _keep(session: Session, arrival: Arrival, line: bytes, round_id: int | None) -> int:
    """A result that was kept before is linked to its round now."""
    record = session.scalar(select(ReceivedRecord).filter_by(sha256=arrival.sha256))
    if record is None:
        now, packed = now_in(session), zlib.compress(line, 9)
        record = ReceivedRecord(**asdict(arrival), received_at=now, line=packed, round_id=round_id)
        session.add(record)
    elif round_id is not None:
        record.round_id, record.received_at = round_id, now_in(session)
    session.flush()
    return record.id
