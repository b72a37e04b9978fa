"""Files written whole or not at all: aside first, safe on the disk, then put in place."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def replace_whole(path: Path, data: bytes) -> None:
    """Write a file, or replace one only by a complete one; OSError leaves what was there.

    Afterwards the file and its name survive a power cut, see `flush_folder`.
    """
    replace_whole_from(path, (data,))


def replace_whole_from(path: Path, pieces: Iterable[bytes]) -> None:
    """As `replace_whole`, a piece at a time, so that a large file needs little memory."""
    aside = _written_aside(path, pieces)
    try:
        aside.replace(path)
    except BaseException:
        _forget(aside)
        raise
    flush_folder(path.parent)


def write_aside(path: Path, data: bytes) -> Path:
    """A finished file beside `path`, with its rights or those of any new file, to be put in place."""
    return _written_aside(path, (data,))


def flush_file(path: Path) -> None:
    """Let what was written to a file survive a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Let what was renamed in a folder survive a power cut, where the system can be asked for that."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _written_aside(path: Path, pieces: Iterable[bytes]) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".tmp", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        with suppress(PermissionError):  # a stick without rights of its own
            aside.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_mask())
    except BaseException:
        _forget(aside)
        raise
    return aside


def _forget(aside: Path) -> None:
    """Remove what was not finished, where its disk is still there."""
    with suppress(OSError):
        aside.unlink(missing_ok=True)


def _mask() -> int:
    """The permissions that new files of this user lack; reading it means setting it for a moment."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
