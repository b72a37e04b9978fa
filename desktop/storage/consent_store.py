"""Who agreed to what leaves the desk: agreements of a round, kept one after the other."""

from datetime import date

from sqlalchemy import update

from desktop.models import ConsentRecord
from desktop.storage.database import Database
from desktop.storage.stored import StoredConsent
from desktop.storage.writing import touch

_ALL = "SELECT agreed_on, text_version, withdrawn_on FROM consent WHERE round_id = :id ORDER BY id"


class ConsentStore:
    """The agreements of rounds. Every method that writes has committed when it returns.

    StorageError says where the round is gone.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, round_id: int, agreed_on: date, text_version: str) -> None:
        """One more agreement; those before stay."""
        with self._database.session() as session:
            touch(session, round_id)
            session.add(ConsentRecord(round_id=round_id, agreed_on=agreed_on, text_version=text_version))

    def withdraw(self, round_id: int, day: date) -> None:
        """Say of all agreements that they hold no longer."""
        with self._database.session() as session:
            touch(session, round_id)
            open_ones = (ConsentRecord.round_id == round_id, ConsentRecord.withdrawn_on.is_(None))
            session.execute(update(ConsentRecord).where(*open_ones).values(withdrawn_on=day))

    def all(self, round_id: int) -> tuple[StoredConsent, ...]:
        """All agreements of a round, the first one first."""
        with self._database.reading() as rows:
            found = rows(_ALL, id=round_id)
        return tuple(
            StoredConsent(
                date.fromisoformat(row["agreed_on"]),
                row["text_version"],
                date.fromisoformat(row["withdrawn_on"]) if row["withdrawn_on"] else None,
            )
            for row in found
        )
