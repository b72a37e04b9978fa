"""Writes the figures that a hub publishes, in place of those before."""

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.models import FiguresRecord
from desktop.storage.database import Database
from desktop.storage.moments import now_in

SOONEST = timedelta(minutes=10)
"""So often at most: who sees figures only must not see each company come and go."""


class FiguresStore:
    """Published figures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_due(self) -> bool:
        """Whether the last ones are old enough to be replaced."""
        with self._database.session() as session:
            return _is_due(session)

    def publish(self, document: str) -> bool:
        """Replace what was published; False where somebody else just did."""
        with self._database.session() as session:
            if not _is_due(session):
                return False
            session.execute(delete(FiguresRecord))
            session.add(FiguresRecord(made_at=now_in(session), document=document))
        return True


def _is_due(session: Session) -> bool:
    last = session.scalar(select(FiguresRecord.made_at).order_by(FiguresRecord.id.desc()).limit(1))
    return last is None or abs(now_in(session) - last) >= SOONEST
