"""The plan written to a file, whole or not at all."""

import os
import tempfile
from pathlib import Path

from desktop.dossier import Dossier
from desktop.errors import SestanteError, system_reason
from desktop.text import say

_NOT_SAVED = say("The plan could not be saved as {path}: {reason}. Choose another place.")
_NO_PLAN = say("{path} is no PDF and was left as it is. Choose another name for the plan.")
_BEGINNING = b"%PDF"
_MODE = 0o666


class ReportError(SestanteError):
    """The plan could not be written; the sentence says why."""


def write_pdf(dossier: Dossier, path: Path, language: str) -> None:
    """The plan as a PDF at `path`, replacing only an earlier PDF, and only by a complete one.

    ReportError where the place is taken by something else or cannot be written.
    """
    from desktop.report.document import build_pdf

    _refuse_other_files(path)
    data = build_pdf(dossier, language)
    try:
        _replace(path.resolve(), data)
    except OSError as error:
        raise ReportError(_NOT_SAVED, path=path, reason=system_reason(error)) from error


def _refuse_other_files(path: Path) -> None:
    """A slip of the pen must not turn someone's answers into a PDF."""
    try:
        if not path.exists():
            return
        if path.is_file():
            with path.open("rb") as file:
                beginning = file.read(len(_BEGINNING))
            if beginning in (b"", _BEGINNING):
                return
    except OSError as error:
        raise ReportError(_NOT_SAVED, path=path, reason=system_reason(error)) from error
    raise ReportError(_NO_PLAN, path=path)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        _open_to_others(temporary)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _open_to_others(path: Path) -> None:
    """Give a temporary file, made for its owner alone, the rights that any new file has."""
    umask = os.umask(0)
    os.umask(umask)
    path.chmod(_MODE & ~umask)
