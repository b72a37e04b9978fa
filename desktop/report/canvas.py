"""The canvas of the plan: numbers its pages once their count is known, and writes in every script."""

from collections.abc import Callable
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from typing_extensions import override

from desktop.report import style
from desktop.report.fonts import REGULAR
from desktop.report.script_font import ScriptFont
from desktop.scripts import is_right_to_left

FOOTER_SIZE = 7.5
FOOTER_BASE = style.BOTTOM - 24


class LineWriter(PDFTextObject):  # type: ignore[misc]
    """Writes lines in the order and the forms they are read in.

    `is_right_to_left` is that of the paragraph a line belongs to; without one each line decides for itself.
    """

    is_right_to_left: bool | None = None

    @override
    def setRise(self, rise: float) -> None:
        if not self._code:
            self._code.append("")  # ReportLab looks at what was written last
        super().setRise(rise)

    @override
    def _formatText(self, text: str) -> str:
        font = pdfmetrics.getFont(self._fontname)
        if isinstance(font, ScriptFont):
            turns = self.is_right_to_left
            text = font.shaped(text, is_right_to_left=is_right_to_left(text) if turns is None else turns)
        return str(super()._formatText(text))


class PlanCanvas(Canvas):  # type: ignore[misc]
    """A canvas that writes "page 3 of 11" once the 11 is known: each page shows a form filled at the end."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.say_page: Callable[[int, int], str] = "{} / {}".format
        self._numbered: list[int] = []

    @override
    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> LineWriter:
        return LineWriter(self, x, y, direction=direction)

    def number_page(self) -> None:
        """Leave room for the number of this page."""
        self._numbered.append(self.getPageNumber())
        self.doForm(f"page-{self.getPageNumber()}")

    @override
    def save(self) -> None:
        pages = self.getPageNumber() - 1
        for number in self._numbered:
            self.beginForm(f"page-{number}", 0, 0, style.PAGE_WIDTH, style.BOTTOM)
            self.setFillColor(style.MUTED)
            self.setFont(REGULAR, FOOTER_SIZE)
            text = self.say_page(number, pages)
            self.drawRightString(style.PAGE_WIDTH - style.MARGIN, FOOTER_BASE, text)
            self.endForm()
        super().save()
