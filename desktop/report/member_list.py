"""The companies of a project as a spreadsheet, or as values between semicolons."""

import csv
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO

from xlsxwriter import Workbook

from desktop.report.office.letters import harmless
from desktop.report.office.sheets import Column, Sheet, Value
from desktop.report.office.workbook import UNTOUCHED, cell_formats, write_sheet
from desktop.text import wording as wording_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
    lines = StringIO()
    writer = csv.writer(lines, delimiter=";")
    writer.writerow([column.title for column in told.columns])
    writer.writerows([[_plain(value) for value in row] for row in told.rows])
    return lines.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> str:
    text = "" if value is None else harmless(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
