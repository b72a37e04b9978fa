"""A workspace on a PostgreSQL server: read in plain SQL, written by the ORM, several desks at once."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from psycopg import Error, IsolationLevel
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop.errors import StorageError
from desktop.storage.figures_reader import FiguresAlone
from desktop.storage.file_database import FileDatabase
from desktop.storage.rights_here import RightsHere
from desktop.storage.rows import Rows
from desktop.storage.server.address import Address
from desktop.storage.server.connecting import engine_on
from desktop.storage.server.reasons import HALF_A_CHARACTER, told_error
from desktop.storage.server.rights.here import rights_here
from desktop.storage.server.rows import Select
from desktop.storage.server.schema import inspect
from desktop.text import Sentence, say

_ONLY_FIGURES = say(
    "Your role on this server shows the figures of the territory alone; nothing can be changed."
)


class ServerDatabase:
    """An open workspace on a server; `own` is the file of this computer beside it.

    StorageError where the server does not answer, refuses, or holds no workspace of this schema. Closing it
    closes both.
    """

    def __init__(self, address: Address, own: FileDatabase) -> None:
        self.address = address
        self.own = own
        self._engine = engine_on(address)
        try:
            with self._in_sentences():
                self.rights = self._rights()
                if self.rights.sees_companies:
                    inspect(self._engine, address.told)
        except BaseException:
            self.close()
            raise

    @property
    def folder(self) -> Path:
        """The data folder of this computer."""
        return self.own.folder

    @property
    def told(self) -> Sentence | None:
        """What was put in order on this computer while opening, if anything was."""
        return self.own.told

    @property
    def is_encrypted(self) -> bool:
        """Whether what is on this computer cannot be read without a passphrase."""
        return self.own.is_encrypted

    def state(self) -> object:
        """Something that is another one after every change on the server."""
        if not self.rights.sees_companies:
            return ""
        with self.reading() as rows:
            return rows("SELECT CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS state")[0]["state"]

    def prepare(self) -> Engine:
        """What all sessions share."""
        return self._engine

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One action of the user, committed at the end; StorageError where the server refuses."""
        if not self.rights.sees_companies:
            raise StorageError(_ONLY_FIGURES)
        with self._in_sentences(), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Rows]:
        """What has been committed, in plain SQL, all of it on the same state."""
        with self._in_sentences():
            borrowed = self._engine.raw_connection()
            connection: Any = borrowed.driver_connection
            try:
                connection.isolation_level = IsolationLevel.REPEATABLE_READ
                connection.read_only = True
                select = Select(connection)
                yield select if self.rights.sees_companies else FiguresAlone(select)
            finally:
                if not connection.closed:
                    connection.rollback()
                    connection.isolation_level = connection.read_only = None
                borrowed.close()

    def erase_traces(self, names: Collection[str]) -> tuple[StorageError, ...]:  # noqa: ARG002 - see below
        """Nothing is left to do here: the server's own copies and logs are its administrator's."""
        return ()

    def empty_log(self) -> None:
        """The server's log is its administrator's."""

    def close(self) -> None:
        """Give the connections back, and close the file of this computer."""
        self._engine.dispose()
        self.own.close()

    def _rights(self) -> RightsHere:
        borrowed = self._engine.raw_connection()
        connection: Any = borrowed.driver_connection
        try:
            return rights_here(connection, self.address.database, self.address.told)
        finally:
            borrowed.close()

    @contextmanager
    def _in_sentences(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise told_error(error.orig or error, self.address.told) from error
        except Error as error:
            raise told_error(error, self.address.told) from error
        except UnicodeError as error:
            raise StorageError(HALF_A_CHARACTER) from error
