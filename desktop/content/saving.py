"""Files of authors written whole or not at all, and never over another one by mistake."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from desktop.errors import ContentError, Problem, system_reason


def save(files: Mapping[Path, bytes], *, is_new: bool = False) -> None:
    """Write each file whole; with `is_new` nothing is written where one of them exists already."""
    for path in files if is_new else ():
        _refuse_existing(path)
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(path, data)
        except OSError as error:
            sentence = f"the file cannot be written: {system_reason(error)}; choose another place"
            raise ContentError(Problem(str(path), 0, sentence, "N002")) from error


def _refuse_existing(path: Path) -> None:
    try:
        if not path.exists():
            return
    except OSError:
        return  # a name that cannot exist cannot be written either, which is told then
    sentence = "this file exists already and is left as it is; choose another name or folder"
    raise ContentError(Problem(str(path), 0, sentence, "N001"))


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_mask())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """The permissions that new files of this user lack; reading it means setting it for a moment."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
