"""Figures of few companies taken out of tables that leave the hub."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from desktop.report.territory.table import Cell, CellName, FigureTable, Line
from desktop.territory.suppression import LEAST, Sum, hidden_cells


def without_small_groups(tables: Iterable[FigureTable]) -> tuple[FigureTable, ...]:
    """The tables without cells that tell of few companies, or that such cells could be computed from."""
    there = tuple(tables)
    hidden = _hidden_counts(there).union(*(_hidden_values(each) for each in there if each.adds_values))
    return tuple(_hide(table, hidden) for table in there)


def hidden_count(tables: Iterable[FigureTable]) -> int:
    """How many cells are hidden."""
    return sum(cell.is_hidden for table in tables for line in table.lines for cell in line.cells)


def _hidden_counts(tables: tuple[FigureTable, ...]) -> frozenset[CellName]:
    """By companies, all tables at once, because they share their totals."""
    companies: dict[CellName, int] = {}
    for table in tables:
        companies.update(_companies(table))
    sums = [each for table in tables if not table.adds_values for each in table.sums]
    return hidden_cells(companies, [each for each in sums if _is_there(each, companies)])


def _hidden_values(table: FigureTable) -> frozenset[CellName]:
    """By what the columns add up to."""
    companies = _companies(table)
    values = {
        cell.name: _whole(cell.value)
        for line in table.lines
        for heading, cell in zip(table.headings, line.cells, strict=True)
        if heading.kind in ("count", "euro") and cell.name[2] == heading.id
    }
    found: set[CellName] = set()
    for each in table.sums:
        own = {cell: companies[cell] for cell in each.cells}
        found |= hidden_cells(own, [each], values={cell: values[cell] for cell in own})
    return frozenset(found)


def _companies(table: FigureTable) -> Mapping[CellName, int]:
    return {cell.name: cell.companies for line in table.lines for cell in line.cells}


def _whole(value: Fraction | int | None) -> int:
    return int((value or 0) * 100)


def _is_there(each: Sum[CellName], companies: Mapping[CellName, int]) -> bool:
    """A sum is known where its total is shown; parts that nobody is behind are not in the tables."""
    return all(cell in companies for cell in each.cells)


def _hide(table: FigureTable, hidden: frozenset[CellName]) -> FigureTable:
    def told(cell: Cell) -> Cell:
        return Cell(None, 0, cell.name, is_hidden=True) if cell.name in hidden else cell

    if table.adds_values:
        lost = [cell for line in table.lines if not hidden.isdisjoint(_names(line)) for cell in line.cells]
        hidden = hidden.union(cell.name for cell in lost if cell.companies)
    lines = []
    for line in table.lines:
        cells = tuple(told(cell) for cell in line.cells)
        share = None if any(cell.is_hidden for cell in cells[:2]) else line.share
        lines.append(replace(line, cells=cells, share=share))
    if 0 < table.words_of < LEAST:
        table = replace(table, note="", foot="")
    return replace(table, lines=tuple(lines))


def _names(line: Line) -> Iterator[CellName]:
    return (cell.name for cell in line.cells)
