"""The monitoring report as a document: pages put together, footer, outline."""

from collections.abc import Iterator
from fractions import Fraction
from io import BytesIO

from reportlab.platypus import CondPageBreak, Flowable, PageTemplate, Spacer

from desktop.report import style
from desktop.report.brand_look import brand_head
from desktop.report.flowables import (
    Figure,
    Heading,
    Text,
    facts,
    height_of,
    height_of_beginning,
    joined,
    strong,
)
from desktop.report.fonts import printable, register_fonts
from desktop.report.holding.tables import lines
from desktop.report.monitoring.chart import share_bars
from desktop.report.monitoring.parts import Part, Parts, Value
from desktop.report.monitoring.told import ToldMonitoring
from desktop.report.monitoring.words import facts_in_words, lead_in_words, method_in_words, title_in_words
from desktop.report.sheets import Sheets, foot_words, page_frame
from desktop.stopping import refuse_if_stopped
from desktop.text import Wording
from desktop.text import wording as wording_of

_TOGETHER = 9  # rows of a table that is not worth tearing


def build_monitoring_pdf(told: ToldMonitoring, language: str) -> bytes:
    """The report as a tagged PDF; the same figures give the same bytes."""
    wording, file = wording_of(language), BytesIO()
    register_fonts()
    document = _Document(file, told, wording)
    document.build(list(_story(told, wording)), canvasmaker=document.canvas)
    return file.getvalue()


def _story(told: ToldMonitoring, wording: Wording) -> Iterator[Flowable]:
    if told.library.brand is not None:
        yield brand_head(told.library.brand)
        yield Spacer(1, 8)
    yield Heading.of(title_in_words(told, wording), style.PAGE_TITLE, "title")
    yield Text(lead_in_words(told, wording), style.LEAD)
    yield Spacer(1, 6)
    yield facts(facts_in_words(told, wording), style.WIDTH)
    yield Spacer(1, 6)
    for part in Parts(told, wording).parts():
        refuse_if_stopped()
        yield from _part(part, wording)
    yield CondPageBreak(120)
    yield Heading.of(wording("How these figures were made"), style.SECTION, "method", 1)
    for title, words in method_in_words(wording):
        yield Text(joined((strong(f"{title}."), words)), style.SMALL)
        yield Spacer(1, 4)


def _part(part: Part, wording: Wording) -> Iterator[Flowable]:
    shown = [[_cell(value, wording) for value in row] for row in part.rows]
    made = lines(part.headings, shown, part.shares, of_figures=True)
    head = [
        Heading.of(part.title, style.SECTION, part.key, 1),
        Text(part.lead, style.SMALL_MUTED),
        Spacer(1, 4),
    ]
    if part.bars:
        bars = [(name, percent, wording("{percent}%", percent=percent)) for name, percent in part.bars]
        spoken = "; ".join(f"{name}: {told}" for name, _, told in bars)
        head += [Figure(share_bars(bars, style.WIDTH), spoken), Spacer(1, 6)]
    room = height_of([made]) if len(part.rows) <= _TOGETHER else height_of_beginning(made)
    yield CondPageBreak(min(height_of(head) + room, style.HEIGHT))
    yield from head
    yield made
    yield Spacer(1, 6)


def _cell(value: Value, wording: Wording) -> str:
    if isinstance(value, float):
        return wording.decimal(Fraction(value))
    return value if isinstance(value, str) else wording.number(value)


class _Document(Sheets):
    """Pages with a footer that names the report and its day."""

    def __init__(self, file: BytesIO, told: ToldMonitoring, wording: Wording) -> None:
        self._hub = told.hub
        title = printable(title_in_words(told, wording))
        author = printable(told.hub) or "Sestante"
        super().__init__(file, told.made_on, wording, told.library.brand, title=title, author=author)
        self.addPageTemplates([PageTemplate("page", [page_frame()], onPage=self.footer)])

    def foot(self) -> str:
        """What is printed at the foot of each page; a long name of the hub gives way."""
        return foot_words(self.title, self._wording.date(self._made_on), self._hub)
