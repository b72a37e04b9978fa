"""Rows written as CSV in which no text can become a formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

Cell: TypeAlias = str | int | float | date | None
_BEGINNINGS = tuple("=+-@\t\r\n＝＋－＠")
"""What spreadsheets take for the beginning of a formula, in its wide forms too."""


def csv_bytes(rows: Iterable[Iterable[Cell]], mark: str = ",") -> bytes:
    """Rows in UTF-8 with a byte order mark; days as 2027-01-31, empty cells for None."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=mark).writerows(_written(row) for row in rows)
    return file.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that looks like it begins with an apostrophe."""
    return f"'{text}" if text.lstrip(" ").startswith(_BEGINNINGS) else text


def unguarded(text: str) -> str:
    """A text as it was before it was guarded."""
    return text[1:] if text.startswith("'") and text[1:].lstrip(" ").startswith(_BEGINNINGS) else text


def _written(row: Iterable[Cell]) -> Iterator[object]:
    for cell in row:
        match cell:
            case str():
                yield guarded(cell)
            case date():
                yield cell.isoformat()
            case _:
                yield "" if cell is None else cell
