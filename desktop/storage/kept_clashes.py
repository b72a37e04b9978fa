"""What clashed and waits for a choice: kept on this computer until the user has chosen."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
from sqlalchemy import delete

from desktop.content.files.decoding import from_json, to_json
from desktop.models import WaitingRecord
from desktop.storage.file_database import FileDatabase
from desktop.storage.meanwhile_error import Clash
from desktop.storage.outbox import CLASH

_OPEN = "SELECT document FROM waiting WHERE server = :server AND kind = :kind ORDER BY id"


class KeptClashes:
    """The clashes with one server. Every change has been written to disk when it returns."""

    def __init__(self, own: FileDatabase, server: str) -> None:
        self._own = own
        self._server = server

    def all(self) -> tuple[Clash, ...]:
        """Those that wait, the first one first; what another Sestante kept otherwise stays there."""
        with self._own.reading() as rows:
            documents = [row["document"] for row in rows(_OPEN, server=self._server, kind=CLASH)]
        found = map(_clash, documents)
        return tuple(each for each in found if each is not None)

    def put(self, clashes: Iterable[Clash], instead_of: str = "") -> None:
        """Keep them, each in the place of one that was there before, and of the letter of this name."""
        with self._own.session() as session:
            for each in clashes:
                session.execute(delete(WaitingRecord).where(WaitingRecord.uid == self._name(each)))
                session.add(
                    WaitingRecord(
                        uid=self._name(each),
                        server=self._server,
                        kind=CLASH,
                        document=to_json(asdict(each)),
                        made_at=datetime.now(UTC),
                    )
                )
            session.execute(delete(WaitingRecord).where(WaitingRecord.uid == instead_of))

    def remove(self, clashes: Iterable[Clash]) -> None:
        """The user has chosen."""
        names = [self._name(each) for each in clashes]
        with self._own.session() as session:
            session.execute(delete(WaitingRecord).where(WaitingRecord.uid.in_(names)))

    def _name(self, clash: Clash) -> str:
        """The same for all clashes in one place."""
        return sha256(to_json([self._server, *clash.place]).encode()).hexdigest()


def _clash(document: str) -> Clash | None:
    try:
        return from_json(document, Clash)
    except (msgspec.MsgspecError, UnicodeError):
        return None
