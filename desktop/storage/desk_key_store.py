"""The secret of this desk: one for the whole database, made when it is first needed."""

from collections.abc import Callable
from datetime import UTC, datetime

from desktop.models import DeskKeyRecord
from desktop.storage.database import Database

_ONLY = 1
_KEPT = "SELECT secret FROM desk_key"


class DeskKeyStore:
    """Keeps the secret with all else, so that a backup has it and encryption covers it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self) -> bytes | None:
        """The secret; None where none was needed so far."""
        with self._database.reading() as rows:
            found = next(iter(rows(_KEPT)), None)
        return None if found is None else bytes(found["secret"])

    def find_or_keep(self, make: Callable[[], bytes]) -> bytes:
        """The secret; where there is none, what `make` gives is kept for good."""
        if (kept := self.find()) is not None:
            return kept
        with self._database.session() as session:
            record = session.get(DeskKeyRecord, _ONLY)
            if record is None:
                record = DeskKeyRecord(id=_ONLY, secret=make(), made_at=datetime.now(UTC))
                session.add(record)
            return record.secret
