"""A look at a database file before it is opened for writing: is it ours, whole, and of a known schema."""

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.errors import StorageError
from desktop.storage.migrations import APPLICATION_ID, REVISIONS

_HEADER = b"SQLite format 3\x00"


def inspect(path: Path) -> str | None:
    """The schema revision of the file, None for a new or empty file; StorageError where it must not be used.

    The file is opened for reading only and left as it is.
    """
    if path.is_dir():
        raise StorageError(
            f"{path} is a folder where the database should be; rename it, or choose another folder."
        )
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        with path.open("rb") as file:
            beginning = file.read(len(_HEADER))
    except OSError as error:
        raise StorageError(f"{path} cannot be read ({error.strerror}); check who may read it.") from None
    if beginning != _HEADER:
        raise StorageError(
            f"{path} is damaged or no Sestante database. It was left untouched: "
            f"move it elsewhere, or put a backup in its place."
        )
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return _revision(connection, path)
    except (sqlite3.DatabaseError, UnicodeError) as error:
        raise StorageError(
            f"{path} is damaged ({error}). It was left untouched: put a backup in its place, "
            f"or move it elsewhere to start with an empty workspace."
        ) from None


def _revision(connection: sqlite3.Connection, path: Path) -> str | None:
    state = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if state != "ok":
        raise sqlite3.DatabaseError(str(state).splitlines()[-1])
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        return None
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StorageError(
            f"{path} is a database of another program. It was left untouched: choose another data folder."
        )
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0]) if row else ""
    if revision not in REVISIONS:
        raise StorageError(
            f"{path} was written by a newer Sestante (schema {revision or 'unknown'}). "
            f"It was left untouched: install the newer version, or choose another data folder."
        )
    return revision
