"""Plain tables as a spreadsheet, row by row so that 80,000 need little memory; texts are never formulas."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from desktop.csv_writing import Cell
from desktop.report.office.workbook import UNTOUCHED, cut, sheet_name
from desktop.report.palette import LIGHT
from desktop.stopping import refuse_if_stopped

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NARROWEST, _WIDEST = 10, 48  # letters
_LOOKED_AT = 200  # rows, to find out how wide a column is


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A sheet of headings and rows; of its name there is as much as spreadsheets take."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def table_book(sheets: Iterable[TableSheet], title: str, made_on: date) -> bytes:
    """The spreadsheet's content; the same tables give the same bytes."""
    data = BytesIO()
    book = Workbook(data, {"constant_memory": True, **UNTOUCHED})
    book.set_properties({"title": title, "author": "Sestante", "created": datetime.combine(made_on, time())})
    head = book.add_format(
        {"bold": True, "font_color": LIGHT.on_accent, "bg_color": LIGHT.accent, "text_wrap": True}
    )
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    for sheet in sheets:
        _write(book.add_worksheet(sheet_name(sheet.name)), sheet, head, day)
    book.close()
    return data.getvalue()


def _write(page: "Worksheet", sheet: TableSheet, head: "Format", day: "Format") -> None:
    for number, heading in enumerate(sheet.headings):
        shown = (str(row[number] or "") for row in sheet.rows[:_LOOKED_AT])
        widest = max((len(each) for each in (heading, *shown)), default=0)
        page.set_column(number, number, min(max(widest + 2, _NARROWEST), _WIDEST))
    for number, heading in enumerate(sheet.headings):
        page.write_string(0, number, cut(heading), head)
    for place, row in enumerate(sheet.rows, 1):
        if not place % 1000:
            refuse_if_stopped()
        for number, value in enumerate(row):
            _write_cell(page, (place, number), value, day)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.headings) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _write_cell(page: "Worksheet", place: tuple[int, int], value: Cell, day: "Format") -> None:
    match value:
        case None | "":
            return
        case str():
            page.write_string(*place, cut(value))
        case date():
            page.write_datetime(*place, datetime.combine(value, time()), day)
        case _:
            page.write_number(*place, value)
