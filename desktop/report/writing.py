"""The plan written to a file, whole or not at all."""

import os
import tempfile
from pathlib import Path

from desktop.dossier import Dossier
from desktop.errors import SestanteError, system_reason
from desktop.text import say

_NOT_SAVED = say("The plan could not be saved as {path}: {reason}. Choose another place.")


class ReportError(SestanteError):
    """The plan could not be written; the sentence says why."""


def write_pdf(dossier: Dossier, path: Path, language: str) -> None:
    """The plan as a PDF at `path`, replacing a file only by a complete one; ReportError where that fails."""
    from desktop.report.document import build_pdf

    data = build_pdf(dossier, language)
    try:
        _replace(path, data)
    except OSError as error:
        raise ReportError(_NOT_SAVED, path=path, reason=system_reason(error)) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
