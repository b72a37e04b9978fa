"""The plan written to a file, whole or not at all."""

from collections.abc import Callable
from os.path import realpath
from pathlib import Path
from typing import BinaryIO, TypeAlias
from zipfile import BadZipFile, ZipFile

from desktop.dossier import Dossier
from desktop.errors import SestanteError, system_reason
from desktop.report.options import PrintOptions
from desktop.text import Sentence, say
from desktop.whole_files import replace_whole

IsAlike: TypeAlias = Callable[[BinaryIO], bool]
"""Whether an open file is of the kind that may be replaced."""
_NOT_SAVED = say("The plan could not be saved as {path}: {reason}. Choose another place.")
_NO_PLAN = say("{path} is not a PDF and was left as it is. Choose another name for the plan.")
_BEGINNING = b"%PDF"


class ReportError(SestanteError):
    """A plan, a report or a list could not be written; the sentence says why."""


def write_pdf(dossier: Dossier, path: Path, language: str, options: PrintOptions | None = None) -> None:
    """The plan as a PDF at `path`, replacing only an earlier PDF, and only by a complete one.

    ReportError where the place is taken by something else or cannot be written.
    """
    from desktop.report.document import build_pdf

    write_plan(path, lambda: build_pdf(dossier, language, options or PrintOptions()), _is_pdf, _NO_PLAN)


def write_plan(path: Path, build: Callable[[], bytes], is_alike: IsAlike, refusal: Sentence) -> None:
    """What `build` makes, at `path`; a file there is replaced where it is empty or alike.

    ReportError where it is not, then with `refusal`, or where the place cannot be written.
    """
    _refuse_other_files(path, is_alike, refusal)
    data = build()
    try:
        replace_whole(Path(realpath(path)), data)
    except OSError as error:
        raise ReportError(_NOT_SAVED, path=path, reason=system_reason(error)) from error


def holds_part(part: str) -> IsAlike:
    """Whether a file is an archive with this part in it, as office files are."""

    def is_alike(file: BinaryIO) -> bool:
        try:
            with ZipFile(file) as archive:
                return part in archive.namelist()
        except (BadZipFile, ValueError, NotImplementedError):
            return False

    return is_alike


def _is_pdf(file: BinaryIO) -> bool:
    return file.read(len(_BEGINNING)) == _BEGINNING


def _refuse_other_files(path: Path, is_alike: IsAlike, refusal: Sentence) -> None:
    """A slip of the pen must not turn someone's answers into a plan."""
    try:
        if not path.exists():
            return
        if path.is_file():
            with path.open("rb") as file:
                if path.stat().st_size == 0 or is_alike(file):
                    return
    except OSError as error:
        raise ReportError(_NOT_SAVED, path=path, reason=system_reason(error)) from error
    raise ReportError(refusal, path=path)
