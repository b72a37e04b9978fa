"""The figures of a territory as a PDF: a page for each group of figures, and one on the method."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, PageTemplate, Spacer

from desktop.report import style
from desktop.report.brand_look import brand_colours, brand_head
from desktop.report.canvas import FOOTER_SIZE, PlanCanvas
from desktop.report.drawing_text import shortened
from desktop.report.flowables import Figure, Heading, Text, facts, grid, lined, text_width
from desktop.report.fonts import printable, register_fonts
from desktop.report.palette import LIGHT
from desktop.report.sheets import FOOT, Sheets, page_frame
from desktop.report.territory.cell_words import cell_in_words
from desktop.report.territory.charts import table_chart
from desktop.report.territory.table import FigureTable
from desktop.report.territory.told import ToldTerritory, method_in_pairs
from desktop.stopping import refuse_if_stopped
from desktop.text import Wording
from desktop.text import wording as wording_of

_GROUPS: tuple[tuple[str, ...], ...] = (
    ("targets", "value-targets", "funnel"),
    ("dimensions", "months"),
    ("size", "sector"),
    ("region", "office"),
    ("province",),
    ("change-",),
    ("areas", "competences"),
    ("kinds", "categories"),
)
"""The tables that stand together; each group begins on a page of its own."""
_NAMES, _NARROWEST = 0.3, 0.15  # of the width
_BESIDE = 8  # points beside the words of a heading
_MOST_IN_CHART = 14  # lines


def build_territory_pdf(found: ToldTerritory, language: str) -> bytes:
    """The document; the same figures give the same bytes on the same machine."""
    wording = wording_of(language)
    register_fonts()
    file = BytesIO()
    document = _Document(file, found, wording)
    document.build(list(_content(found, wording)), canvasmaker=document.canvas)
    return file.getvalue()


def _content(found: ToldTerritory, say: Wording) -> Iterator[Flowable]:
    yield from _head(found, say)
    groups = [[each for name in group for each in found.tables if _is_of(each, name)] for group in _GROUPS]
    for tables in filter(None, groups):
        for table in tables:
            refuse_if_stopped()
            yield from _table(table, say)
        yield PageBreak()
    yield Heading.of(say("How these figures were made"), style.SECTION, "method", 1)
    yield facts(method_in_pairs(found, say), style.WIDTH)


def _head(found: ToldTerritory, say: Wording) -> Iterator[Flowable]:
    if found.brand is not None:
        yield brand_head(found.brand)
        yield Spacer(1, 6)
    yield Heading.of(say("The territory in figures"), style.PAGE_TITLE, "title")
    lead = say.plural(
        "{count} company, on {day}",
        "{count} companies, on {day}",
        found.companies,
        day=found.made_on,
    )
    if found.is_too_small:
        lead = say("Of fewer than five companies no figures leave the hub.")
    yield Text(lead, style.LEAD)
    if found.narrowed:
        narrowed = (say("{name}: {value}", name=name, value=value) for name, value in found.narrowed)
        yield Text(" · ".join(narrowed), style.SMALL_MUTED)


def _is_of(table: FigureTable, name: str) -> bool:
    return table.id.startswith(name) if name.endswith("-") else table.id == name


def _table(table: FigureTable, say: Wording) -> Iterator[Flowable]:
    yield CondPageBreak(160)
    yield Heading.of(table.title, style.SECTION, table.id, 1)
    if table.note:
        yield Text(table.note, style.SMALL_MUTED)
    if len(table.lines) <= _MOST_IN_CHART or table.chart == "months":
        drawing = table_chart(table, say, LIGHT, width=int(style.WIDTH))
        yield Spacer(1, 4)
        yield Figure(drawing, say("Chart: {title}. The same figures are in the table.", title=table.title))
    yield Spacer(1, 6)
    yield _grid(table, say)
    if table.foot:
        yield Text(table.foot, style.SMALL_MUTED)
    yield Spacer(1, 8)


def _grid(table: FigureTable, say: Wording) -> Flowable:
    head: list[Flowable | list[Flowable]] = [Text(table.label, style.LABEL)]
    head += [Text(heading.text, style.LABEL) for heading in table.headings]
    rows: list[Sequence[Any]] = [head]
    for line in table.lines:
        name = style.SMALL_STRONG if line.is_total else style.SMALL
        cells = [
            Text(cell_in_words(cell, heading.kind, say), name)
            for heading, cell in zip(table.headings, line.cells, strict=True)
        ]
        rows.append([Text(line.label, name), *cells])
    widths = [style.WIDTH * _NAMES] + [style.WIDTH * (1 - _NAMES) / len(table.headings)] * len(table.headings)
    if any(_longest_word(heading.text) > widths[-1] for heading in table.headings):
        widths[1:] = [_longest_word(heading.text) for heading in table.headings]
        widths[0] = max(style.WIDTH - sum(widths[1:]), style.WIDTH * _NARROWEST)
    padding = ("RIGHTPADDING", (0, 0), (-1, -1), 6)
    return grid(rows, widths, lined(), padding, repeatRows=1, reads="named rows")


def _longest_word(heading: str) -> float:
    """How wide a column must be for its heading to break between words alone, in points."""
    return text_width(heading.split(), style.LABEL) + _BESIDE


class _Document(Sheets):
    """Pages with a footer that names the hub and the day."""

    def __init__(self, file: BytesIO, found: ToldTerritory, wording: Wording) -> None:
        title = printable(wording("The territory in figures"))
        self._brand = found.brand
        self._hub = printable(found.hub)
        super().__init__(file, found.made_on, wording, title=title, author=self._hub or "Sestante")
        self.addPageTemplates([PageTemplate("page", [page_frame()], onPage=self.footer)])

    def canvas(self, *arguments: Any, **options: Any) -> PlanCanvas:
        """A canvas in the colours of the brand."""
        canvas = super().canvas(*arguments, **options)
        canvas._enforceColorSpace = brand_colours(self._brand)
        return canvas

    def foot(self) -> str:
        """What is printed at the foot of each page."""
        parts = filter(None, (self._hub, self.title, self._wording.date(self._made_on)))
        return shortened(" · ".join(parts), FOOT, FOOTER_SIZE)
