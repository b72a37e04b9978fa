"""Figures as drawings: bars, months as a line, for paper, screen and pictures."""

from itertools import pairwise

from reportlab.graphics.shapes import Circle, Drawing, Line, Rect

from desktop.report.drawing_text import shortened, word
from desktop.report.fonts import SEMIBOLD, register_fonts
from desktop.report.palette import DARK, LIGHT, Palette, colour
from desktop.report.svg import drawing_svg
from desktop.report.territory.cell_words import cell_in_words
from desktop.report.territory.table import Cell, FigureTable
from desktop.report.territory.table import Line as FigureLine
from desktop.text import Wording
from desktop.text import wording as wording_of

_ROW, _NAME, _FIGURE, _SMALL = 20.0, 8.5, 8.5, 7.5
_FIGURES, _COLUMN, _HEAD = 2, 62.0, 14.0  # figures beside a bar, and room for each and for their names
_HIGH, _BELOW, _LEFT = 150.0, 26.0, 26.0
_MOST_LINES, _MOST_NAMES = 40, 12
_STEPS = (0, 25, 50, 75, 100)


def table_svg(table: FigureTable, language: str, *, is_dark: bool, width: int) -> bytes:
    """The chart of a table as SVG, `width` in points."""
    palette = DARK if is_dark else LIGHT
    return drawing_svg(table_chart(table, wording_of(language), palette, width=width))


def table_chart(table: FigureTable, say: Wording, palette: Palette, *, width: int) -> Drawing:
    """The chart of a table: months as a line, everything else as bars; lines without a share are left out."""
    register_fonts()
    if table.chart == "months":
        return _months(table, say, palette, width)
    return _bars(table, say, palette, width)


def _bars(table: FigureTable, say: Wording, palette: Palette, width: int) -> Drawing:
    lines = [line for line in table.lines if line.share is not None or _is_hidden(line)][:_MOST_LINES]
    headings = table.headings[:_FIGURES]
    drawing = Drawing(width, _HEAD + max(_ROW, _ROW * len(lines)))
    left, right = min(210.0, width * 0.38), width - 130.0
    ends = [width - _COLUMN * (len(headings) - 1 - place) for place in range(len(headings))]
    for heading, x in zip(headings, ends, strict=True):
        text = shortened(heading.text, _COLUMN - 4, _SMALL)
        drawing.add(word(x, drawing.height - _SMALL, text, _SMALL, palette.muted, anchor="end"))
    for number, line in enumerate(lines):
        middle = drawing.height - _HEAD - _ROW * (number + 0.5)
        font = {"font": SEMIBOLD} if line.is_total else {}
        drawing.add(word(0, middle - 3, shortened(line.label, left - 10, _NAME), _NAME, palette.ink, **font))
        drawing.add(
            Rect(left, middle - 4, right - left, 8, fillColor=colour(palette.faint), strokeColor=None)
        )
        if line.share:
            length = (right - left) * min(1.0, float(line.share))
            drawing.add(Rect(left, middle - 4, length, 8, fillColor=colour(palette.accent), strokeColor=None))
        for heading, cell, x in zip(headings, line.cells[:_FIGURES], ends, strict=True):
            text = cell_in_words(cell, heading.kind, say)
            drawing.add(word(x, middle - 3, text, _FIGURE, palette.ink, anchor="end", **font))
    return drawing


def _months(table: FigureTable, say: Wording, palette: Palette, width: int) -> Drawing:
    drawing = Drawing(width, _HIGH + _BELOW + 8)
    for step in _STEPS:
        y = _BELOW + _HIGH * step / 100
        drawing.add(Line(_LEFT, y, width, y, strokeColor=colour(palette.line), strokeWidth=0.5))
        drawing.add(word(_LEFT - 6, y - 2.5, str(step), _SMALL, palette.muted, anchor="end"))
    places = _places(table, width)
    for (x, y), (to_x, to_y) in pairwise(place for place in places if place is not None):
        drawing.add(Line(x, y, to_x, to_y, strokeColor=colour(palette.accent), strokeWidth=1.6))
    every = -(-len(places) // _MOST_NAMES)
    for number, (line, place) in enumerate(zip(table.lines, places, strict=True)):
        if place is not None:
            drawing.add(Circle(*place, 2.6, fillColor=colour(palette.accent), strokeColor=None))
        if number % every == 0:
            x = _x(number, len(places), width)
            count = cell_in_words(line.cells[0], "count", say)
            drawing.add(word(x, 12, line.label, _SMALL, palette.muted, anchor="middle"))
            drawing.add(word(x, 2, f"n = {count}", _SMALL, palette.muted, anchor="middle"))
    return drawing


def _places(table: FigureTable, width: int) -> list[tuple[float, float] | None]:
    """Where each month's mean stands; None where it is hidden."""
    cells: list[Cell] = [line.cells[1] for line in table.lines]
    return [
        None
        if cell.value is None
        else (_x(number, len(cells), width), _BELOW + _HIGH * float(cell.value) / 100)
        for number, cell in enumerate(cells)
    ]


def _x(number: int, count: int, width: int) -> float:
    room = width - _LEFT - 50
    return _LEFT + 25 + (room * number / (count - 1) if count > 1 else room / 2)


def _is_hidden(line: FigureLine) -> bool:
    return any(cell.is_hidden for cell in line.cells[:2])
