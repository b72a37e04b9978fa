"""What all documents share: pages with a footer, and a moment that does not come from the clock."""

import time
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Frame

from desktop.content.brand import Brand
from desktop.report import style
from desktop.report.brand_look import brand_colours
from desktop.report.canvas import FOOTER_BASE, FOOTER_SIZE, PlanCanvas
from desktop.report.drawing_text import shortened
from desktop.report.fonts import REGULAR
from desktop.scripts import apart
from desktop.text import Wording

FOOT = style.WIDTH - 90
"""The room for the words of a footer, beside the number of the page."""
_LANGUAGE_TAGS = {"it": "it-IT", "en": "en-GB"}


def foot_words(name: str, day: str, hub: str = "") -> str:
    """The words of a footer: whose it is, its day, and a hub; long names give way, the day never."""
    hub = shortened(hub, FOOT / 2 - 20, FOOTER_SIZE) if hub else ""
    end = f" · {day} · {apart(hub)}" if hub else f" · {day}"
    return f"{apart(shortened(name, FOOT - stringWidth(end, REGULAR, FOOTER_SIZE), FOOTER_SIZE))}{end}"


class Sheets(BaseDocTemplate):  # type: ignore[misc]
    """A4 pages in the colours of a brand.

    `footer`, for page templates, draws the words of `foot` and the number of the page.
    """

    def __init__(
        self, file: BytesIO, made_on: date, wording: Wording, brand: Brand | None = None, **facts: str
    ) -> None:
        self._brand = brand
        self._made_on = made_on
        self._wording = wording
        super().__init__(
            file,
            pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
            creator="Sestante",
            lang=_LANGUAGE_TAGS.get(wording.language, wording.language),
            invariant=1,
            initialFontName=REGULAR,
            **facts,
        )

    def canvas(self, *arguments: Any, **options: Any) -> PlanCanvas:
        """A canvas in the colours of the brand, whose dates are the day the document was made."""
        canvas = PlanCanvas(*arguments, **options)
        canvas.say_page = self._say_page
        canvas._doc._timeStamp = _Midnight(datetime.combine(self._made_on, datetime.min.time(), UTC))
        canvas._enforceColorSpace = brand_colours(self._brand)
        canvas.showOutline()
        return canvas

    def foot(self) -> str:
        """The words of the footer."""
        raise NotImplementedError

    def footer(self, canvas: PlanCanvas, _document: BaseDocTemplate) -> None:
        """Draw a line, and below it the words and the number of the page."""
        canvas.structure.begin_again("Footer")
        canvas.saveState()
        canvas.setStrokeColor(style.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(style.MARGIN, style.BOTTOM - 12, style.PAGE_WIDTH - style.MARGIN, style.BOTTOM - 12)
        canvas.setFillColor(style.MUTED)
        canvas.setFont(REGULAR, FOOTER_SIZE)
        canvas.drawString(style.MARGIN, FOOTER_BASE, self.foot())
        canvas.restoreState()
        canvas.number_page()
        canvas.structure.end()

    def _say_page(self, page: int, pages: int) -> str:
        return self._wording("Page {page} of {pages}", page=page, pages=pages)


class _Midnight(TimeStamp):  # type: ignore[misc]
    """A moment given, not the clock's."""

    def __init__(self, moment: datetime) -> None:
        self.t = moment.timestamp()
        self.lt = tuple(time.gmtime(self.t))
        self.YMDhms = self.lt[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"


def page_frame() -> Frame:
    """The room for what stands on a page, above its footer."""
    return Frame(
        style.MARGIN,
        style.BOTTOM,
        style.WIDTH,
        style.HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
