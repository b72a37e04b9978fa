"""The companies of a project as a spreadsheet, or as values between semicolons."""

from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from desktop.csv_writing import csv_bytes
from desktop.report.office.letters import harmless
from desktop.report.office.sheets import Column, Sheet, Value
from desktop.report.office.workbook import UNTOUCHED, cell_formats, write_sheet
from desktop.text import wording as wording_of


@dataclass(frozen=True, slots=True)
class MemberList:
    """A table under its title."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    made_on: date


def build_member_xlsx(told: MemberList, sheet_name: str, language: str) -> bytes:
    """The table as a spreadsheet; the same values give the same bytes."""
    data = BytesIO()
    book = Workbook(data, {"in_memory": True, **UNTOUCHED})
    made = datetime.combine(told.made_on, time())
    book.set_properties({"title": harmless(told.title)[:250], "author": "Sestante", "created": made})
    page = book.add_worksheet(sheet_name)
    sheet = Sheet(sheet_name, told.columns, told.rows)
    write_sheet(page, sheet, cell_formats(book, language), wording_of(language))
    book.close()
    return data.getvalue()


def build_member_csv(told: MemberList) -> bytes:
    """The table as text that spreadsheets open as it is; what they would take for a formula is quoted."""
    columns = [column.title for column in told.columns]
    rows = ([_plain(value) for value in row] for row in told.rows)
    return csv_bytes((columns, *rows), ";")


def _plain(value: Value) -> Value:
    return harmless(value) if isinstance(value, str) else value
