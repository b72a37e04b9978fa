"""How everything in the plan was computed, and from which versions of which content."""

from reportlab.platypus import Flowable, KeepTogether

from desktop.dossier import Dossier
from desktop.report import style
from desktop.report.flowables import Heading, Text, grid, lined
from desktop.report.method_words import method_notes
from desktop.text import Wording

_NAMES = 0.22


def method(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The note, in one piece."""
    rows = [
        [Text(title, style.TINY_STRONG), Text(words, style.TINY)]
        for title, words in method_notes(dossier, wording)
    ]
    widths = (style.WIDTH * _NAMES, style.WIDTH * (1 - _NAMES))
    heading = Heading.of(wording("How this was computed"), style.PAGE_TITLE, "method")
    table = grid(rows, widths, lined(), ("RIGHTPADDING", (0, 0), (0, -1), 14), reads="named rows")
    return [KeepTogether([heading, table])]
