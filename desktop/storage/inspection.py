"""A look at a database file before it is opened for writing: is it ours, whole, and of a known schema."""

import sqlite3
from contextlib import closing
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


def inspect(path: Path, key: Key | None = None) -> str | None:
    """The schema revision of the file, None for a new or empty file; StorageError where it must not be used.

    The file is opened for reading only and left as it is.
    """
    if path.is_dir():
        raise StorageError(_FOLDER, path=path)
    if key is None and is_locked(path.parent):
        raise LockedError(_LOCKED, folder=path.parent)
    if not path.exists() or path.stat().st_size == 0:
        return None
    if key is None:
        _refuse_unreadable(path)
    try:
        with closing(connect(path, key, is_read_only=True)) as connection:
            return _revision(connection, path)
    except database_errors(UnicodeError) as error:
        if key is not None and is_other_key(error):
            raise StorageError(_OTHER_KEY, path=path) from error
        sentence = DAMAGED if is_damage(error) else _NOT_READ
        raise StorageError(sentence, path=path, reason=reason_of(error)) from error


def _refuse_unreadable(path: Path) -> None:
    """What no program can read without a key, or at all."""
    try:
        if is_plain(path):
            return
        is_of_pages = path.stat().st_size % _PAGE == 0
    except OSError as error:
        raise StorageError(_NOT_READ, path=path, reason=reason_of(error)) from error
    raise StorageError(_NO_VAULT if is_of_pages else _NO_DATABASE, path=path)


def _revision(connection: sqlite3.Connection, path: Path) -> str | None:
    state = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if state != "ok":
        raise StorageError(DAMAGED, path=path, reason=_UNSOUND) from sqlite3.DatabaseError(state)
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        return None
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StorageError(_OF_ANOTHER_PROGRAM, path=path)
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0]) if row else ""
    if revision not in REVISIONS:
        raise StorageError(_NEWER, path=path, schema=revision or "?")
    return revision
