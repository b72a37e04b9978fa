"""A file put in its place: whole or not at all, and never over something of another kind."""

from collections.abc import Mapping
from os.path import realpath
from pathlib import Path

from desktop.errors import system_reason
from desktop.report.writing import ReportError
from desktop.text import say
from desktop.whole_files import replace_whole

_NOT_SAVED = say("The file could not be saved as {path}: {reason}. Choose another place.")
_OTHER_KIND = say("{path} holds something else and was left as it is. Choose another name.")
_BEGINNINGS: Mapping[str, bytes] = {
    ".pdf": b"%PDF",
    ".png": b"\x89PNG",
    ".xlsx": b"PK\x03\x04",
    ".zip": b"PK\x03\x04",
}
_LOOKED_AT = 4_000  # bytes


def place(path: Path, data: bytes) -> None:
    """Write a file, or replace one of the kind its end tells; ReportError where that cannot be."""
    try:
        if path.exists() and not _is_alike(path):
            raise ReportError(_OTHER_KIND, path=path)
        replace_whole(Path(realpath(path)), data)
    except OSError as error:
        raise ReportError(_NOT_SAVED, path=path, reason=system_reason(error)) from error


def _is_alike(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        beginning = file.read(_LOOKED_AT)
    if not beginning:
        return True
    match path.suffix.lower():
        case ".json":
            return b'"sestante-benchmark"' in beginning
        case end if end in _BEGINNINGS:
            return beginning.startswith(_BEGINNINGS[end])
    return b"\0" not in beginning  # a list in plain text
