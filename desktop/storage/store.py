"""Companies, rounds and answers as domain values; rows never leave this package."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.content.company import Company, Constraints
from desktop.content.files.decoding import from_json, to_json
from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.models import (
    AnswerRecord,
    AssessmentRecord,
    CompanyRecord,
    MoveRecord,
    QuestionRecord,
    RoundRecord,
)
from desktop.storage.company_columns import company_to_columns
from desktop.storage.reader import NO_ROUND, Reader, former_from
from desktop.storage.stored import PinnedQuestionnaire
from desktop.storage.writing import question_ids, touch

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
            touch(session, round_id)
            record = _record(session, round_id).company
            for name, value in company_to_columns(company).items():
                setattr(record, name, value)

    def choose(self, round_id: int, pinned: Iterable[PinnedQuestionnaire]) -> None:
        """Replace the questionnaires of a round; answers stay."""
        with self._database.session() as session:
            touch(session, round_id)
            _pin(session, _record(session, round_id), pinned)

    def save_answer(self, round_id: int, key: QuestionKey, plain: Any | None) -> None:
        """Replace or (None) remove one answer."""
        with self._database.session() as session:
            touch(session, round_id)
            _write_answers(session, round_id, {key: plain})

    def move(
        self, round_id: int, pinned: Iterable[PinnedQuestionnaire], answers: Mapping[QuestionKey, Any]
    ) -> None:
        """Replace questionnaires and some answers; what they were is remembered until it is confirmed.

        Answers that stay the same may be among them: they are remembered too.

        Of several moves in a row, what was before the first is remembered.
        """
        with self._database.session() as session:
            touch(session, round_id)
            record = _record(session, round_id)
            before = dict.fromkeys(answers) | _answers(session, round_id, answers)
            former = session.get(MoveRecord, round_id)
            if former is None:
                kept = [
                    PinnedQuestionnaire(e.questionnaire_id, e.version, e.hash) for e in record.assessments
                ]
                session.add(_move_record(round_id, kept, before))
            else:
                former.answers = to_json({**before, **from_json(former.answers, dict[str, Any])})
            _pin(session, record, pinned)
            changed = {key: plain for key, plain in answers.items() if before[key] != plain}
            _write_answers(session, round_id, changed)

    def undo_move(self, round_id: int) -> None:
        """Put back questionnaires and answers as they were before the move, where one waits."""
        with self._database.session() as session:
            touch(session, round_id)
            found = session.get(MoveRecord, round_id)
            if found is None:
                return
            former = former_from(found.questionnaires, found.answers)
            _pin(session, _record(session, round_id), former.questionnaires)
            _write_answers(session, round_id, former.answers)
            session.delete(found)

    def confirm_move(self, round_id: int) -> None:
        """Forget what was before the move."""
        with self._database.session() as session:
            touch(session, round_id)
            session.execute(delete(MoveRecord).where(MoveRecord.round_id == round_id))

    def save_constraints(self, round_id: int, constraints: Constraints) -> None:
        """Replace what the plan must fit."""
        with self._database.session() as session:
            touch(session, round_id, constraints=to_json(constraints))

    def save_place(self, round_id: int, place: Mapping[str, Any]) -> None:
        """Remember where the user is."""
        with self._database.session() as session:
            touch(session, round_id, place=json.dumps(place))

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


def _pin(session: Session, record: RoundRecord, pinned: Iterable[PinnedQuestionnaire]) -> None:
    record.assessments.clear()
    session.flush()
    record.assessments.extend(_assessments(pinned))


def _move_record(
    round_id: int, pinned: Iterable[PinnedQuestionnaire], answers: Mapping[QuestionKey, Any]
) -> MoveRecord:
    return MoveRecord(
        round_id=round_id,
        questionnaires=to_json(tuple(pinned)),
        answers=to_json(answers),
        moved_at=datetime.now(UTC),
    )


def _answers(session: Session, round_id: int, keys: Iterable[QuestionKey]) -> dict[QuestionKey, Any]:
    """The stored answers under some keys, in plain form."""
    query = (
        select(QuestionRecord.key, AnswerRecord.value)
        .join(AnswerRecord, AnswerRecord.question_id == QuestionRecord.id)
        .where(AnswerRecord.round_id == round_id)
    )
    wanted = set(keys)
    found = session.execute(query).all()
    return {QuestionKey(key): json.loads(value) for key, value in found if key in wanted}


def _write_answers(session: Session, round_id: int, answers: Mapping[QuestionKey, Any]) -> None:
    """Replace answers in plain form; None removes one."""
    now = datetime.now(UTC)
    ids = question_ids(session, answers)
    gone = [ids[key] for key, plain in answers.items() if plain is None]
    rows = [
        {
            "round_id": round_id,
            "question_id": ids[key],
            "value": json.dumps(plain, ensure_ascii=False, sort_keys=True),
            "answered_at": now,
        }
        for key, plain in answers.items()
        if plain is not None
    ]
    if gone:
        session.execute(
            delete(AnswerRecord).where(AnswerRecord.round_id == round_id, AnswerRecord.question_id.in_(gone))
        )
    if rows:
        statement = insert(AnswerRecord)
        new = {name: getattr(statement.excluded, name) for name in ("value", "answered_at")}
        names = ["round_id", "question_id"]
        session.execute(statement.on_conflict_do_update(index_elements=names, set_=new), rows)


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
