"""Editable copies written to a file, whole or not at all, and the plan in the form a name asks for."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from desktop.dossier import Dossier
from desktop.report.writing import ReportError, holds_part, write_pdf, write_plan
from desktop.text import say

Write: TypeAlias = Callable[[Dossier, Path, str], None]
_OTHER_SUFFIX = say(
    "{path}: the end of the name says what is written: .pdf for the printed plan, .docx for a text to "
    "change, .xlsx for a list of actions, .sestante for the result as data. Give it one of these."
)
_NO_TEXT = say("{path} is not a text document (.docx) and was left as it is. Choose another name.")
_NO_SHEET = say("{path} is not a spreadsheet (.xlsx) and was left as it is. Choose another name.")


def write_docx(dossier: Dossier, path: Path, language: str) -> None:
    """The plan as a text document at `path`, replacing only an earlier one, and only by a complete one.

    ReportError where the place is taken by something else or cannot be written.
    """
    from desktop.report.office.plan_document import build_docx

    write_plan(path, lambda: build_docx(dossier, language), holds_part("word/document.xml"), _NO_TEXT)


def write_xlsx(dossier: Dossier, path: Path, language: str) -> None:
    """Actions, scores and answers as a spreadsheet at `path`, under the same conditions."""
    from desktop.report.office.workbook import build_xlsx

    write_plan(path, lambda: build_xlsx(dossier, language), holds_part("xl/workbook.xml"), _NO_SHEET)


COPIES: Mapping[str, Write] = {".pdf": write_pdf, ".docx": write_docx, ".xlsx": write_xlsx}
"""What writes a file, by the end of its name."""


def refuse_other_suffix(path: Path) -> None:
    """ReportError where the end of a name does not say what is to be written."""
    if path.suffix.lower() not in COPIES:
        raise ReportError(_OTHER_SUFFIX, path=path)


def write_copy(dossier: Dossier, path: Path, language: str) -> None:
    """The plan in the form the end of the name asks for; ReportError as from each of them."""
    refuse_other_suffix(path)
    COPIES[path.suffix.lower()](dossier, path, language)
