"""Rounds begun anew, and the last one of a company taken back."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.content.company import Constraints
from desktop.content.files.decoding import to_json
from desktop.errors import StorageError
from desktop.models import RespondentRecord, RoundRecord
from desktop.storage.database import Database
from desktop.storage.moments import now_in
from desktop.storage.reader import NO_ROUND
from desktop.storage.stored import PinnedQuestionnaire
from desktop.storage.turns import stage_after, turn_of
from desktop.storage.writing import assessment_records
from desktop.text import say

_PLACE = '{"page": "questions"}'
_NOT_LAST = say(
    "Only the last assessment of a company can be deleted by itself; {stage} is not the last one."
)
_ONLY_ONE = say("This is the only assessment of the company; delete the company to be rid of it.")


class RoundStore:
    """Writes rounds. Every method has committed when it returns; StorageError says why it could not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, round_id: int, pinned: Iterable[PinnedQuestionnaire], constraints: Constraints) -> int:
        """The next round of the company of a round, nothing answered; returns its id.

        The people of the given round are in it, with no answers.
        """
        with self._database.session() as session:
            now = now_in(session)
            stages = _stages(session, round_id)
            record = RoundRecord(
                stage=stage_after(max(stages.values(), key=turn_of)),
                constraints=to_json(constraints),
                place=_PLACE,
                started_at=now,
                changed_at=now,
                visited_at=now,
                assessments=assessment_records(pinned),
            )
            record.company_id = _company_id(session, round_id)
            session.add(record)
            session.flush()
            _take_people_along(session, round_id, record.id, now)
            return record.id

    def remove(self, round_id: int) -> None:
        """Delete the last round of a company with everything in it; the first one stays with the company."""
        with self._database.session() as session:
            stages = _stages(session, round_id)
            if len(stages) == 1:
                raise StorageError(_ONLY_ONE)
            if any(turn_of(stage) > turn_of(stages[round_id]) for stage in stages.values()):
                raise StorageError(_NOT_LAST, stage=stages[round_id])
            session.execute(delete(RoundRecord).where(RoundRecord.id == round_id))


def _company_id(session: Session, round_id: int) -> int:
    found = session.scalar(select(RoundRecord.company_id).where(RoundRecord.id == round_id))
    if found is None:
        raise StorageError(NO_ROUND)
    return found


def _stages(session: Session, round_id: int) -> dict[int, str]:
    """The stages of all rounds of a company by id."""
    query = select(RoundRecord).where(RoundRecord.company_id == _company_id(session, round_id))
    return {record.id: record.stage for record in session.scalars(query)}


def _take_people_along(session: Session, before: int, after: int, now: datetime) -> None:
    """Each has a moment of their own: by that a person is known when a company comes back from a laptop."""
    query = select(RespondentRecord).where(RespondentRecord.round_id == before).order_by(RespondentRecord.id)
    session.add_all(
        RespondentRecord(
            round_id=after, label=each.label, role=each.role, created_at=now + timedelta(microseconds=place)
        )
        for place, each in enumerate(session.scalars(query).all())
    )
