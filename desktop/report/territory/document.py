"""The figures of a territory as a PDF, and how they were made."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, PageTemplate, Spacer

from desktop.report import style
from desktop.report.brand_look import brand_head
from desktop.report.column_looks import FIGURES, WORDS
from desktop.report.flowables import (
    Figure,
    Grid,
    Heading,
    Text,
    facts,
    grid,
    height_of,
    height_of_beginning,
    lined,
    text_width,
)
from desktop.report.fonts import printable, register_fonts
from desktop.report.palette import LIGHT
from desktop.report.sheets import Sheets, foot_words, page_frame
from desktop.report.territory.cell_words import cell_in_words
from desktop.report.territory.charts import table_chart
from desktop.report.territory.table import FigureTable
from desktop.report.territory.told import ToldTerritory, method_in_pairs
from desktop.stopping import refuse_if_stopped
from desktop.text import Wording
from desktop.text import wording as wording_of

_ORDER = (
    *("targets", "value-targets", "funnel"),
    *("dimensions", "months"),
    *("size", "sector", "region", "office", "province"),
    "change-",
    *("areas", "competences"),
    *("kinds", "categories"),
)
_NAMES, _NARROWEST = 0.3, 0.15  # of the width
_BESIDE, _WIDEST = 8, 92.0  # points beside the words of a heading, and of a column of figures
_MOST_IN_CHART = 14  # lines
_WHOLE = style.HEIGHT / 2  # a table higher than this may go on on the next page


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
    for name in _ORDER:
        for table in found.tables:
            if _is_of(table, name):
                refuse_if_stopped()
                yield from _table(table, say)
    method = [
        Heading.of(say("How these figures were made"), style.SECTION, "method", 1),
        facts(method_in_pairs(found, say), style.WIDTH),
    ]
    yield CondPageBreak(min(height_of(method), style.HEIGHT))
    yield from method


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
    """A table below its chart: whole where half a page holds it, else never its heading alone."""
    head: list[Flowable] = [Heading.of(table.title, style.SECTION, table.id, 1)]
    if table.note:
        head.append(Text(table.note, style.SMALL_MUTED))
    if len(table.lines) <= _MOST_IN_CHART or table.chart == "months":
        drawing = table_chart(table, say, LIGHT, width=int(style.WIDTH))
        words = say("Chart: {title}. The same figures are in the table.", title=table.title)
        head += [Spacer(1, 4), Figure(drawing, words)]
    head.append(Spacer(1, 6))
    made, foot = _grid(table, say), [Text(table.foot, style.SMALL_MUTED)] if table.foot else []
    whole, beginning = height_of([*head, made, *foot]), height_of(head) + height_of_beginning(made)
    yield CondPageBreak(whole if whole <= _WHOLE else min(beginning, style.HEIGHT))
    yield from (*head, made, *foot, Spacer(1, 8))


def _grid(table: FigureTable, say: Wording) -> Grid:
    head: list[Flowable | list[Flowable]] = [Text(table.label, WORDS.label)]
    head += [Text(heading.text, FIGURES.label) for heading in table.headings]
    rows: list[Sequence[Any]] = [head]
    for line in table.lines:
        name, figure = (look.strong if line.is_total else look.cell for look in (WORDS, FIGURES))
        cells = [
            Text(cell_in_words(cell, heading.kind, say), figure)
            for heading, cell in zip(table.headings, line.cells, strict=True)
        ]
        rows.append([Text(line.label, name), *cells])
    wide = min(style.WIDTH * (1 - _NAMES) / len(table.headings), _WIDEST)
    figures = [wide] * len(table.headings)
    if any(_longest_word(heading.text) > wide for heading in table.headings):
        figures = [_longest_word(heading.text) for heading in table.headings]
    names = max(style.WIDTH - sum(figures), style.WIDTH * _NARROWEST)
    flush = (("LEFTPADDING", (1, 0), (-1, -1), _BESIDE), ("RIGHTPADDING", (1, 0), (-1, -1), 0))
    return grid(rows, [names, *figures], lined(), *flush, repeatRows=1, reads="named rows")


def _longest_word(heading: str) -> float:
    """How wide a column must be for its heading to break between words alone, in points."""
    return text_width(heading.split(), style.LABEL) + _BESIDE


class _Document(Sheets):
    """Pages with a footer that names the hub and the day."""

    def __init__(self, file: BytesIO, found: ToldTerritory, wording: Wording) -> None:
        title = printable(wording("The territory in figures"))
        self._hub = printable(found.hub)
        author = self._hub or "Sestante"
        super().__init__(file, found.made_on, wording, found.brand, title=title, author=author)
        self.addPageTemplates([PageTemplate("page", [page_frame()], onPage=self.footer)])

    def foot(self) -> str:
        """What is printed at the foot of each page."""
        return foot_words(self.title, self._wording.date(self._made_on), self._hub)
