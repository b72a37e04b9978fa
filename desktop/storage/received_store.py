"""The results that came in: each once, with its line as it stood."""

import zlib
from dataclasses import asdict
from typing import Any

from msgspec import convert
from sqlalchemy import delete, select, update
from sqlalchemy.orm import defer

from desktop.errors import StorageError
from desktop.models import ReceivedRecord
from desktop.storage.database import Database
from desktop.storage.moments import now_in
from desktop.storage.stored import Arrival, Carrier, Received
from desktop.text import say

_GONE = say("This result is no longer among those received; choose another one.")
_NOT_WHOLE = say("What is kept of {file} cannot be read. Ask whoever sent it to send it again.")
_ORDER = (ReceivedRecord.received_at, ReceivedRecord.id)


class ReceivedStore:
    """What came in. Every method that writes has committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, arrival: Arrival, line: bytes, round_id: int | None = None) -> Received:
        """Keep a result; one that came in before stays as it is and is given back."""
        with self._database.session() as session:
            record = session.scalar(select(ReceivedRecord).filter_by(sha256=arrival.sha256))
            if record is None:
                record = ReceivedRecord(
                    **asdict(arrival),
                    received_at=now_in(session),
                    line=zlib.compress(line, 9),
                    round_id=round_id,
                )
                session.add(record)
                session.flush()
            return _received(record)

    def find(self, sha256: str) -> Received | None:
        """The result of a checksum; None where it never came in."""
        return next(iter(self._those(sha256=sha256)), None)

    def all(self) -> tuple[Received, ...]:
        """All of them, the first one first."""
        return self._those()

    def pending(self) -> tuple[Received, ...]:
        """Those that name a company and that no round was made of, the first one first."""
        undone = (ReceivedRecord.round_id.is_(None), ReceivedRecord.scope != "scores")
        query = select(ReceivedRecord).where(*undone).order_by(*_ORDER)
        with self._database.session() as session:
            found = session.scalars(query.options(defer(ReceivedRecord.line)))
            return tuple(_received(record) for record in found)

    def of_company(self, company: str) -> tuple[Received, ...]:
        """Those of a company by its UUID or code, the first one first."""
        return self._those(company=company)

    def line(self, received_id: int) -> bytes:
        """A result's line as it came in; StorageError where it is gone or damaged."""
        with self._database.session() as session:
            record = session.get(ReceivedRecord, received_id)
            if record is None:
                raise StorageError(_GONE)
            try:
                return zlib.decompress(record.line)
            except (zlib.error, TypeError):
                raise StorageError(_NOT_WHOLE, file=record.file_name) from None

    def link(self, received_id: int, round_id: int) -> None:
        """Say which round was made of a result; StorageError where the result is gone."""
        statement = update(ReceivedRecord).where(ReceivedRecord.id == received_id)
        with self._database.session() as session:
            linked = session.scalar(statement.values(round_id=round_id).returning(ReceivedRecord.id))
            if linked is None:
                raise StorageError(_GONE)

    def delete(self, received_id: int) -> None:
        """Forget a result; nothing happens where it is gone already."""
        with self._database.session() as session:
            session.execute(delete(ReceivedRecord).where(ReceivedRecord.id == received_id))

    def _those(self, **wanted: Any) -> tuple[Received, ...]:
        query = select(ReceivedRecord).filter_by(**wanted).order_by(*_ORDER)
        without_lines = query.options(defer(ReceivedRecord.line))
        with self._database.session() as session:
            return tuple(_received(record) for record in session.scalars(without_lines))


def _received(record: ReceivedRecord) -> Received:
    arrival = Arrival(
        sha256=record.sha256,
        carrier=convert(record.carrier, Carrier),
        scope=record.scope,
        company=record.company,
        stage=record.stage,
        changed_at=record.changed_at,
        signed_by=record.signed_by,
        file_name=record.file_name,
    )
    return Received(record.id, arrival, record.received_at, record.round_id)
