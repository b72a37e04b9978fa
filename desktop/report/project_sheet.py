"""A project of several companies on one page, to put on a table or send."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, PageTemplate, Spacer

from desktop.content.brand import Brand
from desktop.report import style
from desktop.report.brand_look import brand_colours, brand_head, brand_in_a_line
from desktop.report.canvas import FOOTER_SIZE, PlanCanvas
from desktop.report.drawing_text import shortened
from desktop.report.flowables import Heading, Text, grid, lined, listed, on_one_page
from desktop.report.fonts import REGULAR, printable, register_fonts
from desktop.report.sheets import FOOT, Sheets, page_frame
from desktop.scripts import apart
from desktop.text import Wording
from desktop.text import wording as wording_of

_MOST_NAMES = 60
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class ProjectSheet:
    """What stands on the page: sections of lines under a heading, then names, which may be none."""

    title: str
    subtitles: tuple[str, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    names: tuple[str, ...]
    made_on: date


def build_project_sheet(told: ProjectSheet, brand: Brand | None, language: str) -> bytes:
    """The page as a PDF; the same values give the same bytes on the same machine."""
    register_fonts()
    wording, file = wording_of(language), BytesIO()
    document = _Page(file, told, brand, wording)
    document.build([on_one_page(_story(told, brand, wording))], canvasmaker=document.canvas)
    return file.getvalue()


def _story(told: ProjectSheet, brand: Brand | None, wording: Wording) -> list[Flowable]:
    content: list[Flowable] = []
    if brand is not None:
        content += [brand_head(brand), Spacer(1, 10)]
    content.append(Text(wording("Project of several companies"), style.LABEL))
    content.append(Heading.of(told.title, style.PAGE_TITLE, "title"))
    content += [Text(line, style.LEAD) for line in told.subtitles]
    for number, (title, lines) in enumerate(told.sections):
        if lines:
            content.append(Heading.of(title, style.SECTION, f"section-{number}", 1))
            content += listed(Text(line, style.BODY) for line in lines)
    if told.names:
        title = wording.plural("{count} company", "{count} companies", len(told.names))
        content.append(Heading.of(title, style.SECTION, "companies", 1))
        content += _names(told.names, wording)
    if brand is not None:
        content += [Spacer(1, 12), Text(brand_in_a_line(brand), style.SMALL_MUTED)]
    return content


def _names(names: Sequence[str], wording: Wording) -> list[Flowable]:
    shown = names[:_MOST_NAMES]
    cells: list[Any] = [Text(name, style.SMALL) for name in shown]
    cells += [""] * (-len(cells) % _COLUMNS)
    rows = [cells[at : at + _COLUMNS] for at in range(0, len(cells), _COLUMNS)]
    made: list[Flowable] = [grid(rows, (style.HALF + style.GUTTER, style.HALF), lined())]
    if left := len(names) - len(shown):
        made.append(Text(wording("… and {count} more.", count=left), style.SMALL_MUTED))
    return made


class _Page(Sheets):
    """A page whose footer names the project, its day and the hub."""

    def __init__(self, file: BytesIO, told: ProjectSheet, brand: Brand | None, wording: Wording) -> None:
        self._brand = brand
        author = printable(brand.name) if brand else "Sestante"
        super().__init__(file, told.made_on, wording, title=printable(told.title), author=author)
        self.addPageTemplates([PageTemplate("page", [page_frame()], onPage=self.footer)])

    def canvas(self, *arguments: Any, **options: Any) -> PlanCanvas:
        """A canvas with the brand."""
        canvas = super().canvas(*arguments, **options)
        canvas._enforceColorSpace = brand_colours(self._brand)
        return canvas

    def foot(self) -> str:
        """The project, its day and the hub; long titles give way."""
        day = self._wording.date(self._made_on)
        hub = f" · {shortened(self._brand.name, FOOT / 2 - 20, FOOTER_SIZE)}" if self._brand else ""
        room = FOOT - stringWidth(f" · {day}{hub}", REGULAR, FOOTER_SIZE)
        return f"{apart(shortened(self.title, room, FOOTER_SIZE))} · {day}{hub}"
