"""What reports are made of, and what they come to before they are written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.content.library import Library
from desktop.exchange.outward.table import Table
from desktop.report.office.table_book import TableSheet, table_book
from desktop.territory.facts import Facts
from desktop.text import Sentence
from desktop.workspace.case import Case
from desktop.workspace.reports.kinds import Wish


@dataclass(frozen=True, slots=True)
class Making:
    """A wish with all that is known; `code` gives what stands for a company by its uid."""

    wish: Wish
    facts: Facts
    library: Library
    load: Callable[[int], Case]
    day_of: Callable[[int], date]
    code: Callable[[str], str]
    made_on: date


@dataclass(frozen=True, slots=True)
class Made:
    """The bytes of a file, how much it tells of, and what should be known of it."""

    data: bytes
    count: int
    remarks: tuple[Sentence, ...] = ()


def written_table(table: Table, making: Making) -> bytes:
    """A table in the form the name of the file asks for."""
    if making.wish.path.suffix.lower() == ".csv":
        return table.as_csv()
    return written_tables((table,), making)


def written_tables(tables: tuple[Table, ...], making: Making) -> bytes:
    """Tables as sheets of a spreadsheet."""
    sheets = [TableSheet(each.name, each.headings, each.rows) for each in tables]
    return table_book(sheets, tables[0].name, making.made_on)
