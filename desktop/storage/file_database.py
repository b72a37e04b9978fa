"""The workspace's SQLite file: locked for one instance, inspected, read in plain SQL, written by the ORM."""

import os
from collections.abc import Collection, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

from desktop.clock import now
from desktop.errors import NotWrittenError, OnlyReadError, StorageError
from desktop.storage.connecting import Key, database_errors
from desktop.storage.copies.swapping import finish_restoring, put_in_place, without_journal
from desktop.storage.file_rows import NoRows, Select
from desktop.storage.folder_lock import locked
from desktop.storage.inspection import DAMAGED, inspect
from desktop.storage.migrations import REVISIONS
from desktop.storage.places import FILE_NAME
from desktop.storage.readers import Readers
from desktop.storage.reasons import is_damage, reason_of
from desktop.storage.rights_here import EVERYTHING, RightsHere
from desktop.storage.rows import Question, Row, Rows
from desktop.storage.same_state import reading_on_two
from desktop.storage.vault.settling import settle
from desktop.storage.wholeness import Wholeness, is_large
from desktop.text import Sentence, joined, say

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

_CLOSED = say("{path} was already closed; open Sestante again and repeat the last change.")
_GONE = say(
    "The data are no longer at {path}: the stick was pulled out, or the folder was moved or deleted. "
    "Put it back and try again; what was saved before is on it."
)
_NOT_READ = say(
    "{path} cannot be read: {reason}. What was saved before is safe: "
    "close other programs that use the file, and try again."
)


