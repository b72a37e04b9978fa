"""The plans kept for comparing, written: each is a name for limits."""

from sqlalchemy import delete

from desktop.content.company import Constraints
from desktop.content.files.decoding import to_json
from desktop.models import KeptPlanRecord
from desktop.storage.database import Database
from desktop.storage.moments import now_in
from desktop.storage.writing import touch


class KeptPlanStore:
    """The kept plans of rounds. Every method has committed when it returns.

    StorageError says where the round is gone.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, round_id: int, name: str, constraints: Constraints) -> int:
        """Limits under a name; returns the number of the kept plan."""
        with self._database.session() as session:
            touch(session, round_id)
            limits, now = to_json(constraints), now_in(session)
            record = KeptPlanRecord(round_id=round_id, name=name, constraints=limits, kept_at=now)
            session.add(record)
            session.flush()
            return record.id

    def delete(self, round_id: int, kept_id: int) -> None:
        """Forget a kept plan; nothing happens where it is gone already."""
        with self._database.session() as session:
            touch(session, round_id)
            wanted = (KeptPlanRecord.id == kept_id, KeptPlanRecord.round_id == round_id)
            session.execute(delete(KeptPlanRecord).where(*wanted))
