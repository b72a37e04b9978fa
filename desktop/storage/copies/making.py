"""Copies of the workspace made while it is open: a snapshot of the database, then one file of it."""

import hashlib
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from desktop import VERSION
from desktop.errors import StorageError, system_reason
from desktop.storage.connecting import Key, connect, database_errors
from desktop.storage.copies.container import CopyFacts, Reason, measure, pack, verify
from desktop.storage.copies.swapping import SCRATCH
from desktop.storage.places import VAULT_NAME
from desktop.storage.reasons import reason_of
from desktop.text import say

WORKSPACE_ID = "workspace_id"
_NOT_COPIED = say(
    "{path} could not be copied: {reason}. Your data have not changed: free space on the disk, or close "
    "other programs that use the file, and try again."
)
_DAMAGED = say("its parts do not fit together")


def make_copy(database: Path, key: Key | None, target: Path, reason: Reason) -> CopyFacts:
    """Copy a database into one file and read that file to its end; StorageError says why not.

    The database may be in use meanwhile; an encrypted one stays encrypted with the same key.
    """
    state = state_of(database)
    with scratch_in(database.parent) as scratch:
        snapshot = scratch / "snapshot.db"
        try:
            about = _snapshot(database, key, snapshot)
        except database_errors(OSError) as error:
            raise StorageError(_NOT_COPIED, path=database, reason=reason_of(error)) from error
        size, sha256 = measure(snapshot)
        facts = CopyFacts(
            kind="sestante-copy",
            format=1,
            made_at=datetime.now(UTC).replace(microsecond=0),
            reason=reason,
            version=VERSION,
            size=size,
            sha256=sha256,
            is_encrypted=key is not None,
            vault=vault_beside(database),
            state=state,
            **about,
        )
        pack(facts, snapshot, target)
    return verify(target)


@contextmanager
def scratch_in(folder: Path) -> Iterator[Path]:
    """A folder for files that are thrown away, inside of the data folder; StorageError where it cannot be."""
    try:
        made = tempfile.TemporaryDirectory(prefix=SCRATCH, dir=folder, ignore_cleanup_errors=True)
    except OSError as error:
        raise StorageError(_NOT_COPIED, path=folder, reason=system_reason(error)) from error
    with made as name:
        yield Path(name)


def state_of(database: Path) -> str:
    """What differs as soon as the database was written to, whatever the clock says."""
    digest = hashlib.sha256()
    for path in (database, database.with_name(f"{database.name}-wal")):
        with suppress(OSError):
            found = path.stat()
            if found.st_size:
                digest.update(f"{path.name[-4:]} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:32]


def vault_beside(database: Path) -> str | None:
    """What lies beside an encrypted database; None where nothing does."""
    path = database.with_name(VAULT_NAME)
    try:
        return path.read_text(encoding="utf-8") if path.exists() else None
    except (OSError, UnicodeError) as error:
        raise StorageError(_NOT_COPIED, path=path, reason=reason_of(error)) from error


def workspace_of(connection: sqlite3.Connection) -> str:
    """The id of a workspace; empty where it has none yet."""
    if not _has_table(connection, "preference"):
        return ""
    row = connection.execute("SELECT value FROM preference WHERE name = ?", (WORKSPACE_ID,)).fetchone()
    try:
        return "" if row is None else msgspec.json.decode(row[0], type=str)
    except (msgspec.MsgspecError, TypeError):
        return ""


def contents_of(connection: sqlite3.Connection) -> dict[str, int]:
    """How much a database holds, by the names of `CopyFacts`."""
    return {
        "companies": _count(connection, "company"),
        "rounds": _count(connection, "round"),
        "files": _count(connection, "evidence_content") + _count(connection, "service_file_content"),
    }


def make_portable(connection: sqlite3.Connection) -> None:
    """One file and no journal beside it, which can be read from a disk that cannot be written to."""
    connection.execute("PRAGMA journal_mode=DELETE").fetchone()


def _snapshot(database: Path, key: Key | None, snapshot: Path) -> dict[str, Any]:
    """In one go: in steps it would begin anew with every change made meanwhile."""
    with closing(connect(snapshot, key)) as made:
        with closing(connect(database, key, is_read_only=True)) as source:
            source.backup(made, pages=-1)
        make_portable(made)
        if made.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StorageError(_NOT_COPIED, path=database, reason=_DAMAGED)
        return {
            "workspace": workspace_of(made),
            "schema": str(made.execute("SELECT version_num FROM alembic_version").fetchone()[0]),
            **contents_of(made),
        }


def _count(connection: sqlite3.Connection, table: str) -> int:
    """How many rows a table of ours has; 0 where a former schema had no such table."""
    if not _has_table(connection, table):
        return 0
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own name


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (name,)).fetchone() is not None
