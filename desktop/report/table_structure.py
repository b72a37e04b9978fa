"""Rows and cells of a table as elements: names of rows and columns, cells over several columns, lists."""

from typing import Any, Literal

from reportlab.platypus import Flowable
from typing_extensions import override

from desktop.report.structure import Element, Structure, structure_of

Reading = Literal["layout", "rows", "named rows", "list"]
"""How a table is read: not as one, row by row, rows by the name in their first cell, or as a list."""


class LayoutMarks:
    """What ReportLab tells of a table while it draws it; here of one that only places its content."""

    def __init__(self, table: Any, structure: Structure) -> None:
        self._table, self._structure = table, structure
        self._is_bare = False

    def begin_row(self, number: int) -> None:
        """A row begins."""

    def end_row(self) -> None:
        """The row is drawn."""

    def begin_cell(self, row: int, column: int) -> None:
        """A cell begins; words in it that are no paragraph are made one."""
        content = self._table._cellvalues[row][column]
        self._is_bare = not isinstance(content, list | tuple | Flowable)
        if self._is_bare:
            self._structure.begin(self._structure.element(object(), "P") if content else None)

    def end_cell(self) -> None:
        """The cell is drawn."""
        if self._is_bare:
            self._structure.end()


class TableMarks(LayoutMarks):
    """A part of a table on one page; rows that are repeated on every page name the columns."""

    def __init__(self, table: Any, structure: Structure) -> None:
        super().__init__(table, structure)
        self._element = structure.element(table.identity, "Table")
        self._row = self._element
        self._cells: list[Element] = []
        self._place = 0
        self._is_again = False

    @override
    def begin_row(self, number: int) -> None:
        """A row; the head of a table that goes on from another page is decoration."""
        heads = self._table.repeatRows
        self._is_again = self._table.is_rest and number < heads
        if self._is_again:
            self._structure.begin_again("Header")
            return
        rows = _elements(self._element)
        if self._table.is_torn and number == heads and rows:
            self._row = rows[-1]
        else:
            self._row = self._new_row()
            self._element.add(self._row)
        self._cells = _elements(self._row)
        self._place = 0

    @override
    def end_row(self) -> None:
        """The row is drawn."""
        if self._is_again:
            self._structure.end()

    @override
    def begin_cell(self, row: int, column: int) -> None:
        """A cell, or the rest of one whose row was torn."""
        if not self._is_again:
            if self._place == len(self._cells):
                self._cells.append(self._new_cell(row, column))
                self._row.add(self._cells[-1])
            self._structure.enter(self._cells[self._place])
            self._place += 1
        super().begin_cell(row, column)

    @override
    def end_cell(self) -> None:
        """The cell is drawn."""
        super().end_cell()
        if not self._is_again:
            self._structure.leave()

    def _new_row(self) -> Element:
        return Element("TR")

    def _new_cell(self, row: int, column: int) -> Element:
        table = self._table
        columns = _columns(table, row, column)
        span = f" /ColSpan {columns}" if columns > 1 else ""
        if row < table.repeatRows or columns == table._ncols > 1:
            return Element("TH", f"/O /Table /Scope /Column{span}")
        if table.reads == "named rows" and column == 0:
            return Element("TH", f"/O /Table /Scope /Row{span}")
        return Element("TD", f"/O /Table{span}" if span else "")


class ListMarks(TableMarks):
    """A list: each row is an item, whose cells are read one after the other."""

    def __init__(self, table: Any, structure: Structure) -> None:
        super().__init__(table, structure)
        self._element.kind = "L"

    @override
    def begin_cell(self, row: int, column: int) -> None:
        """A part of the item."""
        self._place = 0
        super().begin_cell(row, column)

    @override
    def _new_row(self) -> Element:
        return Element("LI")

    @override
    def _new_cell(self, row: int, column: int) -> Element:
        return Element("LBody")


_READ = {"layout": LayoutMarks, "rows": TableMarks, "named rows": TableMarks, "list": ListMarks}
_STEPS = {
    "startRow": LayoutMarks.begin_row.__name__,
    "endRow": LayoutMarks.end_row.__name__,
    "startCell": LayoutMarks.begin_cell.__name__,
    "endCell": LayoutMarks.end_cell.__name__,
}


def tell_structure(table: Any, what: str, *details: Any) -> None:
    """Called by ReportLab at each step of drawing a table: with its row, a cell with its row and column."""
    structure = structure_of(table.canv)
    if structure is None:
        return
    if what in ("startBG", "startLines"):
        structure.begin(None)
    elif what in ("endBG", "endLines"):
        structure.end()
    elif what == "startTable":
        table.marks = _READ["layout" if structure.is_open else table.reads](table, structure)
    elif what == "endTable":
        del table.marks  # which know the table: both would outlive the page
    elif what in _STEPS:
        getattr(table.marks, _STEPS[what])(*details[:2])


def _elements(element: Element) -> list[Element]:
    return [kid for kid in element.kids if isinstance(kid, Element)]


def _columns(table: Any, row: int, column: int) -> int:
    """Over how many columns a cell goes."""
    if not table._spanCmds:
        return 1
    first, _, last, _ = table._spanRanges.get((column, row)) or (column, row, column, row)
    return int(last - first + 1)
