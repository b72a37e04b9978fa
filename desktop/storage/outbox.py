"""What waits on this computer to be sent to a server: in order, and still there after the power went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from desktop.models import WaitingRecord
from desktop.storage.file_database import FileDatabase

CLASH = "clash"
"""The kind of what waits for a choice of the user, not for the server (`storage/kept_clashes`)."""
_WAITING = """
SELECT uid, kind, document FROM waiting WHERE server = :server AND kind <> :clash ORDER BY id
"""
_COUNT = "SELECT COUNT(*) AS count FROM waiting WHERE server = :server AND kind <> :clash"


@dataclass(frozen=True, slots=True)
class Letter:
    """A change to be sent under its name `uid`; the document is JSON."""

    uid: str
    kind: str
    document: str


class Outbox:
    """The letters to one server. Every change has been written to disk when it returns."""

    def __init__(self, own: FileDatabase, server: str) -> None:
        self._own = own
        self._server = server

    def letters(self) -> tuple[Letter, ...]:
        """What waits, the first one first."""
        with self._own.reading() as rows:
            found = rows(_WAITING, server=self._server, clash=CLASH)
        return tuple(Letter(row["uid"], row["kind"], row["document"]) for row in found)

    def count(self) -> int:
        """How much waits."""
        with self._own.reading() as rows:
            return sum(row["count"] for row in rows(_COUNT, server=self._server, clash=CLASH))

    def put(self, letter: Letter, instead_of: Iterable[str] = ()) -> None:
        """Keep a letter behind the others, and take away those it stands for."""
        with self._own.session() as session:
            _remove(session, instead_of)
            session.add(
                WaitingRecord(
                    uid=letter.uid,
                    server=self._server,
                    kind=letter.kind,
                    document=letter.document,
                    made_at=datetime.now(UTC),
                )
            )

    def rename(self, uid: str, other: str) -> None:
        """Let a letter be sent under another name."""
        with self._own.session() as session:
            for record in session.query(WaitingRecord).filter_by(uid=uid):
                record.uid = other

    def remove(self, uid: str) -> None:
        """Take a letter away: it was sent, or never can be."""
        with self._own.session() as session:
            _remove(session, (uid,))


def _remove(session: Session, uids: Iterable[str]) -> None:
    if gone := list(uids):
        session.execute(delete(WaitingRecord).where(WaitingRecord.uid.in_(gone)))
