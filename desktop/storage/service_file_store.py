"""The files and photos that show services: kept, read, taken away, with a way back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.models import ServiceFileContentRecord, ServiceFileRecord, ServiceRecord
from desktop.storage.database import Database
from desktop.storage.moments import moment, now_in
from desktop.storage.reader import read_whole
from desktop.storage.rows import Row, Rows
from desktop.storage.stored import Evidence
from desktop.text import say

_GONE = say("This file is no longer in the workspace; add it again.")
_NO_SERVICE = say("This service is no longer in the register; nothing was added.")
_FILES = """
SELECT service_file.*, service.uid, service.title FROM service_file
JOIN service ON service.id = service_file.service_id WHERE service.uid = :uid ORDER BY service_file.id
"""
_CONTENT = "SELECT content FROM service_file_content WHERE service_file_id = :id"


@dataclass(frozen=True, slots=True)
class ServiceFile:
    """A file as it was kept, to be put back: that of the service of this UUID."""

    uid: str
    file_name: str
    media_type: str
    content: bytes
    added_at: datetime


class ServiceFileStore:
    """The files of the register. Every method that writes has committed when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_service(self, uid: str) -> tuple[Evidence, ...]:
        """The files of a service, the first one first."""
        with self._database.reading() as rows:
            return tuple(_evidence(row) for row in rows(_FILES, uid=uid))

    def content(self, file_id: int) -> bytes:
        """The bytes of a file; StorageError where it is gone."""
        with self._database.reading() as rows:
            return service_content(rows, file_id)

    def add(self, uid: str, file_name: str, media_type: str, content: bytes) -> None:
        """Keep a file that shows a service; StorageError where that is gone."""
        with self._database.session() as session:
            if not put_back(session, [ServiceFile(uid, file_name, media_type, content, now_in(session))]):
                raise StorageError(_NO_SERVICE)

    def remove(self, file_id: int) -> tuple[ServiceFile, ...]:
        """Take a file away; what it was, none where it was gone."""
        with self._database.session() as session:
            found = _whole(session, ServiceFileRecord.id == file_id)
            session.execute(delete(ServiceFileRecord).where(ServiceFileRecord.id == file_id))
            return found

    def of_services(self, uids: Iterable[str]) -> tuple[ServiceFile, ...]:
        """All files of some services with their bytes."""
        with self._database.session() as session:
            return _whole(session, ServiceRecord.uid.in_(tuple(uids)))


def service_content(rows: Rows, file_id: int) -> bytes:
    """The bytes of a file; StorageError where it is gone."""
    found = next(iter(rows(_CONTENT, id=file_id)), None)
    if found is None:
        raise StorageError(_GONE)
    return bytes(found["content"])


def put_back(session: Session, files: Iterable[ServiceFile]) -> int:
    """Keep files of services that are there; how many those were."""
    kept = 0
    for file in files:
        service = session.scalar(select(ServiceRecord.id).where(ServiceRecord.uid == file.uid))
        if service is not None:
            record = ServiceFileRecord(
                service_id=service,
                file_name=file.file_name,
                media_type=file.media_type,
                size=len(file.content),
                sha256=sha256(file.content).hexdigest(),
                added_at=file.added_at,
            )
            session.add(record)
            session.flush()
            session.add(ServiceFileContentRecord(service_file_id=record.id, content=file.content))
            kept += 1
    return kept


def _whole(session: Session, wanted: object) -> tuple[ServiceFile, ...]:
    query = (
        select(ServiceRecord.uid, ServiceFileRecord, ServiceFileContentRecord.content)
        .join(ServiceFileRecord, ServiceFileRecord.service_id == ServiceRecord.id)
        .join(ServiceFileContentRecord, ServiceFileContentRecord.service_file_id == ServiceFileRecord.id)
        .where(wanted)  # type: ignore[arg-type]
        .order_by(ServiceFileRecord.id)
    )
    return tuple(
        ServiceFile(uid, file.file_name, file.media_type, content, file.added_at)
        for uid, file, content in session.execute(query)
    )


def _evidence(row: Row) -> Evidence:
    with read_whole(row["title"]):
        return Evidence(
            id=row["id"],
            subject=f"service:{row['uid']}",
            file_name=str(row["file_name"]),
            media_type=str(row["media_type"]),
            size=int(row["size"]),
            added_at=moment(row["added_at"]),
        )
