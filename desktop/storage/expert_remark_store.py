"""What experts tell companies, by round: written at the hub, taken in where a result brings it."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.advising import ExpertRemark
from desktop.errors import StorageError
from desktop.models import ExpertRemarkRecord, RoundRecord
from desktop.storage.database import Database
from desktop.storage.hub_rows import expert_remark
from desktop.storage.moments import now_in
from desktop.storage.reader import NO_ROUND

_OF_ROUND = "SELECT * FROM expert_remark WHERE round_id = :id ORDER BY made_at, id"
_COUNTS = """
SELECT round.company_id, count(*) AS count FROM expert_remark
JOIN round ON round.id = expert_remark.round_id GROUP BY round.company_id
"""


class ExpertRemarkStore:
    """Remarks of rounds. Every method that writes has committed when it returns.

    StorageError says where the round is gone.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, round_id: int) -> tuple[ExpertRemark, ...]:
        """The remarks of a round, the first one first."""
        with self._database.reading() as rows:
            return tuple(expert_remark(row) for row in rows(_OF_ROUND, id=round_id))

    def counts(self) -> Mapping[int, int]:
        """How many there are, by company."""
        with self._database.reading() as rows:
            return {row["company_id"]: row["count"] for row in rows(_COUNTS)}

    def save(self, round_id: int, remark: ExpertRemark) -> str:
        """Write a remark down, or replace the one of its UUID; its UUID comes back, a new one if empty."""
        uid = remark.uid or str(uuid4())
        with self._database.session() as session:
            now = now_in(session)
            _refuse_gone(session, round_id)
            record = session.scalar(select(ExpertRemarkRecord).filter_by(uid=uid))
            if record is None:
                session.add(_record(round_id, uid, remark, now))
            else:
                record.about, record.text, record.by = remark.about, remark.text, remark.by
                record.changed_at = now
        return uid

    def remove(self, uid: str) -> None:
        """Take a remark away."""
        with self._database.session() as session:
            session.execute(delete(ExpertRemarkRecord).where(ExpertRemarkRecord.uid == uid))

    def take_in(self, round_id: int, remarks: Iterable[ExpertRemark]) -> int:
        """Keep the remarks that a result brought; how many of them are new, or newer than those here.

        What was written on this desk is never replaced, nor is a remark of another company's round.
        """
        with self._database.session() as session:
            _refuse_gone(session, round_id)
            return take_remarks(session, round_id, remarks)


def take_remarks(session: Session, round_id: int, remarks: Iterable[ExpertRemark]) -> int:
    """Keep what a result brought, as `take_in` does."""
    told = {remark.uid: remark for remark in remarks}
    query = select(ExpertRemarkRecord).where(ExpertRemarkRecord.uid.in_(told))
    known = {record.uid: record for record in session.scalars(query)}
    return sum([_took(session, round_id, known.get(uid), remark) for uid, remark in told.items()])


def _took(session: Session, round_id: int, record: ExpertRemarkRecord | None, remark: ExpertRemark) -> bool:
    when = datetime.combine(remark.made_on, time.min, UTC)
    if record is None:
        session.add(_record(round_id, remark.uid, remark, when))
        return True
    is_same = (record.about, record.text, record.by) == (remark.about, remark.text, remark.by)
    if is_same or record.round_id != round_id or not _came_in(record) or when < record.changed_at:
        return False
    record.about, record.text, record.by, record.changed_at = remark.about, remark.text, remark.by, when
    return True


def _came_in(record: ExpertRemarkRecord) -> bool:
    """Results tell the day alone, so that what they brought stands at midnight, and nothing written here."""
    return record.made_at.timetz() == time.min.replace(tzinfo=UTC)


def _record(round_id: int, uid: str, remark: ExpertRemark, when: datetime) -> ExpertRemarkRecord:
    return ExpertRemarkRecord(
        uid=uid,
        round_id=round_id,
        about=remark.about,
        text=remark.text,
        by=remark.by,
        made_at=when,
        changed_at=when,
    )


def _refuse_gone(session: Session, round_id: int) -> None:
    if session.get(RoundRecord, round_id) is None:
        raise StorageError(NO_ROUND)
