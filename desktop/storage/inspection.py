"""A look at a database file before it is opened for writing: is it ours, whole, and of a known schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.errors import StorageError
from desktop.storage.connecting import Key, connect, database_errors
from desktop.storage.migrations import APPLICATION_ID, REVISIONS
from desktop.storage.places import is_locked, is_plain
from desktop.storage.reasons import is_damage, is_other_key, reason_of
from desktop.text import say

_PAGE = 4096  # bytes, of which every encrypted file has whole ones
_FOLDER = say("{path} is a folder where the database should be; rename it, or choose another folder.")
_NOT_READ = say(
    "{path} cannot be read: {reason}. It was left untouched: "
    "close other programs that use it, or check who may read it."
)
_NO_DATABASE = say(
    "{path} is damaged, or is not a Sestante database. It was left untouched: move it elsewhere, or put a "
    "safety copy in its place."
)
DAMAGED = say(
    "{path} is damaged: {reason}. It was left untouched: put a safety copy in its place, or move it "
    "elsewhere to start with an empty workspace."
)
_LOCKED = say(
    "The data in {folder} are protected by a passphrase. Open them in the window, "
    "or give a command the file that holds it: sestante --passphrase-file FILE"
)
_NO_VAULT = say(
    "{path} is damaged, or encrypted but vault.json, which holds its locked key and should be beside it, "
    "is missing. It was left untouched: put vault.json or both files back from a safety copy."
)
_OTHER_KEY = say(
    "{path} does not open with the key in vault.json beside it: one of the two is damaged or belongs to "
    "another workspace. Both were left untouched: put the files that belong together back from a safety "
    "copy."
)
_UNSOUND = say("its parts do not fit together")
_OF_ANOTHER_PROGRAM = say(
    "{path} is a database of another program. It was left untouched: choose another data folder."
)
_NEWER = say(
    "{path} was written by a newer Sestante (schema {schema}). "
    "It was left untouched: install the newer version, or choose another data folder."
)


class LockedError(StorageError):
    """The database opens with its passphrase alone."""


class DamagedError(StorageError):
    """The file is damaged: what is read of it cannot be relied on, and nothing may be written to it."""


def inspect(path: Path, key: Key | None = None, *, is_looked_through: bool = True) -> str | None:
    """The schema revision of the file, None for a new or empty file; StorageError where it must not be used.

    The file is opened for reading only and left as it is. Whether all of it is whole is left out unless it
    `is_looked_through`.
    """
    if path.is_dir():
        raise StorageError(_FOLDER, path=path)
    if key is None and is_locked(path.parent):
        raise LockedError(_LOCKED, folder=path.parent)
    if not path.exists() or path.stat().st_size == 0:
        return None
    if key is None:
        _refuse_unreadable(path)
    with _read_only(path, key) as connection:
        if is_looked_through:
            _refuse_unsound(connection, path)
        return _revision(connection, path)


def look_whole(path: Path, key: Key | None) -> None:
    """StorageError where a file is damaged, or cannot be read to its end."""
    with _read_only(path, key) as connection:
        _refuse_unsound(connection, path)


def find_unsound(connection: sqlite3.Connection) -> str | None:
    """What SQLite finds damaged first, in its words; None where a file is whole."""
    state = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    return None if state == "ok" else str(state)


@contextmanager
def _read_only(path: Path, key: Key | None) -> Iterator[sqlite3.Connection]:
    try:
        with closing(connect(path, key, is_read_only=True)) as connection:
            yield connection
    except database_errors(UnicodeError) as error:
        if key is not None and is_other_key(error):
            raise StorageError(_OTHER_KEY, path=path) from error
        if is_damage(error):
            raise DamagedError(DAMAGED, path=path, reason=reason_of(error)) from error
        raise StorageError(_NOT_READ, path=path, reason=reason_of(error)) from error


def _refuse_unreadable(path: Path) -> None:
    """What no program can read without a key, or at all."""
    try:
        if is_plain(path):
            return
        is_of_pages = path.stat().st_size % _PAGE == 0
    except OSError as error:
        raise StorageError(_NOT_READ, path=path, reason=reason_of(error)) from error
    raise StorageError(_NO_VAULT if is_of_pages else _NO_DATABASE, path=path)


def _refuse_unsound(connection: sqlite3.Connection, path: Path) -> None:
    unsound = find_unsound(connection)
    if unsound is not None:
        raise DamagedError(DAMAGED, path=path, reason=_UNSOUND) from sqlite3.DatabaseError(unsound)


def _revision(connection: sqlite3.Connection, path: Path) -> str | None:
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        return None
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StorageError(_OF_ANOTHER_PROGRAM, path=path)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0]) if row else ""
    if revision not in REVISIONS:
        raise StorageError(_NEWER, path=path, schema=revision or "?")
    return revision
