"""An .xlsx file read as the sheets of a form: texts by heading, and what a form cannot hold reported."""

import datetime as dt
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from desktop.errors import ContentError
from desktop.exchange.xlsform.extra_columns import DIMENSIONS, GLOSSARY, LEVELS, MARKS, SHEET
from desktop.exchange.xlsform.findings import Finding, quote
from desktop.exchange.xlsform.sheets import CHOICES, SETTINGS, SURVEY, Form, Row, Sheet
from desktop.exchange.xlsform.workbook_checks import DAMAGED, Contents, read_checked, refuse
from desktop.text import say

MAXIMUM_ROWS = 20_000
MAXIMUM_COLUMNS = 500
MAXIMUM_TEXT = 20_000
_KNOWN = (SURVEY, CHOICES, SETTINGS, SHEET, LEVELS, DIMENSIONS, GLOSSARY, MARKS)
_SAME = {
    "list name": "list_name",
    "caption": "label",
    "relevance": "relevant",
    "bind::relevant": "relevant",
    "bind::required": "required",
    "bind::constraint": "constraint",
    "control::appearance": "appearance",
    "id_string": "form_id",
    "title": "form_title",
}
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class _Grid:
    """The cells of a sheet: values, and where formulas are."""

    name: str
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    is_hidden: bool = False
    part: str = ""


def read_form(path: Path) -> tuple[Form, list[Finding]]:
    """The form in the file at `path`; ContentError where it cannot be read."""
    contents = read_checked(path)
    findings = list(_find_foreign_parts(contents))
    sheets: dict[str, Sheet] = {}
    for grid in _grids(path, contents):
        findings.extend(_find_merged(grid, contents))
        name = grid.name.strip().lower()
        if name not in _KNOWN or name in sheets:
            findings.extend(_find_other_sheet(grid))
            continue
        if grid.is_hidden:
            what = say("the sheet is hidden and was read all the same")
            findings.append(
                Finding(name, 0, "", what, say("look at it before you rely on the result"), "X130")
            )
        sheets[name] = _sheet(name, grid, findings)
    if not sheets.get(SURVEY, Sheet("")).rows:
        sentence = say("this is not an XLSForm: there is no sheet `survey` with questions in it")
        raise refuse(path, sentence, "X006")
    if not {"type", "name"} <= set(sheets[SURVEY].headings):
        sentence = say("the sheet `survey` needs the columns `type` and `name` in its first row")
        raise refuse(path, sentence, "X006")
    return Form(sheets), findings


def _find_foreign_parts(contents: Contents) -> Iterator[Finding]:
    if contents.has_external_links:
        what = say("links to other workbooks are not followed")
        yield Finding("", 0, "", what, say("type the values in where a link stood"), "X132")
    if contents.has_macros:
        yield Finding(
            "", 0, "", say("macros are not read"), say("nothing to do unless a macro made the form"), "X133"
        )


def _find_merged(grid: _Grid, contents: Contents) -> Iterator[Finding]:
    for part, place in contents.merged:
        if part == grid.part:
            what = say("the cells {place} are merged", place=place)
            advice = say("only the first of them holds the text; fill the others if needed")
            yield Finding(grid.name, 0, "", what, advice, "X131")


def _find_other_sheet(grid: _Grid) -> Iterator[Finding]:
    if any(any(value is not None for value in row) for row in grid.rows):
        what = say("the sheet `{name}` is not part of a questionnaire and was not read", name=grid.name)
        yield Finding(grid.name, 0, "", what, say("copy what is needed into `survey` or `choices`"), "X134")


def _grids(path: Path, contents: Contents) -> list[_Grid]:
    import openpyxl

    grids: list[_Grid] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            values = openpyxl.load_workbook(
                BytesIO(contents.data), read_only=True, data_only=True, keep_links=False
            )
            written = openpyxl.load_workbook(BytesIO(contents.data), read_only=True, keep_links=False)
            for sheet, raw in zip(values.worksheets, written.worksheets, strict=True):
                grid = _Grid(str(sheet.title), is_hidden=sheet.sheet_state != "visible")
                grid.part = str(getattr(sheet, "_worksheet_path", ""))
                grids.append(grid)
                grid.rows.extend(_bounded(path, sheet, values_only=True))
                for r, row in enumerate(_bounded(path, raw, values_only=False)):
                    grid.formulas.update((r, c) for c, cell in enumerate(row) if cell.data_type == "f")
    except ContentError:
        raise
    except DAMAGED:
        sentence = say("the workbook is damaged; open it in a spreadsheet program and save it again")
        raise refuse(path, sentence, "X005") from None
    return grids


def _bounded(path: Path, sheet: Any, *, values_only: bool) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet, whatever size it claims to have."""
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=values_only)):
        if number >= MAXIMUM_ROWS or len(row) > MAXIMUM_COLUMNS:
            sentence = say(
                "sheet `{title}` goes beyond {rows} rows or {columns} columns; "
                "delete the empty rows and columns around the form",
                title=str(sheet.title)[:31],
                rows=MAXIMUM_ROWS,
                columns=MAXIMUM_COLUMNS,
            )
            raise refuse(path, sentence, "X004")
        yield row


def _sheet(name: str, grid: _Grid, findings: list[Finding]) -> Sheet:
    first = next((r for r, row in enumerate(grid.rows) if any(value is not None for value in row)), None)
    if first is None:
        return Sheet(name)
    headings = list(_headings(grid.rows[first], is_choices=name == CHOICES))
    rows = []
    for r in range(first + 1, len(grid.rows)):
        cells: dict[str, str] = {}
        for c, value in enumerate(grid.rows[r]):
            text = _text(value)
            column = headings[c] if c < len(headings) else f"number {c + 1}, which has no heading"
            text = _clean(text, (name, r + 1, column), findings)
            if (r, c) in grid.formulas:
                findings.append(_formula(name, r + 1, column, text))
            if text.strip():
                cells[column] = text
        if cells:
            rows.append(Row(name, r + 1, cells))
    return Sheet(name, tuple(headings), tuple(rows))


def _headings(cells: Iterable[Any], *, is_choices: bool) -> Iterator[str]:
    """The headings, with every one that comes a second time told apart."""
    seen: set[str] = set()
    for number, cell in enumerate(cells, start=1):
        base, *more = [part.strip() for part in _text(cell).split("::")]
        text = "::".join([" ".join(base.lower().split()), *more])
        text = _SAME.get(text, text.replace(" ", "_") if not more else text)
        text = "name" if is_choices and text == "value" else text
        if not text:
            text = f"number {number}, which has no heading"
        elif text in seen:
            text = f"{text} (number {number}, a second one)"
        seen.add(text)
        yield text


def _formula(sheet: str, row: int, column: str, text: str) -> Finding:
    if text:
        what, advice = (
            say("a formula; its last value {text} stands for it", text=quote(text)),
            say("type the value in if it is wrong"),
        )
    else:
        what, advice = say("a formula without a value"), say("type the value in, and import again")
    return Finding(sheet, row, column, what, advice, "X135")


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)  # noqa: PLR2004
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)).replace("\r\n", "\n")


def _clean(text: str, place: tuple[str, int, str], findings: list[Finding]) -> str:
    """The text without what YAML cannot hold, cut where the reader of YAML would refuse it."""
    sound = text.encode("utf-8", "replace").decode()
    if len(sound) > MAXIMUM_TEXT:
        what = say(
            "the text has {count} characters and was cut after {most}",
            count=len(sound),
            most=MAXIMUM_TEXT,
        )
        findings.append(Finding(*place, what, say("shorten it"), "X136"))
    return sound[:MAXIMUM_TEXT]
