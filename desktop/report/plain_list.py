"""A plain list on paper: a title, a sentence, and a table of texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlainList:
    """What stands on it; `shares` of the width for the columns add up to one."""

    title: str
    lead: str
    labels: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[float]
    made_on: date


def build_list_pdf(told: PlainList, language: str) -> bytes:
    """The list as a PDF."""
    from desktop.report import style
    from desktop.report.flowables import Heading, Text
    from desktop.report.fonts import register_fonts
    from desktop.report.holding.document import built
    from desktop.report.holding.tables import lines
    from desktop.text import wording

    register_fonts()
    content = [Heading.of(told.title, style.PAGE_TITLE, "title"), Text(told.lead, style.LEAD)]
    if told.rows:
        content.append(lines(told.labels, told.rows, told.shares))
    return built(content, told.title, told.made_on, wording(language))
