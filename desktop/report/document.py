"""The whole document: pages put together, footer, outline, and the facts about the file."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, TypeAlias

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from desktop.dossier import Dossier
from desktop.report import style
from desktop.report.answers_page import answers_page
from desktop.report.calendar_page import calendar_page
from desktop.report.canvas import FOOTER_BASE, FOOTER_SIZE, PlanCanvas
from desktop.report.courses import courses
from desktop.report.cover import cover
from desktop.report.drawing_text import shortened
from desktop.report.fonts import REGULAR, printable, register_fonts
from desktop.report.gap_table import gap_table
from desktop.report.hub_services import hub_services
from desktop.report.method import method
from desktop.report.officer import officer
from desktop.report.open_gaps import open_gaps
from desktop.report.options import PARTS, Part, PrintOptions
from desktop.report.people import people
from desktop.report.progress import progress
from desktop.report.quick_wins_page import quick_wins_page
from desktop.report.standing import standing
from desktop.report.strengths import strengths
from desktop.report.where_to_go import where_to_go
from desktop.scripts import apart
from desktop.stopping import refuse_if_stopped
from desktop.text import Wording
from desktop.text import wording as wording_of

_Section: TypeAlias = Callable[[Dossier, Wording], list[Flowable]]
_SECTIONS: Mapping[Part, tuple[_Section, ...]] = {
    "officer": (officer,),
    "results": (standing, strengths, gap_table),
    "people": (people,),
    "progress": (progress,),
    "quick-wins": (quick_wins_page,),
    "courses": (courses,),
    "calendar": (calendar_page,),
    "help": (open_gaps, hub_services, where_to_go),
    "answers": (answers_page,),
    "method": (method,),
}
_ALL = PrintOptions()
_LANGUAGE_TAGS = {"it": "it-IT", "en": "en-GB"}


def build_pdf(dossier: Dossier, language: str, options: PrintOptions = _ALL) -> bytes:
    """The plan as a PDF; the same dossier and options give the same bytes on the same machine."""
    wording = wording_of(language)
    file = BytesIO()
    document = _Document(file, dossier, wording)
    flowables = story(dossier, language, options)
    refuse_if_stopped()
    document.build(flowables, canvasmaker=document.canvas)
    return file.getvalue()


def story(dossier: Dossier, language: str, options: PrintOptions = _ALL) -> list[Flowable]:
    """The flowables of the plan, page after page."""
    register_fonts()
    wording = wording_of(language)
    content = [*cover(dossier, wording), NextPageTemplate("page"), PageBreak()]
    for part in PARTS:
        if part in options.parts:
            for section in _SECTIONS.get(part, ()):
                content += section(dossier, wording)
    return content


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """A4 pages with a footer."""

    def __init__(self, file: BytesIO, dossier: Dossier, wording: Wording) -> None:
        self._wording = wording
        self._made_on = dossier.made_on
        self._name = printable(dossier.company.name)
        super().__init__(
            file,
            pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
            title=printable(f"{wording('Digital maturity plan')} – {dossier.company.name}"),
            author=self._name,
            subject=wording("Digital maturity and training plan"),
            creator="Sestante",
            lang=_LANGUAGE_TAGS.get(wording.language, wording.language),
            invariant=1,
            initialFontName=REGULAR,
        )
        self.addPageTemplates(
            [
                PageTemplate("cover", [_frame()]),
                PageTemplate("page", [_frame()], onPage=self._footer),
            ]
        )

    def canvas(self, *arguments: Any, **options: Any) -> Canvas:
        """A canvas whose dates are the day the plan was made."""
        canvas = PlanCanvas(*arguments, **options)
        canvas.say_page = self._say_page
        canvas._doc._timeStamp = _Midnight(datetime.combine(self._made_on, datetime.min.time(), UTC))
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()
        return canvas

    def _say_page(self, page: int, pages: int) -> str:
        return self._wording("Page {page} of {pages}", page=page, pages=pages)

    def _footer(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setStrokeColor(style.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(style.MARGIN, style.BOTTOM - 12, style.PAGE_WIDTH - style.MARGIN, style.BOTTOM - 12)
        canvas.setFillColor(style.MUTED)
        canvas.setFont(REGULAR, FOOTER_SIZE)
        name = shortened(
            f"{apart(self._name)} · {self._wording.date(self._made_on)}", style.WIDTH - 90, FOOTER_SIZE
        )
        canvas.drawString(style.MARGIN, FOOTER_BASE, name)
        canvas.restoreState()
        canvas.number_page()


class _Midnight(TimeStamp):  # type: ignore[misc]
    """A moment given, not the clock's."""

    def __init__(self, moment: datetime) -> None:
        self.t = moment.timestamp()
        self.lt = tuple(time.gmtime(self.t))
        self.YMDhms = self.lt[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"


def _frame() -> Frame:
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
