"""What stores need of a database, whether it is a file on this computer or a server."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desktop.errors import StorageError
from desktop.storage.rights_here import RightsHere
from desktop.storage.rows import Question, Row, Rows
from desktop.text import Sentence

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop.storage.file_database import FileDatabase


class Database(Protocol):
    """An open database, read in plain SQL and written by the ORM."""

    @property
    def folder(self) -> Path:
        """The data folder of this computer, where copies and kept content are."""
        ...

    @property
    def own(self) -> "FileDatabase":
        """The file of this computer: what the desk prefers, its signing key, what waits to be sent."""
        ...

    @property
    def name(self) -> str:
        """What people know it by: its folder, or its address without any password."""
        ...

    @property
    def rights(self) -> RightsHere:
        """What the user may do here."""
        ...

    @property
    def told(self) -> Sentence | None:
        """What was put in order while opening, if anything was."""
        ...

    @property
    def is_encrypted(self) -> bool:
        """Whether what is on this computer cannot be read without a passphrase."""
        ...

    def now(self) -> datetime:
        """The moment by the clock that all desks share, as last looked at; who writes asks `now_in`."""
        ...

    def prepare(self) -> object:
        """Make ready for writing; the first session does it where it was not done ahead."""
        ...

    def session(self) -> "AbstractContextManager[Session]":
        """One action of the user, committed at the end; StorageError where the database refuses."""
        ...

    def reading(self) -> AbstractContextManager[Rows]:
        """What has been committed, in plain SQL, all of it on the same state."""
        ...

    def ask(self, *asked: Question, **values: Any) -> list[list[Row]]:
        """The rows of some SELECTs, as `reading` with nothing else; a server far away is asked one turn.

        The main thread of a window on a server is given what it has just read, as long as nothing was
        written: of what others write it hears within a moment.
        """
        ...

    def expect(self, *asked: Question, **values: Any) -> None:
        """Say what a window will ask soon: it comes along with what it asks next."""
        ...

    def reading_at_once(self) -> AbstractContextManager[tuple[Rows, ...]]:
        """As `reading`, on one or more connections, each for a thread of its own, all on the same state."""
        ...

    def state(self) -> object:
        """Something that is another one after every change; cheap to ask."""
        ...

    def erase_traces(self, names: Collection[str]) -> tuple[StorageError, ...]:
        """Leave nothing of a deleted company, called by these names, behind; what was not reached."""
        ...

    def empty_log(self) -> None:
        """Let nothing deleted be readable in the log of the last changes; StorageError where it stays."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...
