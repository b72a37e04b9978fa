"""The plan written to a file, whole or not at all."""

import os
import tempfile
from pathlib import Path

from desktop.dossier import Dossier
from desktop.errors import SestanteError
from desktop.text import wording as wording_of


class ReportError(SestanteError):
    """The plan could not be written; the sentence says why."""


def write_pdf(dossier: Dossier, path: Path, language: str) -> None:
    """The plan as a PDF at `path`, replacing a file only by a complete one; ReportError where that fails."""
    from desktop.report.document import build_pdf

    data = build_pdf(dossier, language)
    try:
        _replace(path, data)
    except OSError as error:
        wording = wording_of(language)
        reason = error.strerror or str(error)
        message = wording(
            "The plan could not be saved as {path}: {reason}. Choose another place.", path=path, reason=reason
        )
        raise ReportError(message) from error


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