class FileDatabase:
    """An open workspace file, encrypted where there is a key.

    `told` is what was put in order while opening, if anything was. A large file that `is_read_at_once`
    is looked through meanwhile: whoever writes waits until it is known to be whole.

    SQLAlchemy is imported with the first session, not while the window opens.
    """

    def __init__(self, folder: Path, key: Key | None = None, *, is_read_at_once: bool = False) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self._key = key
        self._lock = locked(folder)
        self.told: Sentence | None = None
        self._engine: Engine | None = None
        self._making = Lock()
        self._is_closed = False
        self._refusal: Sentence | None = None
        self._identity: tuple[int, int] | None = None
        self._wholeness: Wholeness | None = None
        self._readers = Readers(self.path, key)
        try:
            finish_restoring(self.path)
            self.told = settle(folder, key)
            self._inspect(is_read_at_once=is_read_at_once)
            if self._revision not in (None, REVISIONS[-1]):
                self.prepare()
        except BaseException:
            self.close()
            raise

    def _inspect(self, *, is_read_at_once: bool = False) -> None:
        is_beside = is_read_at_once and is_large(self.path)
        self._revision = inspect(self.path, self._key, is_looked_through=not is_beside)
        if is_beside:
            with self._in_sentences():
                self._wholeness = Wholeness(self.path, self._key)

    @property
    def own(self) -> Self:
        """The file itself: all of it is on this computer."""
        return self

    @property
    def name(self) -> str:
        """The data folder."""
        return str(self.path.parent)

    @property
    def rights(self) -> RightsHere:
        """Whoever opens a file may do everything."""
        return EVERYTHING

    def state(self) -> object:
        """Something that is another one after every change of the file."""
        found = []
        for path in (self.path, self.path.with_name(f"{self.path.name}-wal")):
            with suppress(OSError):
                state = path.stat()
                found.append((path.name, state.st_mtime_ns, state.st_size))
        return tuple(found)

    @property
    def is_encrypted(self) -> bool:
        """Whether there is a key."""
        return self._key is not None

    def now(self) -> datetime:
        """The moment by this computer's clock."""
        return now()

    def prepare(self) -> "Engine":
        """Make ready for writing; the first session does it where it was not done ahead."""
        with self._making:
            if self._is_closed:
                raise StorageError(_CLOSED, path=self.path)
            self._refuse_absent()
            self._demand_whole()
            if self._engine is None:
                from desktop.storage.engine import open_engine

                self._engine = open_engine(self.path, self._revision, self._key)
                self._revision = REVISIONS[-1]
                self._identity = _identity(self.path)
            return self._engine

    def refuse(self, sentence: Sentence) -> None:
        """Let nothing be written any more, for a reason that is told at once, and as OnlyReadError later."""
        self._refusal = sentence
        self.told = sentence if self.told is None else joined([self.told, sentence], "\n")

    def allow(self) -> None:
        """Let it be written again after all."""
        self._refusal = None

    @contextmanager
    def session(self) -> Iterator["Session"]:
        """One action of the user, committed at the end; StorageError where disk or file do not let it."""
        if self._refusal is not None:
            raise OnlyReadError(self._refusal)
        engine = self.prepare()
        from sqlalchemy.orm import Session

        from desktop.storage.engine import said_in_sentences

        try:
            with said_in_sentences(self.path), Session(engine) as session, session.begin():
                yield session
        except NotWrittenError:
            engine.dispose()  # a file that comes back is opened anew
            self._readers.let_go()
            raise

    @contextmanager
    def reading(self) -> Iterator[Rows]:
        """What has been committed, in plain SQL; a file that is still to be made holds no rows."""
        if self._revision is None:  # also while another thread makes the tables
            yield NoRows()
            return
        with (
            self._in_sentences() as state,
            self._readers.lent(state) as connection,
            closing(Select(connection)) as select,
        ):
            yield select

    def ask(self, *asked: Question, **values: Any) -> list[list[Row]]:
        """The rows of some SELECTs, all on the same state."""
        with self.reading() as rows:
            return rows.together(*asked, **values)

    def expect(self, *asked: Question, **values: Any) -> None:
        """Reading takes no time here."""

    @contextmanager
    def reading_at_once(self) -> Iterator[tuple[Rows, ...]]:
        """As `reading`, on two connections, each for a thread of its own, where nobody keeps writing."""
        if self._revision is None:
            yield (NoRows(),)
            return
        with (
            self._in_sentences(),
            reading_on_two(self.path, self._key) as connections,
            ExitStack() as ending,
        ):
            yield tuple(ending.enter_context(closing(Select(each))) for each in connections)

    @contextmanager
    def _in_sentences(self) -> Iterator[object]:
        """The state of the file itself; StorageError where it is gone or cannot be read."""
        found = _stat(self.path)
        if found is None or found.st_size == 0:
            raise NotWrittenError(_GONE, path=self.path)
        try:
            yield found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
        except database_errors(UnicodeError) as error:
            sentence = DAMAGED if is_damage(error) else _NOT_READ
            raise StorageError(sentence, path=self.path, reason=reason_of(error)) from error

    @property
    def key(self) -> Key | None:
        """What opens the file; None where it is plain."""
        return self._key

    def replace_with(self, other: Path, vault: str | None, key: Key | None) -> None:
        """Put another whole database, in a file that goes with this, in the place of this one.

        Whatever happens meanwhile, afterwards the one or the other is there with what belongs beside it.
        """
        with self._making:
            if self._is_closed:
                raise StorageError(_CLOSED, path=self.path)
            self._readers.let_go(for_good=True)
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
            self._give_up_looking()
            try:
                without_journal(self.path, self._key)
                put_in_place(self.path, other, vault)
                self._key = key
            finally:
                self._readers = Readers(self.path, self._key)
            self._inspect()
            self._identity = _identity(self.path)

    def _demand_whole(self) -> None:
        """StorageError where the file is damaged; its state is known from then on."""
        if self._wholeness is not None:
            self._wholeness.demand()
            self._wholeness = None

    def _give_up_looking(self) -> None:
        if self._wholeness is not None:
            self._wholeness.give_up()
            self._wholeness = None

    def _refuse_absent(self) -> None:
        """Writing to a file that was taken away succeeds on some systems, and is lost."""
        if self._revision is None and self._engine is None:
            return
        found = _identity(self.path)
        if found is None:
            raise NotWrittenError(_GONE, path=self.path)
        if self._engine is not None and self._identity not in (None, found):
            self._engine.dispose()
        self._identity = found

    def erase_traces(self, names: Collection[str]) -> "tuple[StorageError, ...]":
        """Leave nothing of a deleted company in the file's bytes and in its copies; what was not reached.

        `names` are its UUID and whatever else it is called by in former states of the file.
        """
        from desktop.storage.copies.erasing import erase_from_kept
        from desktop.storage.erasing import erase_from_copies, leave_no_traces

        self._readers.let_go()
        folder = self.path.parent
        errors = (*erase_from_copies(folder, self._key, *names), *erase_from_kept(folder, self._key, *names))
        try:
            leave_no_traces(self.path, self._key)
        except StorageError as error:
            return (error, *errors)
        return errors

    def empty_log(self) -> None:
        """Let nothing deleted be readable in the log of the last changes; StorageError where it stays."""
        from desktop.storage.erasing import empty_log

        self._readers.let_go()
        empty_log(self.path, self._key)

    def close(self) -> None:
        """Close the file and let another instance open it."""
        with self._making:
            self._is_closed = True
            self._give_up_looking()
            self._readers.let_go(for_good=True)  # first: who only reads leaves the journal behind
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None
        self._lock.release()


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one under its name; None where there is none."""
    found = _stat(path)
    return None if found is None else (found.st_dev, found.st_ino)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
