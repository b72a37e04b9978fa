"""Tables as values, and as CSV in which no text can become a formula."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Cell: TypeAlias = str | int | float | date | None
_BEGINNINGS = tuple("=+-@\t\r\n＝＋－＠")
"""What spreadsheets take for the beginning of a formula, in its wide forms too."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows; `name` is that of a sheet or of a file without its end."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_bytes(table: Table, mark: str = ",") -> bytes:
    """The table as CSV in UTF-8 with a byte order mark; days as 2027-01-31, empty cells for None."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=mark)
    writer.writerow(table.headings)
    writer.writerows(_row(row) for row in table.rows)
    return file.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that looks like it begins with an apostrophe."""
    return f"'{text}" if text.lstrip(" ").startswith(_BEGINNINGS) else text


def unguarded(text: str) -> str:
    """A text as it was before it was guarded."""
    return text[1:] if text.startswith("'") and text[1:].lstrip(" ").startswith(_BEGINNINGS) else text


def _row(row: tuple[Cell, ...]) -> Iterator[object]:
    for cell in row:
        match cell:
            case str():
                yield guarded(cell)
            case date():
                yield cell.isoformat()
            case _:
                yield "" if cell is None else cell
