"""What experts remark in results that come in, taken over without losing what was written here."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models import ExpertRemarkRecord
from desktop.storage.stored import ToldRemark


def take_remarks(session: Session, round_id: int, remarks: Sequence[ToldRemark]) -> None:
    """Add those that are new to a round, and bring up to date those that nobody changed here."""
    for told in remarks:
        record = _found(session, told.uid)
        if record is not None and record.round_id != round_id:  # another company's: its own stays as it is
            told_uid = str(uuid5(UUID(told.uid), str(round_id)))
            record = _found(session, told_uid)
        else:
            told_uid = told.uid
        moment = datetime.combine(told.made_on, time.min, UTC)
        if record is None:
            session.add(
                ExpertRemarkRecord(
                    uid=told_uid,
                    round_id=round_id,
                    about=told.about,
                    text=told.text,
                    by=told.by,
                    made_at=moment,
                    changed_at=moment,
                )
            )
            session.flush()
        elif record.changed_at == record.made_at and told.made_on >= record.made_at.date():
            record.about, record.text, record.by = told.about, told.text, told.by
            record.made_at = record.changed_at = max(moment, record.made_at)


def _found(session: Session, uid: str) -> ExpertRemarkRecord | None:
    return session.scalar(select(ExpertRemarkRecord).filter_by(uid=uid))
