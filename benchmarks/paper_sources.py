"""The plan's story told to other typesetters: the same headings, paragraphs, tables, figures and codes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, Protocol

from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    HRFlowable,
    KeepInFrame,
    KeepTogether,
    PageBreak,
    Spacer,
)

from desktop.report import style
from desktop.report.columns import Columns
from desktop.report.flowables import Figure, Grid, Heading, Text
from desktop.report.qr import QUIET, Code
from desktop.report.svg import drawing_svg


class Run(NamedTuple):
    """A stretch of a paragraph in one face; `colour` as `#rrggbb`, `address` empty where it is no link."""

    text: str
    face: str
    colour: str
    address: str


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as written by a source, each with the columns it goes over; `widths` in points."""

    rows: Sequence[Sequence[tuple[str, int]]]
    widths: Sequence[float]
    heads: int
    is_lined: bool
    is_read: bool


class Source(Protocol):
    """What a typesetter's language says for each piece."""

    def paragraph(self, runs: Sequence[Run], look: ParagraphStyle, level: int) -> str:
        """A paragraph, or a heading of a level from 1 on."""

    def figure(self, svg: str, size: tuple[float, float], alternative: str) -> str:
        """A drawing of a size in points; decoration where nothing stands for it."""

    def table(self, table: Table) -> str:
        """A table, or a layout."""

    def columns(self, pieces: Sequence[str], left: int) -> str:
        """Pieces in two columns, so many of them in the left one."""

    def together(self, content: str) -> str:
        """What stands on one page."""

    def space(self, height: float) -> str:
        """Points of white."""

    def rule(self, thickness: float, colour: str) -> str:
        """A line over the whole width."""

    def new_page(self) -> str:
        """A page break."""


def told(story: Iterable[Flowable], source: Source) -> str:
    """The body of the document in the language of a source."""
    return _Teller(source).told(story)


class _Teller:
    """Walks the story; headings skip no level."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._level = 0

    def told(self, flowables: Iterable[Any]) -> str:
        return "\n".join(part for flowable in flowables for part in self._parts(flowable))

    def _parts(self, flowable: Any) -> Iterator[str]:
        source = self._source
        match flowable:
            case Text():
                yield source.paragraph(_runs(flowable), flowable.style, self._heading(flowable))
            case Figure():
                size = (flowable.width, flowable.height)
                yield source.figure(_svg(flowable.drawing), size, flowable.alternative)
            case Grid():
                yield source.table(self._table(flowable))
            case Columns():
                flowable.wrap(style.WIDTH, style.HEIGHT)
                pieces = [self.told(piece) for piece in (*flowable._left, *flowable._right)]
                yield source.columns(pieces, len(flowable._left))
            case KeepInFrame() | KeepTogether():
                yield source.together(self.told(flowable._content))
            case str() if flowable:
                yield source.paragraph([Run(flowable, "Inter-Regular", "#000000", "")], style.SMALL, 0)
            case _:
                yield from self._between(flowable)

    def _between(self, flowable: Any) -> Iterator[str]:
        """White, rules and breaks."""
        source = self._source
        match flowable:
            case PageBreak():
                yield source.new_page()
            case CondPageBreak() if flowable.height >= style.HEIGHT - 1:
                yield source.new_page()
            case Spacer() if not isinstance(flowable, CondPageBreak):
                yield source.space(flowable.height)
            case HRFlowable():
                yield source.rule(flowable.lineWidth, hexadecimal(flowable.color))

    def _heading(self, text: Text) -> int:
        if not isinstance(text, Heading):
            return 0
        self._level = min(text.level, self._level) + 1
        return self._level

    def _table(self, grid: Grid) -> Table:
        rows = [
            [(self._cell(cell), _columns(grid, row, column)) for column, cell in enumerate(cells)]
            for row, cells in enumerate(grid._cellvalues)
        ]
        shown = [[cell for cell in cells if cell[1]] for cells in rows]
        is_lined = any(command[0] == "LINEBELOW" for command in grid._linecmds)
        return Table(shown, grid._argW, grid.repeatRows, is_lined, grid.reads != "layout")

    def _cell(self, cell: Any) -> str:
        return self.told(cell if isinstance(cell, list | tuple) else [cell])


def _columns(grid: Grid, row: int, column: int) -> int:
    """Over how many columns a cell goes; none where another one lies over it."""
    if not grid._spanCmds:
        return 1
    grid._calcSpanRanges()
    found = grid._spanRanges.get((column, row), (column, row, column, row))
    return found[2] - found[0] + 1 if found else 0


def _runs(text: Text) -> list[Run]:
    found: list[Run] = []
    for part in text.frags:
        if not isinstance(part, list):
            found.append(_run(part, part.text))
            continue
        found += [
            _run(each, words) for each, words in part[1:]
        ]  # a word, once ReportLab has broken the lines
        found[-1] = found[-1]._replace(text=f"{found[-1].text} ")
    return _merged(found)


def _run(part: Any, words: str) -> Run:
    links = part.link
    return Run(words, part.fontName, hexadecimal(part.textColor), links[0][1] if links else "")


def _merged(runs: Iterable[Run]) -> list[Run]:
    return [
        Run("".join(run.text for run in same), *look) for look, same in groupby(runs, key=itemgetter(1, 2, 3))
    ]


def _svg(drawing: Drawing) -> str:
    (*_, last) = drawing.contents
    if not isinstance(last, Code):
        return drawing_svg(drawing).decode()
    side = len(last.rows) + 2 * QUIET
    runs = (f"M{left} {side - base - 1}h{length}v1h-{length}z" for left, base, length in last.runs())
    sides, path = f"0 0 {side} {side}", "".join(runs)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{sides}"><path d="{path}"/></svg>'


def hexadecimal(colour: Any) -> str:
    """A colour of ReportLab's as `#rrggbb`."""
    return f"#{colour.hexval()[2:8]}"
