"""The workspace's SQLite file: locked for one instance, inspected, read in plain SQL, written by the ORM."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.errors import StorageError
from desktop.storage.connecting import Key, connect, database_errors
from desktop.storage.folder_lock import locked
from desktop.storage.inspection import DAMAGED, inspect
from desktop.storage.migrations import REVISIONS
from desktop.storage.places import FILE_NAME
from desktop.storage.reasons import is_damage, reason_of
from desktop.storage.vault.settling import settle
from desktop.text import Sentence, say

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

Rows: TypeAlias = Callable[..., list[sqlite3.Row]]
"""Runs a SELECT with named values; rows give their columns by name."""
_CLOSED = say("{path} was closed already; open Sestante again and repeat the last change.")
_NOT_READ = say(
    "{path} cannot be read: {reason}. What was saved before is safe: "
    "close other programs that use the file, and try again."
)


class Database:
    """An open workspace file, encrypted where there is a key.

    `told` is what was put in order while opening, if anything was.

    SQLAlchemy is imported with the first session, not while the window opens.
    """

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self.path = folder / FILE_NAME
        self._key = key
        self._lock = locked(folder)
        self.told: Sentence | None = None
        self._engine: Engine | None = None
        self._making = Lock()
        self._is_closed = False
        try:
            self.told = settle(folder, key)
            self._revision = inspect(self.path, key)
            if self._revision not in (None, REVISIONS[-1]):
                self.prepare()
        except BaseException:
            self.close()
            raise

    @property
    def is_encrypted(self) -> bool:
        """Whether there is a key."""
        return self._key is not None

    def prepare(self) -> "Engine":
        """Make ready for writing; the first session does it where it was not done ahead."""
        with self._making:
            if self._is_closed:
                raise StorageError(_CLOSED, path=self.path)
            if self._engine is None:
                from desktop.storage.engine import open_engine

                self._engine = open_engine(self.path, self._revision, self._key)
                self._revision = REVISIONS[-1]
            return self._engine

    @contextmanager
    def session(self) -> Iterator["Session"]:
        """One action of the user, committed at the end; StorageError where disk or file do not let it."""
        engine = self.prepare()
        from sqlalchemy.orm import Session

        from desktop.storage.engine import said_in_sentences

        with said_in_sentences(self.path), Session(engine) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Rows]:
        """What has been committed, in plain SQL; a file that is still to be made holds no rows."""
        if self._revision is None:  # also while another thread makes the tables
            yield _no_rows
            return
        try:
            with closing(connect(self.path, self._key, is_read_only=True)) as connection:
                connection.execute("BEGIN")
                yield _Select(connection)
        except database_errors(UnicodeError) as error:
            sentence = DAMAGED if is_damage(error) else _NOT_READ
            raise StorageError(sentence, path=self.path, reason=reason_of(error)) from error

    def close(self) -> None:
        """Close the file and let another instance open it."""
        with self._making:
            self._is_closed = True
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
        self._lock.release()


class _Select:
    """Runs SELECTs on one connection, all on the same state of the file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __call__(self, sql: str, /, **values: Any) -> list[sqlite3.Row]:
        return self._connection.execute(sql, values).fetchall()


def _no_rows(_sql: str, /, **_values: Any) -> list[sqlite3.Row]:
    return []
