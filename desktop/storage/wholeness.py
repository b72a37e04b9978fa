"""Whether a file is whole: found out beside reading where it is large, and before anything is written."""

from contextlib import closing, suppress
from pathlib import Path
from threading import Lock, Thread

from desktop.storage.connecting import Key, connect, database_errors
from desktop.storage.inspection import find_unsound, look_whole

_LARGE = 32_000_000  # bytes; a smaller file is looked through before anybody notices


class Wholeness:
    """A look at every page of a file; a large one has a connection and a thread of its own for it."""

    def __init__(self, path: Path, key: Key | None) -> None:
        self._path = path
        self._key = key
        self._is_whole = False
        self._demanding = Lock()
        self._connection = connect(path, key, is_read_only=True, is_for_any_thread=True)
        self._looking = Thread(target=self._look, name="looking whole")
        self._looking.start()

    def demand(self) -> None:
        """Wait until it is known; StorageError where the file is damaged or cannot be read to its end.

        What was not found whole is looked at once more each time: a stick may be back.
        """
        with self._demanding:
            self._looking.join()
            if not self._is_whole:
                look_whole(self._path, self._key)
                self._is_whole = True

    def give_up(self) -> None:
        """Let go of the file at once."""
        with suppress(*database_errors()):  # it has been closed already
            self._connection.interrupt()
        self._looking.join()

    def _look(self) -> None:
        with closing(self._connection), suppress(*database_errors(UnicodeError)):
            self._is_whole = find_unsound(self._connection) is None


def is_large(path: Path) -> bool:
    """Whether looking through a file takes as long as somebody notices."""
    return path.exists() and path.stat().st_size > _LARGE
