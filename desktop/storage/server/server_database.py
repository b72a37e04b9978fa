"""A workspace on a PostgreSQL server: read in plain SQL, written by the ORM, several desks at once."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any, TypeAlias

from psycopg import Error
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop.errors import NotWrittenError, StorageError
from desktop.storage.figures_reader import FiguresAlone
from desktop.storage.file_database import FileDatabase
from desktop.storage.moments import AHEAD
from desktop.storage.rights_here import RightsHere
from desktop.storage.rows import Question, Row, Rows
from desktop.storage.server.address import Address
from desktop.storage.server.arrivals import Arrivals, Marking
from desktop.storage.server.at_once import AtOnce
from desktop.storage.server.connections import Connections
from desktop.storage.server.listening import Heard, Link, Listening
from desktop.storage.server.patience import Patience, waiting_at_most
from desktop.storage.server.reasons import is_gone, told_error
from desktop.storage.server.remembered import Asked, Remembered, asked
from desktop.storage.server.rights.here import rights_here
from desktop.storage.server.rows import Select
from desktop.storage.server.sameness import SCHEMA, Sameness
from desktop.storage.server.schema import inspect
from desktop.storage.server.sentences import in_sentences
from desktop.storage.server.server_clock import ServerClock
from desktop.text import Sentence, say

_ONLY_FIGURES = say(
    "Your role on this server shows the figures of the territory alone; nothing can be changed."
)

_Listener: TypeAlias = tuple[Callable[[Heard], None], Callable[[Link], None]]
_TO_WRITE, _TO_READ = 1.5, 3.0  # seconds that a window waits for an answer


class ServerDatabase:
    """An open workspace on a server; `own` is the file of this computer beside it.

    StorageError where the server does not answer, refuses, or holds no workspace of this schema. Closing it
    closes both.

    While somebody listens (a window does), the main thread waits for no answer longer than a moment, and not
    at all while the server is known not to answer: NotWrittenError at once.
    """

    def __init__(self, address: Address, own: FileDatabase) -> None:
        self.address = address
        self.own = own
        self.arrivals = Arrivals()
        self._remembered = Remembered()
        self._sameness = Sameness(address.told)
        self.clock = ServerClock()
        self._connections = Connections(address, self._sameness, self.clock)
        self._engine = self._connections.engine
        self._listening: Listening | None = None
        self._listeners: tuple[_Listener, ...] = ()
        self._away: StorageError | None = None
        try:
            with self._in_sentences():
                self.rights = self._rights()
                if self.rights.sees_companies:
                    inspect(self._engine, address.told)
                    self._sameness.sees_schema = True
        except BaseException:
            self.close()
            raise

    @property
    def folder(self) -> Path:
        """The data folder of this computer."""
        return self.own.folder

    @property
    def name(self) -> str:
        """The address, without any password."""
        return self.address.told

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

    def now(self) -> datetime:
        """The moment by the server's clock, whatever this computer's says."""
        return self.clock.now()

    def prepare(self) -> Engine:
        """What all sessions share."""
        return self._engine

    @property
    def listening(self) -> Listening:
        """The one connection that hears what the server tells; LookupError before somebody listens."""
        if self._listening is None:
            raise LookupError("nobody listens yet")
        return self._listening

    def listen(self, heard: Callable[[Heard], None], changed: Callable[[Link], None]) -> Listening:
        """Hear what the server tells (see `Listening`), on the one connection there is for it.

        It ends with the database. Who comes later is told that the connection is there as if it were new.
        """
        self._listeners = (*self._listeners, (heard, changed))
        if self._listening is None:
            self._listening = Listening(self.address, self._on_heard, self._on_linked)
            self._listening.start()
        else:
            self._listening.greet(changed)
        return self._listening

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One action of the user, committed at the end; StorageError where the server refuses."""
        try:
            with self._writing() as marking, Session(self._engine) as session, session.begin():
                session.connection()  # which compares the clocks where it must
                session.info[AHEAD] = self.clock.ahead
                marking.begin(session)
                yield session
                marking.end(session)
        finally:
            self._remembered.forget()

    @contextmanager
    def at_once(self, written: Collection[str]) -> Iterator[AtOnce]:
        """As `session`, sent in two goes; what was not committed in the block is as if it had never been.

        What is `written` there is said as with `Question`: all else stays as it was.
        """
        with self._writing() as marking:
            try:
                with self._connections.committing_by_itself() as connection:
                    yield AtOnce(connection, marking)
            finally:
                self._remembered.forget(written)

    @contextmanager
    def _writing(self) -> Iterator[Marking]:
        if not self.rights.sees_companies:
            raise StorageError(_ONLY_FIGURES)
        with self._in_sentences(), self._patiently(_TO_WRITE), self.arrivals.marking() as marking:
            yield marking

    @contextmanager
    def reading(self) -> Iterator[Rows]:
        """What has been committed, in plain SQL, all of it on the same state."""
        with self._selecting() as select:
            yield select if self.rights.sees_companies else FiguresAlone(select)

    def ask(self, *questions: Question, **values: Any) -> list[list[Row]]:
        """The rows of some SELECTs, as `Database.ask`."""
        if not self.rights.sees_companies:
            with self.reading() as rows:
                return rows.together(*questions, **values)
        wanted = [asked(each, values) for each in questions]
        if not self._is_waited_for:
            return self._read(wanted)
        if self._away is None and (known := self._remembered.find(wanted)) is not None:
            return known
        since, every = self._remembered.since, [*wanted, *self._remembered.along(wanted)]
        found = self._read(every)
        self._remembered.keep(dict(zip(every, found, strict=True)), since)
        return found[: len(wanted)]

    def expect(self, *questions: Question, **values: Any) -> None:
        """Let some SELECTs be asked along with the next one."""
        if self._is_waited_for:
            self._remembered.expect(asked(each, values) for each in questions)

    def _read(self, wanted: Iterable[Asked]) -> list[list[Row]]:
        with self._selecting() as select:
            return select.alone([(each.question, each.given) for each in wanted])

    @contextmanager
    def _selecting(self) -> Iterator[Select]:
        with (
            self._in_sentences(),
            self._patiently(_TO_READ),
            self._connections.committing_by_itself() as connection,
        ):
            yield Select(connection)

    def erase_traces(self, names: Collection[str]) -> tuple[StorageError, ...]:  # noqa: ARG002 - see below
        """Nothing is left to do here: the server's own copies and logs are its administrator's."""
        return ()

    def empty_log(self) -> None:
        """The server's log is its administrator's."""

    def is_own(self, process: int) -> bool:
        """Whether a session of the server, by its number there, is one of this desk."""
        return self._connections.is_own(process)

    @contextmanager
    def reading_at_once(self) -> Iterator[tuple[Rows, ...]]:
        """As `reading`, on one connection: what takes its time there is the way, not the looking."""
        with self.reading() as rows:
            yield (rows,)

    def close(self) -> None:
        """Give the connections back, and close the file of this computer."""
        if self._listening is not None:
            self._listening.close()
        self._connections.close()
        self.own.close()

    def _rights(self) -> RightsHere:
        borrowed = self._engine.raw_connection()
        connection: Any = borrowed.driver_connection
        try:
            return rights_here(connection, self.address.database, self.address.told)
        finally:
            borrowed.close()

    def _on_heard(self, heard: Heard) -> None:
        if not self.is_own(heard.process):
            self._remembered.forget()
        if heard.payload == SCHEMA:
            self._sameness.is_doubted = True
        for hear, _ in self._listeners:
            hear(heard)

    def _on_linked(self, link: Link) -> None:
        self._away = None if link.is_up else link.error
        self._remembered.forget()
        for _, change in self._listeners:
            change(link)

    @property
    def _is_waited_for(self) -> bool:
        """Whether somebody looks at a window that stands still meanwhile."""
        return self._listening is not None and current_thread() is main_thread()

    @contextmanager
    def _patiently(self, seconds: float) -> Iterator[None]:
        if not self._is_waited_for:
            yield
            return
        if self._away is not None:
            raise NotWrittenError(self._away.sentence)
        with waiting_at_most(seconds) as patience:
            try:
                yield
            except (DBAPIError, Error) as error:
                self._notice(error, patience)
                raise

    def _notice(self, error: DBAPIError | Error, patience: Patience) -> None:
        """Do not ask the server again in the main thread before it is known to answer."""
        cause = error.orig if isinstance(error, DBAPIError) else error
        if self._listening is None or not (patience.ran_out or is_gone(cause)):
            return
        self._away = told_error(cause or error, self.address.told)
        self._listening.check()

    def _in_sentences(self) -> AbstractContextManager[None]:
        return in_sentences(self.address.told)
