"""The plan written to a file, whole or not at all."""

from os.path import realpath
from pathlib import Path

from desktop.dossier import Dossier
from desktop.errors import SestanteError, system_reason
from desktop.report.options import PrintOptions
from desktop.text import say
from desktop.whole_files import replace_whole

_NOT_SAVED = say("The plan could not be saved as {path}: {reason}. Choose another place.")
_NO_PLAN = say("{path} is no PDF and was left as it is. Choose another name for the plan.")
_BEGINNING = b"%PDF"


class ReportError(SestanteError):
    """The plan could not be written; the sentence says why."""


def write_pdf(dossier: Dossier, path: Path, language: str, options: PrintOptions | None = None) -> None:
    """The plan as a PDF at `path`, replacing only an earlier PDF, and only by a complete one.

    ReportError where the place is taken by something else or cannot be written.
    """
    from desktop.report.document import build_pdf

    _refuse_other_files(path)
    data = build_pdf(dossier, language, options or PrintOptions())
    try:
        replace_whole(Path(realpath(path)), data)
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
