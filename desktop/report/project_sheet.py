"""A project of several companies on paper: what it is, what it costs, who is in, what to do and to sign."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, PageBreak, PageTemplate, Spacer

from desktop.content.brand import Brand
from desktop.report import style
from desktop.report.brand_look import brand_head, brand_in_a_line
from desktop.report.column_looks import FIGURES, WORDS
from desktop.report.flowables import (
    Heading,
    Text,
    facts,
    grid,
    height_of,
    height_of_beginning,
    lined,
    listed,
    on_one_page,
    side_by_side,
)
from desktop.report.fonts import printable, register_fonts
from desktop.report.sheets import Sheets, foot_words, page_frame
from desktop.report.tick_box import SIDE, tick_box
from desktop.text import Wording
from desktop.text import wording as wording_of

Pairs = tuple[tuple[str, str], ...]
_SQUEEZED = 1.12
"""How much more than a page holds is made smaller to stay on one; more goes on to the next."""
_ROOM_TO_WRITE, _ROOM_TO_NOTE, _ROOM_BELOW = 20.0, 15.0, 200.0  # points
_BOX, _WHO, _WHEN = SIDE + 16, 0.2, 0.16


@dataclass(frozen=True, slots=True)
class Rows:
    """A table under its heading; `widths` are shares of the page, `note` stands below it.

    One `to_write_on` has taller rows; `of_figures` all columns but the first stand to the right.
    """

    title: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    to_write_on: bool = False
    of_figures: bool = False


@dataclass(frozen=True, slots=True)
class ProjectSheet:
    """What stands on the page; what is empty is left out.

    `sections` are lines under a heading, `terms` and `contacts` names with values; `steps` are ticked by
    hand, where they are `shared_out` with who does them until when; `signing` are lines to write on.
    """

    title: str
    subtitles: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    made_on: date
    terms_title: str = ""
    terms: Pairs = ()
    costs: Rows | None = None
    companies: Rows | None = None
    steps: tuple[str, ...] = ()
    shared_out: bool = False
    contacts: Pairs = ()
    signing_title: str = ""
    signing: tuple[str, ...] = ()


def build_project_sheet(told: ProjectSheet, brand: Brand | None, language: str) -> bytes:
    """The pages as a PDF, one where that can be; the same values give the same bytes on the same machine."""
    register_fonts()
    wording, file = wording_of(language), BytesIO()
    document = _Page(file, told, brand, wording)
    document.build(_pages(told, brand, wording), canvasmaker=document.canvas)
    return file.getvalue()


def _pages(told: ProjectSheet, brand: Brand | None, wording: Wording) -> list[Flowable]:
    """All on one page, or what it is about on one, and whom it concerns on those after it."""
    first = [
        *_head(told, brand, wording),
        *_about(told),
        *_table(told.costs, "costs"),
        *_steps(told, wording),
    ]
    last = [*_table(told.companies, "companies"), *_end(told, wording)]
    if brand is not None:
        last += [Spacer(1, 8), Text(brand_in_a_line(brand), style.SMALL_MUTED)]
    if _fits([*first, *last]):
        return [on_one_page([*first, *last])]
    beginning = [on_one_page(first)] if _fits(first) else first
    return [*beginning, *([PageBreak()] if told.companies else []), *last]


def _fits(content: list[Flowable]) -> bool:
    return height_of(content) <= float(style.HEIGHT * _SQUEEZED)


def _head(told: ProjectSheet, brand: Brand | None, wording: Wording) -> Iterator[Flowable]:
    if brand is not None:
        yield from (brand_head(brand), Spacer(1, 10))
    yield Text(wording("Project of several companies"), style.LABEL)
    yield Heading.of(told.title, style.PAGE_TITLE, "title")
    yield from (Text(line, style.LEAD) for line in told.subtitles)
    yield Spacer(1, 4)


def _about(told: ProjectSheet) -> Iterator[Flowable]:
    """Sections beside the terms, where there are any."""
    sections: list[Flowable] = []
    for number, (title, lines) in enumerate(told.sections):
        if lines:
            sections.append(Heading.of(title, style.SECTION, f"section-{number}", 1))
            sections += listed(Text(line, style.SMALL) for line in lines)
    terms: list[Flowable] = []
    if told.terms:
        terms = [Heading.of(told.terms_title, style.SECTION, "terms", 1), facts(told.terms, style.HALF)]
    if sections and terms and max(height_of(sections), height_of(terms)) < style.HEIGHT / 2:
        yield side_by_side(sections, terms)
    else:
        yield from (*sections, *terms)


def _table(told: Rows | None, name: str) -> Iterator[Flowable]:
    if told is None or not told.rows:
        return
    looks = [WORDS, *[FIGURES if told.of_figures else WORDS] * (len(told.heads) - 1)]
    cells = [[Text(head, look.label) for head, look in zip(told.heads, looks, strict=True)]]
    cells += [[Text(cell, look.cell) for cell, look in zip(row, looks, strict=True)] for row in told.rows]
    table = grid(
        cells,
        [share * style.WIDTH for share in told.widths],
        lined(),
        ("RIGHTPADDING", (0, 0), (-2, -1), 8),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        *([("BOTTOMPADDING", (0, 1), (-1, -1), _room_to_note(len(told.rows)))] if told.to_write_on else []),
        repeatRows=1,
        reads="named rows",
    )
    heading = Heading.of(told.title, style.SECTION, name, 1)
    yield CondPageBreak(min(height_of([heading]) + height_of_beginning(table), style.HEIGHT))
    yield from (heading, table)
    if told.note:
        yield Text(told.note, style.TINY_MUTED)


def _room_to_note(rows: int) -> float:
    """More where a page has few rows."""
    left: float = (style.HEIGHT - _ROOM_BELOW) / rows - _ROOM_TO_NOTE
    return max(_ROOM_TO_NOTE, min(2 * _ROOM_TO_NOTE, left))


def _steps(told: ProjectSheet, wording: Wording) -> Iterator[Flowable]:
    if not told.steps:
        return
    heading = Heading.of(wording("Next steps"), style.SECTION, "steps", 1)
    yield from _together(
        heading, _shared_out(told.steps, wording) if told.shared_out else _ticked(told, wording)
    )


def _ticked(told: ProjectSheet, wording: Wording) -> Flowable:
    rows = [[tick_box(wording), Text(step, style.SMALL)] for step in told.steps]
    return grid(rows, (_BOX, style.WIDTH - _BOX), lined(), reads="list")


def _shared_out(steps: Sequence[str], wording: Wording) -> Flowable:
    """Each with room for who does it until when."""
    say = wording
    heads = [Text(head, style.LABEL) for head in (say("Done"), say("Step"), say("Done by"), say("By"))]
    blank = Text("…" * 9, style.SMALL_MUTED)
    rows = [[tick_box(wording), Text(step, style.SMALL), blank, blank] for step in steps]
    who, when = _WHO * style.WIDTH, _WHEN * style.WIDTH
    widths = (_BOX, style.WIDTH - _BOX - who - when, who, when)
    look = (lined(), ("RIGHTPADDING", (1, 0), (1, -1), 12))
    return grid([heads, *rows], widths, *look, repeatRows=1, reads="rows")


def _end(told: ProjectSheet, wording: Wording) -> Iterator[Flowable]:
    """Whom to ask, and lines to sign."""
    if told.contacts:
        heading = Heading.of(wording("Contacts"), style.SECTION, "contacts", 1)
        yield from _together(heading, facts(told.contacts, style.WIDTH))
    if told.signing:
        heading = Heading.of(told.signing_title, style.SECTION, "signing", 1)
        yield from _together(heading, _to_write(told.signing))


def _together(*content: Flowable) -> Iterator[Flowable]:
    """On one page, by a break before it where the rest of the page is too small."""
    yield CondPageBreak(min(height_of(content), style.HEIGHT))
    yield from content


def _to_write(labels: Sequence[str]) -> Flowable:
    """A line to write on above each label."""
    rule = HRFlowable(width="100%", thickness=0.6, color=style.INK, spaceBefore=0, spaceAfter=3)
    cells = [[Spacer(1, _ROOM_TO_WRITE), rule, Text(label, style.SMALL_MUTED)] for label in labels]
    width = (style.WIDTH - (len(labels) - 1) * style.GUTTER) / len(labels)
    widths = (*(width + style.GUTTER for _ in labels[1:]), width)
    look = (("RIGHTPADDING", (0, 0), (-1, 0), style.GUTTER), ("RIGHTPADDING", (-1, 0), (-1, 0), 0))
    return grid([cells], widths, *look)


class _Page(Sheets):
    """A page whose footer names the project, its day and the hub."""

    def __init__(self, file: BytesIO, told: ProjectSheet, brand: Brand | None, wording: Wording) -> None:
        author = printable(brand.name) if brand else "Sestante"
        super().__init__(file, told.made_on, wording, brand, title=printable(told.title), author=author)
        self.addPageTemplates([PageTemplate("page", [page_frame()], onPage=self.footer)])

    def foot(self) -> str:
        """The project, its day and the hub; long titles give way."""
        hub = "" if self._brand is None else self._brand.name
        return foot_words(self.title, self._wording.date(self._made_on), hub)
