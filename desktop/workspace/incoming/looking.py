"""Results looked at without being taken in, with what a data folder knows of desks."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from desktop.content.library import Library
from desktop.errors import StorageError
from desktop.exchange.results.desk_key import DeskKey
from desktop.storage import FILE_NAME, FileDatabase, Key
from desktop.workspace.incoming.arrived import Arrived, NotRead
from desktop.workspace.incoming.incoming import Incoming
from desktop.workspace.incoming.outcomes import Standing
from desktop.workspace.incoming.reading import Desk, read_files
from desktop.workspace.incoming.standings import seal_of
from desktop.workspace.stores import Stores


@contextmanager
def looking_from(folder: Path, library: Library, key: Key | None = None) -> Iterator["Looking"]:
    """Look at results from the desk of a data folder; nothing is made where there is none."""
    if not (folder / FILE_NAME).exists():
        yield Looking(library, None)
        return
    try:
        database = FileDatabase(folder, key)
    except StorageError as error:  # the window has it open, perhaps: what is not sealed can still be read
        yield Looking(library, None, error)
        return
    with closing(database):
        yield Looking(library, Stores(database))


class Looking:
    """Reads results for somebody who wants to see them."""

    def __init__(self, library: Library, stores: Stores | None, why_not: StorageError | None = None) -> None:
        self._library = library
        self._stores = stores
        self._why_not = why_not

    def read(self, paths: Sequence[Path]) -> Iterator[tuple[Arrived, Standing] | NotRead]:
        """What each file brings, and whether it can be trusted."""
        desk = Desk(self._library, self._key)
        for each in read_files(paths, desk, _told_to_nobody, _never):
            yield each if isinstance(each, NotRead) else (each, self._standing(each))

    def _standing(self, arrived: Arrived) -> Standing:
        if self._stores is None:
            return seal_of(arrived)
        return Incoming(self._library, self._stores).standing(arrived)

    def _key(self) -> DeskKey | None:
        """The key of the data folder; StorageError where it cannot be had now."""
        if self._why_not is not None:
            raise self._why_not
        secret = None if self._stores is None else self._stores.desk_key.find()
        return None if secret is None else DeskKey(secret)


def _told_to_nobody(_count: int) -> None:
    """Nobody waits for long."""


def _never() -> bool:
    return False
