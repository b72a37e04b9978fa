"""One instance for each data folder."""

from pathlib import Path

from filelock import FileLock, Timeout

from desktop.errors import StorageError
from desktop.storage.reasons import reason_of
from desktop.text import say

_LOCK_NAME = "sestante.lock"
_ALREADY_OPEN = say(
    "Sestante is already open on the data in {folder}. Go on in that window, "
    "or start with another folder: sestante --data FOLDER"
)
_FOLDER_NOT_WRITTEN = say(
    "The data folder {folder} cannot be written: {reason}. Choose another one: sestante --data FOLDER"
)


def locked(folder: Path) -> FileLock:
    """The lock of a data folder, which is made if need be; StorageError where it cannot be had."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK_NAME, thread_local=False)
        lock.acquire(timeout=0)
    except Timeout:
        raise StorageError(_ALREADY_OPEN, folder=folder) from None
    except OSError as error:
        raise StorageError(_FOLDER_NOT_WRITTEN, folder=folder, reason=reason_of(error)) from None
    return lock
