"""Companies, rounds and answers as domain values; rows never leave this package."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.content.company import Company, Constraints
from desktop.content.decoding import to_json
from desktop.content.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.models import (
    AnswerRecord,
    AssessmentRecord,
    CompanyRecord,
    QuestionRecord,
    RoundRecord,
)
from desktop.storage.company_columns import company_to_columns
from desktop.storage.reader import NO_ROUND, Reader
from desktop.storage.stored import PinnedQuestionnaire

FIRST_STAGE = "T0"


class Store(Reader):
    """The rounds of a workspace. Every method that writes has committed when it returns."""

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


def _assessments(pinned: Iterable[PinnedQuestionnaire]) -> list[AssessmentRecord]:
    return [
        AssessmentRecord(questionnaire_id=entry.id, position=position, version=entry.version, hash=entry.hash)
        for position, entry in enumerate(pinned)
    ]


def _record(session: Session, round_id: int) -> RoundRecord:
    query = (
        select(RoundRecord)
        .where(RoundRecord.id == round_id)
        .options(joinedload(RoundRecord.company), selectinload(RoundRecord.assessments))
    )
    record = session.scalar(query)
    if record is None:
        raise StorageError(NO_ROUND)
    return record


def _touch(session: Session, round_id: int, **values: str) -> None:
    """Mark a round as changed now, together with new values of its own columns."""
    now = datetime.now(UTC)
    statement = update(RoundRecord).where(RoundRecord.id == round_id).values(changed_at=now, **values)
    touched = session.scalar(statement.returning(RoundRecord.id))
    if touched is None:
        raise StorageError(NO_ROUND)


def _question_id(session: Session, key: QuestionKey) -> int:
    found = session.scalar(select(QuestionRecord.id).where(QuestionRecord.key == key))
    if found is not None:
        return found
    record = QuestionRecord(key=key)
    session.add(record)
    session.flush()
    return record.id
