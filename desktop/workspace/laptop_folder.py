"""The data folder of companies that are taken along on a laptop."""

from contextlib import suppress
from pathlib import Path

from desktop.errors import StorageError, system_reason
from desktop.storage import FILE_NAME
from desktop.storage.places import VAULT_NAME
from desktop.text import say

_NOT_EMPTY = say(
    "{path} already holds something. Choose a new folder for the companies to take along, on the laptop or "
    "on a stick; nothing was written."
)
_NO_FOLDER = say("{path} cannot be used: {reason}. Choose another folder; nothing was written.")


def make_new(folder: Path) -> None:
    """Make an empty folder; StorageError where there is something in it, or it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        is_empty = not any(folder.iterdir())
    except OSError as error:
        raise StorageError(_NO_FOLDER, path=folder, reason=system_reason(error)) from error
    if not is_empty:
        raise StorageError(_NOT_EMPTY, path=folder)


def wipe_folder(folder: Path) -> None:
    """Overwrite and remove a data folder with all that Sestante put into it; what else is there stays."""
    from desktop.storage.vault.wiping import wipe

    for path in sorted(folder.rglob("*"), reverse=True):
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                wipe(path)
    with suppress(OSError):
        folder.rmdir()


def holds_data(folder: Path) -> bool:
    """Whether a folder is somebody's data folder."""
    return any((folder / name).exists() for name in (FILE_NAME, VAULT_NAME))
