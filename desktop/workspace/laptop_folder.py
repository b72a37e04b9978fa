"""The data folder of companies that are taken along on a laptop."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop import settings, worn_brand
from desktop.content.editions.edition import FOLDER as EDITIONS
from desktop.errors import StorageError, system_reason
from desktop.storage import FILE_NAME
from desktop.storage.copies.container import ENDS
from desktop.storage.copies.rotation import FOLDER_NAME as COPIES
from desktop.storage.copies.rotation import kept_in
from desktop.storage.copies.swapping import SCRATCH
from desktop.storage.places import BEFORE_UPDATES, VAULT_NAME
from desktop.text import say

_NOT_EMPTY = say(
    "{path} already holds something. Choose a new folder for the companies to take along, on the laptop or "
    "on a stick; nothing was written."
)
_NOT_WIPED = say(
    "Not everything in {path} could be overwritten and removed: {names}. Close other programs that use the "
    "folder, and try again; what was brought back is safe on the server."
)
_WRITTEN: Final[Mapping[str, tuple[str, ...]]] = {
    ".": (
        *(f"{FILE_NAME}{ending}" for ending in ("", "-wal", "-shm", "-journal", ".next*", ".before*")),
        *(f"{Path(FILE_NAME).stem}{BEFORE_UPDATES}", "sestante.lock", f"{SCRATCH}*", "restoring.*"),
        *(VAULT_NAME, "vault-before-*.json", settings.FILE_NAME),
        *(worn_brand.TEXT_FILE, worn_brand.LOGO_FILE, ".*-*.tmp", COPIES, EDITIONS),
    ),
    COPIES: ("places.json", ".*-*.tmp", f"*{ENDS}.*"),
    EDITIONS: (f"{'[0-9a-f]' * 16}*", "new-*"),
}
"""What Sestante gives a data folder, by the folders in it; the copies kept have names of their own."""
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


def wipe_folder(folder: Path) -> tuple[str, ...]:
    """Overwrite and remove what Sestante wrote in a data folder, and the folder where nothing else is in it.

    Returns the names of what is there afterwards. StorageError where something of Sestante's could not be
    removed; the rest of it is gone.
    """
    from desktop.storage.vault.wiping import wipe

    for path in _written_in(folder):
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                wipe(path)
    failed = [path.relative_to(folder).as_posix() for path in _written_in(folder) if not path.is_dir()]
    if failed:
        raise StorageError(_NOT_WIPED, path=folder, names=", ".join(failed))
    with suppress(OSError):
        folder.rmdir()
    return tuple(sorted(path.name for path in folder.iterdir())) if folder.is_dir() else ()


def _written_in(folder: Path) -> list[Path]:
    """What Sestante wrote, what is in a folder before the folder itself."""
    found: set[Path] = set()
    for place, names in _WRITTEN.items():
        if not (folder / place).is_symlink():
            found.update(path for name in names for path in (folder / place).glob(name))
    found.update(each.path for each in kept_in(folder / COPIES))
    for path in [path for path in found if path.is_dir() and not path.is_symlink()]:
        if path.parent != folder or path.name not in (COPIES, EDITIONS):
            found.update(path.rglob("*"))
    return sorted(found, reverse=True)


def holds_data(folder: Path) -> bool:
    """Whether a folder is somebody's data folder."""
    return any((folder / name).exists() for name in (FILE_NAME, VAULT_NAME))
