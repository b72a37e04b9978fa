"""Sheets written into a spreadsheet with XlsxWriter: texts stay texts, dates are dates, numbers numbers."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from desktop.dossier import Dossier
from desktop.report.office.letters import harmless
from desktop.report.office.sheets import Column, Kind, Sheet, Value, sheets
from desktop.report.office.standing_part import whose_it_is
from desktop.report.palette import LIGHT
from desktop.stopping import refuse_if_stopped
from desktop.text import Wording
from desktop.text import wording as wording_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_TEXT = 32_767  # units of UTF-16 in a cell
_LONGEST_LINK = 2_079
_LONGEST_PROPERTY = 255
_CUT = " […]"
_LONGEST_NAME = 31  # letters of a sheet
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_A4 = 9
_WIDE = 180  # letters; a sheet wider than this is printed on two pages side by side
_LINE, _HIGHEST = 15.0, 409.0  # points
_ROWS_TO_ADD = 200  # below the last one, where a state can be chosen too
UNTOUCHED = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Options of a workbook in which texts stay texts."""
_UNRULED = ("head", "title", "line")
_TYPEFACE = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_DAYS = {"it": "[$-410]d mmm yyyy", "en": "[$-809]d mmm yyyy"}
_EUROS = {"it": '#,##0\\ "€"_)', "en": '"€"#,##0_)'}


def build_xlsx(dossier: Dossier, language: str) -> bytes:
    """The spreadsheet; the same dossier gives the same bytes."""
    wording, data = wording_of(language), BytesIO()
    book = Workbook(data, {"in_memory": True, **UNTOUCHED})
    _describe(book, dossier, wording)
    formats = cell_formats(book, language)
    for sheet in sheets(dossier, wording):
        refuse_if_stopped()
        write_sheet(book.add_worksheet(sheet.name), sheet, formats, wording)
    book.close()
    return data.getvalue()


def cut(text: str) -> str:
    """A text as a cell can hold it, with a mark where it was longer."""
    text = harmless(text)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * _LONGEST_TEXT:
        return text
    kept = units[: 2 * (_LONGEST_TEXT - len(_CUT))].decode("utf-16-le", errors="ignore")
    return f"{kept}{_CUT}"


def sheet_name(text: str) -> str:
    """A text as a sheet can be called: at most 31 letters, none of those that spreadsheets refuse."""
    return harmless(text).translate(_NOT_IN_NAMES)[:_LONGEST_NAME].strip(" '")


def _describe(book: Workbook, dossier: Dossier, wording: Wording) -> None:
    book.set_properties(
        {
            "title": wording("Digital maturity plan"),
            "author": harmless(whose_it_is(dossier))[:_LONGEST_PROPERTY],
            "created": datetime.combine(dossier.made_on, time()),
        }
    )


def cell_formats(book: Workbook, language: str) -> Mapping[Kind | str, "Format"]:
    """How cells of each kind look, and heads and titles."""
    looks: dict[str, dict[str, Any]] = {
        "text": {"text_wrap": True},
        "choice": {},
        "link": {"text_wrap": True, "font_color": LIGHT.accent, "underline": 1},
        "day": {"num_format": _DAYS.get(language, _DAYS["en"]), "align": "left"},
        "hours": {"num_format": "0.0#_)"},
        "euro": {"num_format": _EUROS.get(language, _EUROS["en"])},
        "number": {"align": "center"},
        "score": {"num_format": "0.0", "align": "center"},
        "title": {"bold": True, "font_size": 16, "font_color": LIGHT.accent},
    }
    head = {"bold": True, "font_color": LIGHT.on_accent, "bg_color": LIGHT.accent, "text_wrap": True}
    looks["head"] = head | {"border": 1, "border_color": LIGHT.accent}
    looks["line"] = {"text_wrap": True}
    ruled = {"bottom": 1, "bottom_color": LIGHT.line}
    return {
        name: book.add_format(_TYPEFACE | ({} if name in _UNRULED else ruled) | look)
        for name, look in looks.items()
    }


def write_sheet(page: "Worksheet", sheet: Sheet, formats: Mapping[str, "Format"], wording: Wording) -> None:
    """Fill a page of a spreadsheet."""
    if sheet.has_head:
        page.set_row(0, _height(sheet.columns, [column.title for column in sheet.columns]))
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        if sheet.has_head:
            page.write_string(0, number, column.title, formats["head"])
    top = int(sheet.has_head)
    for row, values in enumerate(sheet.rows, top):
        if sheet.has_head:
            page.set_row(row, _height(sheet.columns, values))
        for number, (column, value) in enumerate(zip(sheet.columns, values, strict=True)):
            look = formats[column.kind if top else "line" if row else "title"]
            _write_cell(page, (row, number), value, column.kind, look)
    if sheet.has_head:
        last = top + len(sheet.rows) - 1
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, last, len(sheet.columns) - 1)
        page.repeat_rows(0)
        _offer_choices(page, sheet.columns, last)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1 if sum(column.width for column in sheet.columns) < _WIDE else 2, 0)
    page.set_footer("&L&A&R" + wording("Page {page} of {pages}", page="&P", pages="&N"))


def _height(columns: Iterable[Column], values: Iterable[Value]) -> float:
    """In points, for all lines of a row: not every program finds that out by itself."""
    lines = 1
    for column, value in zip(columns, values, strict=True):
        if isinstance(value, str):
            lines = max(lines, sum(max(1, ceil(len(line) / column.width)) for line in value.split("\n")))
    return min(lines * _LINE, _HIGHEST)


def _write_cell(page: "Worksheet", place: tuple[int, int], value: Value, kind: Kind, look: "Format") -> None:
    match value:
        case None | "":
            page.write_blank(*place, None, look)
        case str() if kind == "link" and _can_lead(value):
            page.write_url(*place, value, look, cut(value))
        case str():
            page.write_string(*place, cut(value), look)
        case date():
            page.write_datetime(*place, datetime.combine(value, time()), look)
        case _:
            page.write_number(*place, value, look)


def _can_lead(address: str) -> bool:
    """Whether a spreadsheet takes it for a link to the web as it is."""
    is_plain = address.isascii() and address.isprintable() and " " not in address
    return address.startswith(("https://", "http://")) and is_plain and len(address) <= _LONGEST_LINK


def _offer_choices(page: "Worksheet", columns: Iterable[Column], last: int) -> None:
    for number, column in enumerate(columns):
        if column.choices:
            listed = {"validate": "list", "source": list(column.choices), "ignore_blank": True}
            page.data_validation(1, number, last + _ROWS_TO_ADD, number, listed)
