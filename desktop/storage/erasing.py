"""A company taken out of a database file, so that nothing of it can be read in the file's bytes either."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from desktop.errors import StorageError
from desktop.storage.connecting import Key, connect, database_errors
from desktop.storage.import_lines import FIND_LINES, forget_in_reports
from desktop.storage.places import BEFORE_UPDATES
from desktop.storage.reasons import reason_of
from desktop.text import say

_NOT_ERASED = say(
    "{path} still holds the company: {reason}. Close other programs that use it and delete the company "
    "again, or delete this file."
)
_STILL_READABLE = say(
    "Deleted, but traces may still be in {path}: {reason}. Free space on the disk and close other programs "
    "that use the file; they go with the next deletion."
)
_ASKED = ("answer", "respondent_answer", "remark")
_EMPTIED = {
    "service_file": "DELETE FROM service_file WHERE service_id IN (SELECT service.id FROM service "
    "JOIN company ON company.id = service.company_id WHERE company.uuid = ?)",
    "service": "UPDATE service SET title = '', note = '', officer = '' WHERE company_id IN "
    "(SELECT id FROM company WHERE uuid = ?)",
    "visitor": "UPDATE visitor SET firm = '{}', scores = '{}', draft = '' WHERE round_id IN "
    "(SELECT round.id FROM round JOIN company ON company.id = round.company_id WHERE company.uuid = ?)",
}
_TIMEOUT = 1000  # milliseconds for another program to let go of the file


def erase_from_database_file(path: Path, key: Key | None, *names: str) -> bool:
    """Take a company out of a database file by its UUID and other names; whether it was in there.

    Other names are codes for it, and the UUIDs of companies that became one with it.

    The file may be of any former schema; what is not of a company stays. StorageError where it cannot be
    written; it is then as it was.
    """
    try:
        with closing(connect(path, key)) as file:
            _prepare(file)
            known = _tables(file)
            if "company" not in known or not any(_holds(file, known, name) for name in names):
                return False
            file.execute("BEGIN IMMEDIATE")
            forget(file, known, names)
            file.execute("COMMIT")
            _rewrite(file)
            return True
    except database_errors(OSError) as error:
        raise StorageError(_NOT_ERASED, path=path, reason=reason_of(error)) from error


def erase_from_copies(folder: Path, key: Key | None, *names: str) -> tuple[StorageError, ...]:
    """Take a company out of the copies that stand beside the workspace's file; what could not be reached."""
    errors = []
    for path in sorted(folder.glob(BEFORE_UPDATES)):
        try:
            erase_from_database_file(path, key, *names)
        except StorageError as error:
            errors.append(error)
    return tuple(errors)


def forget(file: sqlite3.Connection, known: Collection[str], names: Collection[str]) -> None:
    """Delete a company, by its UUID or code, with all that refers to it or came in about it.

    Services and visits to events stay for accounts and counts, without what they say of it and without files.
    """
    for name in names:
        for table, emptied in _EMPTIED.items():
            if table in known:
                file.execute(emptied, (name,))
        file.execute("DELETE FROM company WHERE uuid = ?", (name,))
        if "received" in known:
            file.execute("DELETE FROM received WHERE company = ? AND round_id IS NULL", (name,))
    if "preference" in known:
        forget_in_reports(file.execute, names)
    asked = " UNION ".join(f"SELECT question_id FROM {table}" for table in _ASKED if table in known)  # noqa: S608
    file.execute(f"DELETE FROM question WHERE id NOT IN ({asked})")  # noqa: S608 - names of our own tables


def leave_no_traces(path: Path, key: Key | None) -> None:
    """Write a file anew with what is in it now; StorageError where there is no room or another holds it."""
    try:
        with closing(connect(path, key)) as file:
            _prepare(file)
            _rewrite(file)
    except database_errors(OSError) as error:
        raise StorageError(_STILL_READABLE, path=path, reason=reason_of(error)) from error


def empty_log(path: Path, key: Key | None) -> None:
    """Empty the log of a file's last changes, in which pages stand as they were; quick at any size.

    The file itself is written with zeros where something is deleted.
    """
    try:
        with closing(connect(path, key)) as file:
            _prepare(file)
            _refuse_busy(file)
    except database_errors(OSError) as error:
        raise StorageError(_STILL_READABLE, path=path, reason=reason_of(error)) from error


def _prepare(file: sqlite3.Connection) -> None:
    file.isolation_level = None
    for pragma in ("foreign_keys=ON", "secure_delete=ON", f"busy_timeout={_TIMEOUT}", "temp_store=MEMORY"):
        file.execute(f"PRAGMA {pragma}")


def _rewrite(file: sqlite3.Connection) -> None:
    file.execute("VACUUM")
    _refuse_busy(file)


def _refuse_busy(file: sqlite3.Connection) -> None:
    """Bring the log into the file and empty it, where the file has one."""
    is_busy, _, _ = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error


def _tables(file: sqlite3.Connection) -> frozenset[str]:
    return frozenset(row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))


def _holds(file: sqlite3.Connection, known: Collection[str], uuid: str) -> bool:
    if file.execute("SELECT 1 FROM company WHERE uuid = ?", (uuid,)).fetchone():
        return True
    query = "SELECT 1 FROM received WHERE company = ?"
    if "received" in known and file.execute(query, (uuid,)).fetchone():
        return True
    return "preference" in known and file.execute(FIND_LINES, {"about": f"%{uuid}%"}).fetchone() is not None
