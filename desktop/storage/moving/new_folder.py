"""A folder that is there as a whole in the end, or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import StorageError, system_reason
from desktop.storage.folder_lock import locked
from desktop.storage.places import VAULT_NAME
from desktop.text import say

_OURS = ("sestante.", VAULT_NAME)  # with these begin the names of all files that a move makes
_THERE = say("{folder} holds something already: name a folder that is empty, or still to be made.")
_IN_THE_WAY = say(
    "{folder} is in the way, and is not of a move that was interrupted: rename it, or name another folder. "
    "Nothing was moved."
)
_NOT_PUT = say("{folder} could not be made: {reason}. Nothing was moved.")


@contextmanager
def new_folder(wanted: Path) -> Iterator[Path]:
    """Gives a folder beside the one wanted, which takes its place at the end of the block.

    StorageError where something is there already. What an interrupted move left is removed, nothing else.
    """
    folder = Path(os.path.realpath(wanted))
    try:
        refuse_filled(folder)
        made = folder.with_name(f"{folder.name}.moving")
        _clear(made)
        made.parent.mkdir(parents=True, exist_ok=True)
        try:
            yield made
            if folder.is_dir():
                folder.rmdir()
            made.rename(folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise StorageError(_NOT_PUT, folder=wanted, reason=system_reason(error)) from error


def refuse_filled(folder: Path) -> None:
    """StorageError where a folder holds something already."""
    try:
        is_filled = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise StorageError(_NOT_PUT, folder=folder, reason=system_reason(error)) from error
    if is_filled:
        raise StorageError(_THERE, folder=folder)


def _clear(made: Path) -> None:
    if not os.path.lexists(made):
        return
    is_folder = made.is_dir() and not made.is_symlink()
    if not is_folder or not all(each.name.startswith(_OURS) for each in made.iterdir()):
        raise StorageError(_IN_THE_WAY, folder=made)
    locked(made).release()  # nobody is moving there at this moment
    shutil.rmtree(made)
