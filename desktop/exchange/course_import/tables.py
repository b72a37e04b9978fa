"""A provider's list read as headings and rows of text, from CSV or .xlsx, however it was saved."""

import csv
import datetime as dt
import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.errors import ContentError, system_reason
from desktop.exchange.xlsform.workbook_checks import DAMAGED, Limits, read_checked, refuse
from desktop.text import Sentence, say

MAXIMUM_BYTES = 40_000_000
MAXIMUM_ROWS = 60_000
MAXIMUM_COLUMNS = 300
MAXIMUM_TEXT = 20_000
_LIMITS = Limits(packed=20_000_000, unpacked=120_000_000, tags=8_000_000)
_SEARCHED = 15  # rows above the courses in which the headings may stand
_WHOLE_BELOW = 1e15

Cells = tuple[str, ...]
Known = Callable[[Cells], int]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings and the rows below them, each with its number in the file (from 1)."""

    headings: Cells
    rows: tuple[tuple[int, Cells], ...]
    remarks: tuple[Sentence, ...] = ()


NO_COURSES = say(
    "no column is known; the first row must hold headings such as title, url, language, duration, "
    "level, or name them with --columns"
)


def read_table(path: Path, known: Known, unknown: Sentence = NO_COURSES) -> Table:
    """The list at `path`; ContentError where it is none.

    The headings are that row near the top of which `known` counts most, in the sheet where it counts most;
    `unknown` says what to do where none is known anywhere.
    """
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        sheets, remarks = _sheets(path), list[Sentence]()
    else:
        text, remarks = _text(path)
        sheets = [list(_bounded(path, _csv_rows(path, text)))]
    found = [(known(cells), -order, -r) for order, rows in enumerate(sheets) for r, cells in _top(rows)]
    most, order, r = max(found, default=(0, 0, 0))
    if not most:
        raise refuse(path, unknown, "K003")
    rows = sheets[-order]
    below = tuple((number, cells) for number, cells in enumerate(rows, 1) if number > 1 - r and any(cells))
    return Table(rows[-r], below, tuple(remarks))


def _top(rows: Sequence[Cells]) -> Iterator[tuple[int, Cells]]:
    return ((r, cells) for r, cells in enumerate(rows[:_SEARCHED]) if any(cells))


def _text(path: Path) -> tuple[str, list[Sentence]]:
    try:
        if not path.is_file():
            raise refuse(path, say("there is no such file; check the name"), "K001")
        with path.open("rb") as stream:
            data = stream.read(MAXIMUM_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (
            system_reason(error) if isinstance(error, OSError) else say("this name cannot be a file's name")
        )
        raise refuse(path, say("the file cannot be read: {reason}", reason=reason), "K001") from None
    if len(data) > MAXIMUM_BYTES:
        sentence = say("the file is too large; at most {most} bytes are read", most=MAXIMUM_BYTES)
        raise refuse(path, sentence, "K002")
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16"), []
        if b"\0" in data:
            raise refuse(path, say("this is not a text file; save the list as CSV or .xlsx"), "K002")
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        remark = say("The file is not UTF-8; it was read as Windows-1252. Look at the accents.")
        return data.decode("cp1252", "replace"), [remark]


def _csv_rows(path: Path, text: str) -> Iterator[list[str]]:
    mark = max(",;\t", key=lambda each: _width(text, each))
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    except csv.Error:
        sentence = say("this is not a list of rows and columns; save it again as CSV or .xlsx")
        raise refuse(path, sentence, "K002") from None


def _width(text: str, mark: str) -> int:
    """How many columns the widest of the first rows has with this mark between them."""
    rows = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=mark)
    try:
        return max((len(row) for row, _ in zip(rows, range(_SEARCHED), strict=False)), default=0)
    except csv.Error:
        return 0


def _sheets(path: Path) -> list[list[Cells]]:
    import openpyxl

    data = io.BytesIO(read_checked(path, _LIMITS).data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(data, read_only=True, data_only=True, keep_links=False)
            return [list(_bounded(path, _values(sheet))) for sheet in book.worksheets]
    except ContentError:
        raise
    except DAMAGED:
        sentence = say("the workbook is damaged; open it in a spreadsheet program and save it again")
        raise refuse(path, sentence, "X005") from None


def _values(sheet: Any) -> Iterator[Iterable[Any]]:
    sheet.reset_dimensions()
    yield from sheet.iter_rows(values_only=True)


def _bounded(path: Path, rows: Iterable[Iterable[Any]]) -> Iterator[Cells]:
    for number, row in enumerate(rows):
        cells = tuple(_cell(value) for value in row)
        if number >= MAXIMUM_ROWS or len(cells) > MAXIMUM_COLUMNS:
            sentence = say(
                "the list goes beyond {rows} rows or {columns} columns; "
                "delete the empty ones around it, or split it into several files",
                rows=MAXIMUM_ROWS,
                columns=MAXIMUM_COLUMNS,
            )
            raise refuse(path, sentence, "K002")
        yield cells


def _cell(value: Any) -> str:
    """A value as one line of text without what no page can show."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < _WHOLE_BELOW:
            return str(int(value))
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
    text = " ".join(str(value)[:MAXIMUM_TEXT].split())
    return text if text.isprintable() else "".join(each for each in text if each.isprintable())
