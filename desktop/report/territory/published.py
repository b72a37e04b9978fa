"""The figures of a territory as a JSON document for those who see figures alone.

Small groups are taken out before; figures are rounded as readers see them, and say no more than these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from msgspec import DecodeError, ValidationError, json

from desktop.errors import SestanteError
from desktop.report.territory.cell_words import rounded
from desktop.report.territory.table import Cell, Chart, FigureTable, Heading, Kind, Line
from desktop.report.territory.told import ToldTerritory
from desktop.text import say

_FORM = 1
_NOT_READ = say(
    "The figures on the server cannot be read: they were published by another version of Sestante. "
    "Install the newest version on this computer."
)


@dataclass(frozen=True, slots=True)
class _Cell:
    value: str | None
    companies: int
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    label: str
    cells: list[_Cell]
    share: str | None = None
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class _Heading:
    id: str
    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Table:
    id: str
    title: str
    note: str
    headings: list[_Heading]
    lines: list[_Line]
    label: str = ""
    chart: Chart = "bars"
    foot: str = ""


@dataclass(frozen=True, slots=True)
class _Document:
    form: int
    made_on: date
    hub: str
    companies: int
    waiting: int
    tables: Mapping[str, list[_Table]]


def document_of(told: Mapping[str, ToldTerritory]) -> str:
    """The same figures in the words of each language, as one document."""
    first = next(iter(told.values()))
    made = _Document(
        form=_FORM,
        made_on=first.made_on,
        hub=first.hub,
        companies=0 if first.is_too_small else first.companies,
        waiting=0 if first.is_too_small else first.waiting,
        tables={language: [_plain(each) for each in found.tables] for language, found in told.items()},
    )
    return json.encode(made).decode()


def read_document(text: str, language: str) -> ToldTerritory:
    """The figures in a language; SestanteError where the document is not understood."""
    try:
        found = json.decode(text, type=_Document)
        tables = found.tables.get(language) or next(iter(found.tables.values()), [])
        told = tuple(_table(each) for each in tables)
    except (ValidationError, DecodeError, ValueError, ZeroDivisionError) as error:
        raise SestanteError(_NOT_READ) from error
    return ToldTerritory(told, (), found.companies, found.waiting, found.made_on, found.hub)


def _plain(table: FigureTable) -> _Table:
    return _Table(
        id=table.id,
        title=table.title,
        note=table.note,
        headings=[_Heading(each.id, each.text, each.kind) for each in table.headings],
        lines=[_plain_line(table, each) for each in table.lines],
        label=table.label,
        chart=table.chart,
        foot=table.foot,
    )


def _plain_line(table: FigureTable, line: Line) -> _Line:
    cells = [
        _Cell(_written(rounded(cell, heading.kind)), 0 if cell.is_hidden else cell.companies, cell.is_hidden)
        for cell, heading in zip(line.cells, table.headings, strict=True)
    ]
    share = None if line.share is None else _written(float(round(line.share, 3)))
    return _Line(line.id, line.label, cells, share, line.is_total)


def _written(value: float | None) -> str | None:
    return None if value is None else str(Fraction(str(value)))


def _table(plain: _Table) -> FigureTable:
    return FigureTable(
        id=plain.id,
        title=plain.title,
        note=plain.note,
        headings=tuple(Heading(each.id, each.text, each.kind) for each in plain.headings),
        lines=tuple(_line(plain, each) for each in plain.lines),
        label=plain.label,
        chart=plain.chart,
        foot=plain.foot,
    )


def _line(table: _Table, plain: _Line) -> Line:
    cells = tuple(
        Cell(_read(cell.value), cell.companies, (table.id, plain.id, heading.id), is_hidden=cell.is_hidden)
        for cell, heading in zip(plain.cells, table.headings, strict=True)
    )
    return Line(plain.id, plain.label, cells, share=_read(plain.share), is_total=plain.is_total)


def _read(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)
