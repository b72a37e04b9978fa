"""Files removed so that their words do not stay readable where the disk lets them be overwritten."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_BLOCK: Final = 1 << 20


def wipe(path: Path) -> None:
    """Overwrite a file with zeros and remove it; nothing happens where there is none.

    What has a second name is only taken off this one: the other still needs it. Drives without moving parts
    and some file systems write elsewhere instead of over what is there; nothing here can change that.
    """
    try:
        state = path.lstat()
    except OSError:
        return
    if state.st_nlink == 1 and path.is_file() and not path.is_symlink():
        with suppress(OSError):
            _overwrite(path, state.st_size)
    path.unlink(missing_ok=True)


def _overwrite(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        for start in range(0, size, _BLOCK):
            file.write(bytes(min(_BLOCK, size - start)))
        file.flush()
        os.fsync(file.fileno())
