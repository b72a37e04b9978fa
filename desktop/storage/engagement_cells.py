"""The cell of who looks after a company: read and written as a whole, for all its rounds at once."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.advising import Engagement
from desktop.models import EngagementRecord, RoundRecord
from desktop.storage.inserting import insert
from desktop.storage.moments import now_in

_NAMES = ("office", "officer", "expert")


def read_engagement(session: Session, round_id: int, _keys: list[str]) -> dict[str, Any]:
    """Office, officer and expert of the round's company; empty where nobody was named."""
    query = (
        select(EngagementRecord)
        .join(RoundRecord, RoundRecord.company_id == EngagementRecord.company_id)
        .where(RoundRecord.id == round_id)
    )
    record = session.scalar(query)
    return {"": {name: getattr(record, name) if record else "" for name in _NAMES}}


def write_engagement(session: Session, round_id: int, values: Mapping[str, Any]) -> None:
    """Replace them; where the company came from stays."""
    company_id = session.scalars(select(RoundRecord.company_id).where(RoundRecord.id == round_id)).one()
    cell = values[""] or {}
    put_engagement(session, company_id, Engagement(*(str(cell.get(name, "")) for name in _NAMES)))


def put_engagement(session: Session, company_id: int, engagement: Engagement) -> None:
    """Write down who looks after a company."""
    given = {**asdict(engagement), "changed_at": now_in(session)}
    statement = insert(session, EngagementRecord).values(company_id=company_id, event_id=None, **given)
    session.execute(statement.on_conflict_do_update(index_elements=["company_id"], set_=given))
