"""Files written whole or not at all: aside first, safe on the disk, then put in place."""

import os
import tempfile
from pathlib import Path


def replace_whole(path: Path, data: bytes) -> None:
    """Write a file, or replace one only by a complete one; OSError leaves what was there."""
    aside = write_aside(path, data)
    try:
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def write_aside(path: Path, data: bytes) -> Path:
    """A finished file beside `path`, with its rights or those of any new file, to be put in place."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".tmp", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_mask())
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return aside


def flush_folder(folder: Path) -> None:
    """Make sure that names given in a folder are on the disk, where the system has a way to."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mask() -> int:
    """The permissions that new files of this user lack; reading it means setting it for a moment."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
