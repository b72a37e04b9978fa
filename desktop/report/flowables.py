"""The pieces of the plan's pages: paragraphs, tables, figures, and ways to place them."""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepInFrame
from typing_extensions import override

from desktop.report import style
from desktop.report.fonts import printable
from desktop.report.structure import Element, belonging_to, structure_of
from desktop.report.table_structure import Reading
from desktop.report.tables import HIGHEST_ROW, ROWS_TOGETHER, Grid
from desktop.report.texts import Heading, Markup, Text, joined, link, listed, markup, muted, strong
from desktop.report.typography import typeset
from desktop.scripts import without_marks

__all__ = [
    "ROOM_OF_A_PAGE",
    "Figure",
    "Grid",
    "Heading",
    "Markup",
    "Text",
    "facts",
    "grid",
    "height_of",
    "height_of_beginning",
    "height_on_a_page",
    "joined",
    "lined",
    "link",
    "listed",
    "markup",
    "muted",
    "on_one_page",
    "side_by_side",
    "strong",
    "text_width",
]


ROOM_OF_A_PAGE = style.HEIGHT - 12
"""How high, in points, what stands on a page of its own may be."""


class Figure(Flowable):  # type: ignore[misc]
    """A drawing with the words that stand for it; without any it is decoration."""

    def __init__(self, drawing: Drawing, alternative: str) -> None:
        super().__init__()
        self.drawing = drawing
        self.alternative = alternative
        self.width, self.height = drawing.width, drawing.height

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        return self.width, self.height

    @override
    def draw(self) -> None:
        with belonging_to(self.canv, self._element()):
            renderPDF.draw(self.drawing, self.canv, 0, 0)

    def _element(self) -> Element | None:
        structure = structure_of(self.canv)
        if structure is None or structure.is_open or not self.alternative:
            return None
        left, low = self.canv.absolutePosition(0, 0)
        right, high = self.canv.absolutePosition(self.width, self.height)
        box = f"{left:.1f} {low:.1f} {right:.1f} {high:.1f}"
        element = Element("Figure", f"/O /Layout /Placement /Block /BBox [{box}]")
        element.alternative = without_marks(self.alternative)
        structure.place(element)
        return element


def grid(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *commands: tuple[Any, ...],
    reads: Reading = "layout",
    **options: Any,
) -> Grid:
    """A table of flowables without lines, as `Grid.of` makes it."""
    return Grid.of(rows, widths, *commands, reads=reads, **options)


def height_of_beginning(table: Grid) -> float:
    """How much of an empty page the rows of a table take that are never left alone."""
    table.wrap(style.WIDTH, style.HEIGHT)
    heights = table._rowHeights
    least = table.rows_of_beginning
    together = least if len(heights) >= least + ROWS_TOGETHER else len(heights)
    return float(min(sum(heights[:together]), HIGHEST_ROW))


def height_of(content: Iterable[Flowable]) -> float:
    """How much of an empty page the content takes."""
    return float(
        sum(
            flowable.wrap(style.WIDTH, style.HEIGHT)[1] + flowable.getSpaceBefore() + flowable.getSpaceAfter()
            for flowable in content
        )
    )


def height_on_a_page(content: Iterable[Flowable]) -> float:
    """How much of a page of its own the content takes: from its first line to its last, as frames set it."""
    high = after = 0.0
    for flowable in content:
        needed = float(flowable.wrap(style.WIDTH, style.HEIGHT)[1])
        if not needed:
            continue
        high += max(after, float(flowable.getSpaceBefore())) + needed if high else needed
        after = float(flowable.getSpaceAfter())
    return high


def lined(first: int = 0) -> tuple[Any, ...]:
    """A thin line under every row from `first` on."""
    return ("LINEBELOW", (0, first), (-1, -1), 0.4, style.LINE)


def side_by_side(left: Sequence[Flowable], right: Sequence[Flowable]) -> Grid:
    """Two columns of equal width."""
    widths = (style.HALF + style.GUTTER, style.HALF)
    return grid(
        [[list(left), list(right)]],
        widths,
        ("RIGHTPADDING", (0, 0), (0, 0), style.GUTTER),
        ("RIGHTPADDING", (1, 0), (1, 0), 0),
    )


def facts(pairs: Iterable[tuple[str, str]], width: float) -> Grid:
    """Names and values in two columns; pairs without a value are left out."""
    told = [(name, value) for name, value in pairs if value]
    rows = [[Text(name, style.SMALL_MUTED), Text(value, style.SMALL)] for name, value in told]
    names = min(text_width((name for name, _ in told), style.SMALL) + 12, width * 0.45)
    look = (lined(), ("RIGHTPADDING", (1, 0), (1, -1), 0))
    return grid(rows or [["", ""]], (names, width - names), *look, reads="named rows" if rows else "layout")


def text_width(texts: Iterable[str], look: ParagraphStyle) -> float:
    """How wide the widest of the texts is on one line."""
    lines = (typeset(printable(text)) for text in texts)
    return max((float(stringWidth(line, look.fontName, look.fontSize)) for line in lines), default=0.0) + 0.5


def on_one_page(content: Sequence[Flowable]) -> KeepInFrame:
    """The content on a single page, made smaller where it would not fit."""
    return KeepInFrame(style.WIDTH, ROOM_OF_A_PAGE, list(content), mode="shrink")
