"""What all writing to a round has in common."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop.content.questionnaires.questionnaire import QuestionKey
from desktop.errors import OutOfReachError
from desktop.models import AnswerRecord, AssessmentRecord, QuestionRecord, RoundRecord
from desktop.storage.inserting import insert
from desktop.storage.moments import now_in
from desktop.storage.reader import NO_ROUND
from desktop.storage.stored import PinnedQuestionnaire


def touch(session: Session, round_id: int) -> None:
    """Mark a round as changed now; StorageError where it is gone."""
    look_in(session, round_id, changed_at=now_in(session))


def look_in(session: Session, round_id: int, **values: Any) -> None:
    """Mark a round as visited now, with new values of its columns; StorageError where it is gone."""
    statement = update(RoundRecord).where(RoundRecord.id == round_id)
    statement = statement.values(visited_at=now_in(session), **values)
    touched = session.scalar(statement.returning(RoundRecord.id))
    if touched is None:
        raise OutOfReachError(NO_ROUND)


def assessment_records(pinned: Iterable[PinnedQuestionnaire]) -> list[AssessmentRecord]:
    """The questionnaires of a round, in order."""
    return [
        AssessmentRecord(questionnaire_id=each.id, position=position, version=each.version, hash=each.hash)
        for position, each in enumerate(pinned)
    ]


def question_ids(session: Session, keys: Iterable[QuestionKey]) -> dict[str, int]:
    """The numbers of questions; those not known yet get one."""
    wanted = list(keys)
    query = select(QuestionRecord.key, QuestionRecord.id).where(QuestionRecord.key.in_(wanted))
    known = dict(session.execute(query).all())
    if new := [{"key": key} for key in dict.fromkeys(wanted) if key not in known]:
        # Another desk may give the same question its number at this moment.
        session.execute(insert(session, QuestionRecord).on_conflict_do_nothing(), new)
        known |= dict(session.execute(query).all())
    return known


def write_answers(
    session: Session, round_id: int, answers: Mapping[QuestionKey, Any], answered_at: datetime
) -> None:
    """Write the answers of a round that has none, as plain values, all of one moment."""
    ids = question_ids(session, answers)
    rows = [
        {
            "round_id": round_id,
            "question_id": ids[key],
            "value": json.dumps(plain, ensure_ascii=False, sort_keys=True),
            "answered_at": answered_at,
        }
        for key, plain in answers.items()
    ]
    if rows:
        session.execute(insert(session, AnswerRecord), rows)
