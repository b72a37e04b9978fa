"""A folder that is there as a whole in the end, or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import StorageError, system_reason
from desktop.storage.folder_lock import locked
from desktop.text import say

_OURS = "sestante."  # with it begin the names of all files that a move makes
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
        if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
            raise StorageError(_THERE, folder=wanted)
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


def _clear(made: Path) -> None:
    if not os.path.lexists(made):
        return
    is_folder = made.is_dir() and not made.is_symlink()
    if not is_folder or not all(each.name.startswith(_OURS) for each in made.iterdir()):
        raise StorageError(_IN_THE_WAY, folder=made)
    locked(made).release()  # nobody is moving there at this moment
    shutil.rmtree(made)
