"""The figures of a territory as a spreadsheet, a sheet for each table, and as a plain list (CSV)."""

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from desktop.csv_writing import Cell, csv_bytes
from desktop.report.office.letters import harmless
from desktop.report.office.workbook import UNTOUCHED, sheet_name
from desktop.report.palette import LIGHT
from desktop.report.territory.cell_words import HIDDEN, rounded
from desktop.report.territory.table import FigureTable, Kind
from desktop.report.territory.told import ToldTerritory, method_in_pairs
from desktop.text import Wording
from desktop.text import wording as wording_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format

_LOOKS: dict[Kind, str] = {
    "count": "#,##0",
    "points": "0.0",
    "change": "+0.0;-0.0;0.0",
    "euro": "#,##0",
    "percent": "0%",
    "pace": "0.0",
}


def build_territory_xlsx(found: ToldTerritory, language: str) -> bytes:
    """The spreadsheet; the same figures give the same bytes."""
    say, data = wording_of(language), BytesIO()
    book = Workbook(data, {"in_memory": True, **UNTOUCHED})
    book.set_properties(
        {
            "title": say("The territory in figures"),
            "author": harmless(found.hub or "Sestante")[:255],
            "created": datetime.combine(found.made_on, time()),
        }
    )
    _write_method(book, found, say)
    looks = {kind: book.add_format({"num_format": look}) for kind, look in _LOOKS.items()}
    for number, table in enumerate(found.tables, 1):
        _write_table(book, f"{number} {table.title}", table, looks)
    book.close()
    return data.getvalue()


def build_territory_csv(found: ToldTerritory, language: str) -> bytes:
    """One figure a line, in UTF-8 with a mark that spreadsheets know it by; a star where it is hidden."""
    say = wording_of(language)
    names = (say("Table"), say("Row"), say("Column"), say("Value"), say("Companies"))
    rows = (row for table in found.tables for row in _plain_rows(table))
    return csv_bytes((("table", "row", "column", *names), *rows))


def _plain_rows(table: FigureTable) -> Iterator[tuple[Cell, ...]]:
    for line in table.lines:
        for heading, cell in zip(table.headings, line.cells, strict=True):
            value = HIDDEN if cell.is_hidden else rounded(cell, heading.kind)
            companies = HIDDEN if cell.is_hidden else cell.companies or ""
            words = (harmless(text) for text in (table.title, line.label, heading.text))
            yield (table.id, harmless(line.id), heading.id, *words, value, companies)


def _write_method(book: Workbook, found: ToldTerritory, say: Wording) -> None:
    page = book.add_worksheet(sheet_name(say("Method")))
    strong, wraps = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 90)
    for row, (name, value) in enumerate(method_in_pairs(found, say)):
        page.write_string(row, 0, harmless(name), strong)
        page.write_string(row, 1, harmless(value), wraps)


def _write_table(book: Workbook, name: str, table: FigureTable, looks: "dict[Kind, Format]") -> None:
    page = book.add_worksheet(sheet_name(name))
    head: dict[str, Any] = {"bold": True, "font_color": LIGHT.on_accent, "bg_color": LIGHT.accent}
    look = book.add_format({**head, "text_wrap": True})
    for column, text in enumerate((table.label, *(heading.text for heading in table.headings))):
        page.write_string(0, column, harmless(text), look)
    page.set_column(0, 0, 36)
    page.set_column(1, len(table.headings), 14)
    page.freeze_panes(1, 1)
    for row, line in enumerate(table.lines, 1):
        page.write_string(row, 0, harmless(line.label))
        for column, (heading, cell) in enumerate(zip(table.headings, line.cells, strict=True), 1):
            value = rounded(cell, heading.kind)
            if cell.is_hidden:
                page.write_string(row, column, HIDDEN)
            elif value is not None:
                page.write_number(row, column, value, looks[heading.kind])
