"""What all writing to a round has in common."""

from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from desktop.content.questionnaire import QuestionKey
from desktop.errors import StorageError
from desktop.models import QuestionRecord, RoundRecord
from desktop.storage.reader import NO_ROUND


def touch(session: Session, round_id: int, **values: str) -> None:
    """Mark a round as changed now, together with new values of its own columns.

    StorageError where it is gone.
    """
    now = datetime.now(UTC)
    statement = update(RoundRecord).where(RoundRecord.id == round_id).values(changed_at=now, **values)
    touched = session.scalar(statement.returning(RoundRecord.id))
    if touched is None:
        raise StorageError(NO_ROUND)


def question_id_of(session: Session, key: QuestionKey) -> int:
    """The number of a question's key, given now where it has none yet."""
    found = session.scalar(select(QuestionRecord.id).where(QuestionRecord.key == key))
    if found is not None:
        return found
    record = QuestionRecord(key=key)
    session.add(record)
    session.flush()
    return record.id
