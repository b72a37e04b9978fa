"""The only paragraph, table and figure classes of the plan: tags for assistive technology will go here."""

from collections.abc import Iterable, Sequence
from typing import Any, Self
from xml.sax.saxutils import escape, quoteattr

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Table
from typing_extensions import override

from desktop.report import style
from desktop.report.fonts import REGULAR, printable
from desktop.report.palette import LIGHT
from desktop.report.style import from_the_right
from desktop.report.typography import typeset, without_widow
from desktop.scripts import is_right_to_left


class Markup(str):
    """Text whose special characters are already escaped."""

    __slots__ = ()


def markup(text: str) -> Markup:
    """A text of any origin, ready for a paragraph."""
    return text if isinstance(text, Markup) else Markup(escape(typeset(printable(text))))


def strong(text: str) -> Markup:
    """The text in a heavier face."""
    return Markup(f"<b>{markup(text)}</b>")


def muted(text: str) -> Markup:
    """The text in the second colour."""
    return Markup(f'<font color="{LIGHT.muted}">{markup(text)}</font>')


def link(text: str, address: str) -> Markup:
    """The text leading to a web address."""
    shown = escape(printable(text))
    return Markup(f'<a href={quoteattr(printable(address))} color="{LIGHT.accent}">{shown}</a>')


def joined(parts: Iterable[str], separator: str = " ") -> Markup:
    """The parts that are not empty, escaped where they were not."""
    return Markup(markup(separator).join(markup(part) for part in parts if part))


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph of plain text or `Markup`; words longer than the line are broken."""

    def __init__(
        self, text: str | None, style: ParagraphStyle = style.BODY, *rest: Any, **options: Any
    ) -> None:
        if text is not None:
            text = str(text if isinstance(text, Markup) else without_widow(markup(text)))
        super().__init__(text, style, *rest, **options)
        self._turns = is_right_to_left(self.getPlainText())
        if self._turns:
            self.style = from_the_right(style)

    @override
    def beginText(self, x: float, y: float) -> Any:
        writer = super().beginText(x, y)
        writer.is_right_to_left = self._turns
        return writer

    @override
    def drawPara(self, debug: int = 0) -> None:
        """Parts in different faces stand in the paragraph's order, each for itself."""
        if self._turns and self.blPara.kind:
            for line in self.blPara.lines:
                line.words = line.words[::-1]
        super().drawPara(debug)

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(availWidth, availHeight)
        for part in parts:
            if isinstance(part, Text):
                part._turns = self._turns
        return parts


class Heading(Text):
    """A heading with a bookmark in the outline; `key` is unique in the document, `level` counts from 0."""

    key = ""
    level = 0
    title = ""

    @classmethod
    def of(cls, text: str, style: ParagraphStyle, key: str, level: int = 0) -> "Heading":
        """A heading of plain text."""
        heading = cls(text, style)
        heading.key, heading.level, heading.title = key, level, printable(text)
        return heading

    @override
    def draw(self) -> None:
        if self.key:
            self.canv.bookmarkHorizontal(self.key, 0, self.height + 12)
            self.canv.addOutlineEntry(self.title, self.key, self.level, closed=self.level > 0)
        super().draw()

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(availWidth, availHeight)
        if parts and isinstance(parts[0], Heading):
            parts[0].key, parts[0].level, parts[0].title = self.key, self.level, self.title
        return parts


_ROWS_TOGETHER = 2
_HIGHEST_ROW = style.HEIGHT - 40
_ROOM_FOR_A_PART = 100


class Grid(Table):  # type: ignore[misc]
    """A table that leaves no row alone on a page, and splits a row only where a whole page is too small."""

    @classmethod
    def of(
        cls,
        rows: Sequence[Sequence[Any]],
        widths: Sequence[float],
        *commands: tuple[Any, ...],
        **options: Any,
    ) -> Self:
        """A table of flowables without lines; `commands` are ReportLab's table style commands."""
        made: Self = cls(
            [list(row) for row in rows],
            colWidths=list(widths),
            style=[*_PLAIN, *commands],
            hAlign="LEFT",
            **options,
        )
        return made

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        self._calc(availWidth, availHeight)
        heights = list(self._rowHeights)
        if heights[0] > availHeight:
            is_split = self.splitInRow and heights[0] > _HIGHEST_ROW and availHeight > _ROOM_FOR_A_PART
            return list(self._splitRows(availHeight, doInRowSplit=1)) if is_split else []
        fitting = sum(sum(heights[: count + 1]) <= availHeight for count in range(len(heights)))
        kept = min(fitting, len(heights) - _ROWS_TOGETHER)
        if fitting == len(heights) or availHeight >= _HIGHEST_ROW:
            return list(self._splitRows(availHeight))
        if kept < _ROWS_TOGETHER:
            return []
        return list(self._splitRows(sum(heights[:kept]) + 0.1))


class Figure(Flowable):  # type: ignore[misc]
    """A drawing with the words that stand for it."""

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
        renderPDF.draw(self.drawing, self.canv, 0, 0)


_PLAIN = (
    ("FONT", (0, 0), (-1, -1), REGULAR, 9),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
)


def grid(
    rows: Sequence[Sequence[Any]], widths: Sequence[float], *commands: tuple[Any, ...], **options: Any
) -> Grid:
    """A table of flowables without lines, as `Grid.of` makes it."""
    return Grid.of(rows, widths, *commands, **options)


def height_of_beginning(table: Grid) -> float:
    """How much of an empty page the rows of a table take that are never left alone."""
    table.wrap(style.WIDTH, style.HEIGHT)
    heights = table._rowHeights
    together = _ROWS_TOGETHER if len(heights) >= 2 * _ROWS_TOGETHER else len(heights)
    return float(min(sum(heights[:together]), _HIGHEST_ROW))


def height_of(content: Iterable[Flowable]) -> float:
    """How much of an empty page the content takes."""
    return float(
        sum(
            flowable.wrap(style.WIDTH, style.HEIGHT)[1] + flowable.getSpaceBefore() + flowable.getSpaceAfter()
            for flowable in content
        )
    )


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
    return grid(rows or [["", ""]], (names, width - names), lined(), ("RIGHTPADDING", (1, 0), (1, -1), 0))


def text_width(texts: Iterable[str], look: ParagraphStyle) -> float:
    """How wide the widest of the texts is on one line."""
    lines = (typeset(printable(text)) for text in texts)
    return max((float(stringWidth(line, look.fontName, look.fontSize)) for line in lines), default=0.0) + 0.5


def on_one_page(content: Sequence[Flowable]) -> KeepInFrame:
    """The content on a single page, made smaller where it would not fit."""
    return KeepInFrame(style.WIDTH, style.HEIGHT - 12, list(content), mode="shrink")
