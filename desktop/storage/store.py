"""Companies, rounds and answers as domain values; rows never leave this package."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.content.company import Company, Constraints
from desktop.content.decoding import from_json, to_json
from desktop.content.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.models import (
    AnswerRecord,
    AssessmentRecord,
    CompanyRecord,
    QuestionRecord,
    RoundRecord,
    SettingRecord,
)
from desktop.storage.company_columns import company_from_record, company_to_columns
from desktop.storage.database import Database

FIRST_STAGE = "T0"
_NO_ROUND = "This company is no longer in the workspace; choose another one from the list."


@dataclass(frozen=True, slots=True)
class PinnedQuestionnaire:
    """The questionnaire of a round as it was when the round began."""

    id: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class StoredRound:
    """A round as it is kept: answers in plain form by question key."""

    id: int
    company: Company
    stage: str
    questionnaires: tuple[PinnedQuestionnaire, ...]
    constraints: Constraints
    place: Mapping[str, Any]
    answers: Mapping[QuestionKey, Any]


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """A line in the list of companies."""

    id: int
    name: str
    stage: str
    changed_at: datetime


class Store:
    """The rounds of a workspace. Every method that writes has committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self, company: Company, pinned: Iterable[PinnedQuestionnaire], constraints: Constraints
    ) -> int:
        """A new company with its first round; returns the round's id."""
        now = datetime.now(UTC)
        record = RoundRecord(
            stage=FIRST_STAGE,
            constraints=to_json(constraints),
            place="{}",
            started_at=now,
            changed_at=now,
            assessments=_assessments(pinned),
        )
        with self._database.session() as session:
            session.add(
                CompanyRecord(
                    uuid=str(uuid4()), created_at=now, rounds=[record], **company_to_columns(company)
                )
            )
            session.flush()
            return record.id

    def summaries(self) -> tuple[RoundSummary, ...]:
        """All rounds, the one changed last first."""
        query = (
            select(RoundRecord)
            .options(joinedload(RoundRecord.company))
            .order_by(RoundRecord.changed_at.desc(), RoundRecord.id.desc())
        )
        with self._database.session() as session:
            return tuple(
                RoundSummary(record.id, record.company.name, record.stage, record.changed_at)
                for record in session.scalars(query)
            )

    def load(self, round_id: int) -> StoredRound:
        """A round with everything in it; StorageError where it is not there any more."""
        with self._database.session() as session:
            record = _record(session, round_id)
            rows = session.execute(
                select(QuestionRecord.key, AnswerRecord.value)
                .join(QuestionRecord, QuestionRecord.id == AnswerRecord.question_id)
                .where(AnswerRecord.round_id == round_id)
            )
            with _read_whole(record.company.name):
                return _stored(record, {QuestionKey(key): json.loads(value) for key, value in rows})

    def save_company(self, round_id: int, company: Company) -> None:
        """Replace the company's profile."""
        with self._database.session() as session:
            _touch(session, round_id)
            record = _record(session, round_id).company
            for name, value in company_to_columns(company).items():
                setattr(record, name, value)

    def choose(self, round_id: int, pinned: Iterable[PinnedQuestionnaire]) -> None:
        """Replace the questionnaires of a round; answers stay."""
        with self._database.session() as session:
            _touch(session, round_id)
            record = _record(session, round_id)
            record.assessments.clear()
            session.flush()
            record.assessments.extend(_assessments(pinned))

    def save_answer(self, round_id: int, key: QuestionKey, plain: Any | None) -> None:
        """Replace or (None) remove one answer."""
        now = datetime.now(UTC)
        with self._database.session() as session:
            _touch(session, round_id)
            question_id = _question_id(session, key)
            if plain is None:
                session.execute(
                    delete(AnswerRecord).where(
                        AnswerRecord.round_id == round_id, AnswerRecord.question_id == question_id
                    )
                )
                return
            value = json.dumps(plain, ensure_ascii=False, sort_keys=True)
            row = {"round_id": round_id, "question_id": question_id, "value": value, "answered_at": now}
            session.execute(
                insert(AnswerRecord)
                .values(row)
                .on_conflict_do_update(
                    index_elements=["round_id", "question_id"], set_={"value": value, "answered_at": now}
                )
            )

    def save_constraints(self, round_id: int, constraints: Constraints) -> None:
        """Replace what the plan must fit."""
        with self._database.session() as session:
            _touch(session, round_id, constraints=to_json(constraints))

    def save_place(self, round_id: int, place: Mapping[str, Any]) -> None:
        """Remember where the user is."""
        with self._database.session() as session:
            _touch(session, round_id, place=json.dumps(place))

    def delete(self, round_id: int) -> None:
        """Remove the company of a round with all its rounds and answers."""
        with self._database.session() as session:
            record = _record(session, round_id)
            session.execute(delete(CompanyRecord).where(CompanyRecord.id == record.company_id))

    def setting(self, key: str) -> str | None:
        """A setting's text, or None."""
        with self._database.session() as session:
            return session.scalar(select(SettingRecord.value).where(SettingRecord.key == key))

    def save_setting(self, key: str, value: str) -> None:
        """Replace a setting."""
        with self._database.session() as session:
            session.merge(SettingRecord(key=key, value=value))


def _assessments(pinned: Iterable[PinnedQuestionnaire]) -> list[AssessmentRecord]:
    return [
        AssessmentRecord(questionnaire_id=entry.id, position=position, version=entry.version, hash=entry.hash)
        for position, entry in enumerate(pinned)
    ]


def _stored(record: RoundRecord, answers: Mapping[QuestionKey, Any]) -> StoredRound:
    return StoredRound(
        id=record.id,
        company=company_from_record(record.company),
        stage=record.stage,
        questionnaires=tuple(
            PinnedQuestionnaire(entry.questionnaire_id, entry.version, entry.hash)
            for entry in record.assessments
        ),
        constraints=from_json(record.constraints, Constraints),
        place=json.loads(record.place),
        answers=answers,
    )


@contextmanager
def _read_whole(name: str) -> Iterator[None]:
    """ValueError covers both broken JSON and values of the wrong shape."""
    try:
        yield
    except ValueError as error:
        raise StorageError(
            f"What is stored of {name} cannot be read ({error}). The other companies are not touched: "
            f"put a backup in place of the database, or delete this company."
        ) from error


def _record(session: Session, round_id: int) -> RoundRecord:
    query = (
        select(RoundRecord)
        .where(RoundRecord.id == round_id)
        .options(joinedload(RoundRecord.company), selectinload(RoundRecord.assessments))
    )
    record = session.scalar(query)
    if record is None:
        raise StorageError(_NO_ROUND)
    return record


def _touch(session: Session, round_id: int, **values: str) -> None:
    """Mark a round as changed now, together with new values of its own columns."""
    now = datetime.now(UTC)
    statement = update(RoundRecord).where(RoundRecord.id == round_id).values(changed_at=now, **values)
    touched = session.scalar(statement.returning(RoundRecord.id))
    if touched is None:
        raise StorageError(_NO_ROUND)


def _question_id(session: Session, key: QuestionKey) -> int:
    found = session.scalar(select(QuestionRecord.id).where(QuestionRecord.key == key))
    if found is not None:
        return found
    record = QuestionRecord(key=key)
    session.add(record)
    session.flush()
    return record.id
