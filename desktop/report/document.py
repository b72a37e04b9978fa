"""The whole document: pages put together, footer, outline, and the facts about the file."""

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from typing import Any, TypeAlias

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, PageTemplate

from desktop.dossier import Dossier
from desktop.report.advisers import advisers
from desktop.report.answers_page import answers_page
from desktop.report.calendar_page import calendar_page
from desktop.report.canvas import PlanCanvas
from desktop.report.consent_page import consent_page
from desktop.report.courses import courses
from desktop.report.cover import cover
from desktop.report.data_page import data_page
from desktop.report.fonts import printable, register_fonts
from desktop.report.gap_table import gap_table
from desktop.report.handout import handout
from desktop.report.hub_services import hub_services
from desktop.report.method import method
from desktop.report.officer import officer
from desktop.report.open_gaps import open_gaps
from desktop.report.options import Part, PrintOptions
from desktop.report.people import people
from desktop.report.progress import progress
from desktop.report.quick_wins_page import quick_wins_page
from desktop.report.scope_words import company_name, document_title, is_nameless, parts_of
from desktop.report.sheets import Sheets, foot_words, page_frame
from desktop.report.sizes import tell_what_follows
from desktop.report.so_far import so_far
from desktop.report.standing import standing
from desktop.report.strengths import strengths
from desktop.report.voices import voices
from desktop.report.where_to_go import where_to_go
from desktop.stopping import refuse_if_stopped
from desktop.text import Wording
from desktop.text import wording as wording_of

_Section: TypeAlias = Callable[[Dossier, Wording], list[Flowable]]
_SECTIONS: Mapping[Part, tuple[_Section, ...]] = {
    "results": (standing, strengths, gap_table),
    "people": (people, voices),
    "progress": (progress,),
    "advisers": (advisers,),
    "quick-wins": (quick_wins_page,),
    "courses": (so_far, courses),
    "calendar": (calendar_page,),
    "help": (open_gaps, hub_services, where_to_go),
    "answers": (answers_page,),
    "method": (method,),
}
_ALL = PrintOptions()


def build_pdf(dossier: Dossier, language: str, options: PrintOptions = _ALL) -> bytes:
    """The plan as a PDF; the same dossier and options give the same bytes on the same machine."""
    wording = wording_of(language)
    file = BytesIO()
    document = _Document(file, dossier, wording, options)
    flowables = story(dossier, language, options)
    refuse_if_stopped()
    document.build(flowables, canvasmaker=document.canvas)
    return file.getvalue()


def story(dossier: Dossier, language: str, options: PrintOptions = _ALL) -> list[Flowable]:
    """The flowables of the plan, page after page."""
    register_fonts()
    wording = wording_of(language)
    if options.form == "handout":
        return handout(dossier, wording, options)
    content = [*cover(dossier, wording, options.brand), NextPageTemplate("page"), PageBreak()]
    sections = {**_SECTIONS, **_sections_of(options)}
    for part in parts_of(dossier, options.parts):
        for section in sections.get(part, ()):
            content += section(dossier, wording)
    tell_what_follows(content)
    return content


def _sections_of(options: PrintOptions) -> Mapping[Part, tuple[_Section, ...]]:
    """The parts that look at more than the dossier."""
    return {
        "officer": (partial(officer, brand=options.brand),),
        "consent": (partial(consent_page, brand=options.brand),),
        "data": (partial(data_page, options=options),),
    }


class _Document(Sheets):
    """A cover, and pages with a footer."""

    def __init__(self, file: BytesIO, dossier: Dossier, wording: Wording, options: PrintOptions) -> None:
        self._attachments = options.attachments
        self._name = printable(company_name(dossier, wording))
        brand = options.brand
        own, title = "" if is_nameless(dossier) else self._name, document_title(dossier, wording)
        super().__init__(
            file,
            dossier.made_on,
            wording,
            brand,
            title=f"{title} – {own}" if own else title,
            author=own or (printable(brand.name) if brand else "Sestante"),
            subject=wording("Digital maturity and training plan"),
        )
        self.addPageTemplates(
            [
                PageTemplate("cover", [page_frame()]),
                PageTemplate("page", [page_frame()], onPage=self.footer),
            ]
        )

    def canvas(self, *arguments: Any, **options: Any) -> PlanCanvas:
        """A canvas with what the plan carries."""
        canvas = super().canvas(*arguments, **options)
        canvas.attachments = self._attachments
        return canvas

    def afterPage(self) -> None:  # noqa: N802 - ReportLab's name
        """A document nobody waits for any more ends here."""
        refuse_if_stopped()

    def foot(self) -> str:
        """Whose plan it is, of which day, and the hub whose brand it wears; long names give way."""
        hub = "" if self._brand is None else self._brand.name
        return foot_words(self._name, self._wording.date(self._made_on), hub)
