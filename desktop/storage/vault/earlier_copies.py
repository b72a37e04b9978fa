"""Earlier copies of the database in the data folder: encrypted with it, readable again with it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop.errors import SestanteError
from desktop.storage.connecting import Key, database_errors
from desktop.storage.copies.locking import clear_kept, lock_kept
from desktop.storage.copies.rotation import FOLDER_NAME
from desktop.storage.places import BEFORE_UPDATES, FILE_NAME, PLAIN_HEADER, is_plain
from desktop.storage.vault.exporting import BEFORE, NEXT, remove, rewrite, take_place


def earlier_copies(folder: Path) -> Iterator[Path]:
    """Copies made before a change of the schema, and those in the folder of copies."""
    found = (*folder.glob(BEFORE_UPDATES), *(folder / FOLDER_NAME).rglob("*"))
    endings = (NEXT, BEFORE, "-wal", "-shm", "-journal")
    for path in sorted(found):
        if path.name != FILE_NAME and not path.name.endswith(endings) and path.is_file():
            yield path


def lock_copies(folder: Path, key: Key) -> tuple[Path, ...]:
    """Encrypt the copies anybody could read; those that could not be."""
    left = [path for path in earlier_copies(folder) if _is_plain(path) and not _turned(path, None, key)]
    return (*left, *lock_kept(folder, key))


def open_copies(folder: Path, key: Key) -> tuple[Path, ...]:
    """Make encrypted copies readable; those that could not be, as they have another key perhaps."""
    locked = [path for path in earlier_copies(folder) if path.suffix == ".db" and not _is_plain(path)]
    return tuple(path for path in locked if path.stat().st_size and not _turned(path, key, None))


def largest_copy(folder: Path) -> int:
    """The bytes of the largest earlier copy."""
    return max((path.stat().st_size for path in earlier_copies(folder)), default=0)


def clear_copies(folder: Path) -> None:
    """Remove what a change that was interrupted left beside copies, some of it readable."""
    for place in (folder, folder / FOLDER_NAME):
        for ending in (NEXT, BEFORE):
            for path in place.glob(f"*.db{ending}"):
                remove(path)
    clear_kept(folder)


def _turned(path: Path, old: Key | None, new: Key | None) -> bool:
    try:
        rewrite(path, old, new)
        take_place(path, leaves_readable=new is not None)
    except database_errors(SestanteError, OSError, UnicodeError):
        with suppress(OSError):
            remove(path.with_name(path.name + NEXT))
        return False
    return True


def _is_plain(path: Path) -> bool:
    try:
        return path.stat().st_size >= len(PLAIN_HEADER) and is_plain(path)
    except OSError:
        return False
