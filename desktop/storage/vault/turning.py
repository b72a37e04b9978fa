"""The passphrase turned on and off for a whole data folder, so that no moment leaves it without its data."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import StorageError
from desktop.storage.connecting import Key, database_errors
from desktop.storage.folder_lock import locked
from desktop.storage.places import FILE_NAME, VAULT_NAME
from desktop.storage.reasons import reason_of
from desktop.storage.vault.earlier_copies import largest_copy, lock_copies, open_copies
from desktop.storage.vault.exporting import next_of, remove, rewrite, take_place
from desktop.storage.vault.settling import settle
from desktop.storage.vault.vault import Vault
from desktop.storage.vault.vault_file import write_vault
from desktop.text import Sentence, joined, say
from desktop.whole_files import flush_folder

_MARGIN = 16 * 2**20  # bytes that stay free
_NO_SPACE = say(
    "This needs {needed} MB of free space on the disk of {folder}, where {free} MB are free. "
    "Free some space, and try again; nothing was changed."
)
_A_LINK = say(
    "{path} is a link to a file elsewhere, which would stay readable. Move the file itself into the folder, "
    "and try again; nothing was changed."
)
_NOT_TURNED = say("{path} was left as it was: {reason}. Nothing was lost; try again.")
_READABLE = say(
    "Everything is encrypted but these earlier copies, which cannot be opened. Whoever has them "
    "may read parts of them: delete them if you do not need them."
    "\n"
    "{names}"
)
_UNREADABLE = say("These earlier copies have another key and stay encrypted.\n{names}")


def turn_on(folder: Path, vault: Vault, key: Key) -> Sentence | None:
    """Encrypt a closed data folder; what else is to be said. StorageError leaves it as it was.

    Killed at any moment, the folder is whole, and encrypted or not: `settle` tells which.
    """
    path = folder / FILE_NAME
    with _alone(folder):
        if path.exists() and path.stat().st_size:
            rewrite(path, None, key)
            write_vault(folder, vault)
            take_place(path, leaves_readable=True)
        else:
            write_vault(folder, vault)
        left = lock_copies(folder, key)
    return Sentence(_READABLE.message, {"names": _names(left)}) if left else None


def turn_off(folder: Path, key: Key) -> Sentence | None:
    """Make a closed data folder readable again; what else is to be said. StorageError leaves it encrypted."""
    path = folder / FILE_NAME
    with _alone(folder):
        left = open_copies(folder, key)
        if path.exists() and path.stat().st_size:
            rewrite(path, key, None)
            take_place(path, leaves_readable=False)
        vault = folder / VAULT_NAME
        if left:
            vault.replace(vault.with_name("vault-before-off.json"))
        else:
            vault.unlink()
        flush_folder(folder)
    return Sentence(_UNREADABLE.message, {"names": _names(left)}) if left else None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """With the folder's lock, in order, with room on the disk; errors of the disk as sentences."""
    lock = locked(folder)
    path = folder / FILE_NAME
    try:
        if path.is_symlink():
            raise StorageError(_A_LINK, path=path)
        settle(folder, None)
        _refuse_without_space(folder)
        yield
    except database_errors(OSError) as error:
        if path.exists():
            remove(next_of(path))
        raise StorageError(_NOT_TURNED, path=path, reason=reason_of(error)) from error
    finally:
        lock.release()


def _refuse_without_space(folder: Path) -> None:
    sizes = [each.stat().st_size for each in folder.glob(f"{FILE_NAME}*") if each.is_file()]
    needed = round(1.1 * max(sum(sizes), largest_copy(folder))) + _MARGIN
    free = shutil.disk_usage(folder).free
    if free < needed:
        amounts = {"needed": needed // 2**20 + 1, "free": free // 2**20}
        raise StorageError(_NO_SPACE, folder=folder, **amounts)


def _names(paths: tuple[Path, ...]) -> Sentence:
    return joined([str(path) for path in paths], "\n")
