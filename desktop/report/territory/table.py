"""A table of figures as plain values: shown in the window, drawn, and written to files."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from desktop.territory.suppression import Sum

Kind = Literal["count", "points", "change", "euro", "percent", "pace"]
Chart = Literal["bars", "months", "steps", "matrix"]
CellName = tuple[str, str, str]
"""Table, row and column; cells that tell of the same companies may share one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its name in files, its heading, and what its cells are."""

    id: str
    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of `companies` companies, None where there is none; it is hidden by the name it goes by."""

    value: Fraction | int | None
    companies: int
    name: CellName
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its name in files, its words and cells, what stands behind it, how long its bar is (0-1)."""

    id: str
    label: str
    cells: tuple[Cell, ...]
    behind: tuple[str, ...] = ()
    share: Fraction | None = None
    is_total: bool = False


@dataclass(frozen=True)
class FigureTable:
    """Figures that belong together.

    `sums` say which cells add up to which: by companies, or by the values of each column with `adds_values`,
    and then a line is hidden as a whole. Note and foot tell of `words_of` companies.
    """

    id: str
    title: str
    note: str
    headings: tuple[Heading, ...]
    lines: tuple[Line, ...]
    label: str = ""
    chart: Chart = "bars"
    sums: tuple[Sum[CellName], ...] = ()
    adds_values: bool = False
    foot: str = ""
    words_of: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nobody is behind any figure."""
        return not any(cell.companies for line in self.lines for cell in line.cells)
