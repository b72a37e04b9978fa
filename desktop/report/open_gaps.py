"""What stays open: the competences the plan does not bring to the level needed, by reason."""

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.report import style
from desktop.report.brevity import is_first_look
from desktop.report.course_words import gap_in_words, why_open_in_words
from desktop.report.flowables import Heading, Text, grid, height_of, height_of_beginning, lined
from desktop.report.remedy_words import gaps_by_reason
from desktop.text import Wording

_NAMES = 0.38


def _why_open(told: tuple[str, ...]) -> list[Flowable]:
    """The reason the gaps have in common, and what to ask the hub for."""
    reason, *others = told
    return [Text(reason, style.SMALL_MUTED), *(Text(sentence, style.SMALL) for sentence in others)]


def open_gaps(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The competences the plan leaves below their goal, by reason; not where there are none, or in short."""
    gaps = dossier.plan.open_gaps
    if not gaps or is_first_look(dossier):
        return []
    rows = [
        [
            Text("; ".join(gap_in_words(gap, dossier, wording) for gap in alike), style.SMALL),
            _why_open(why_open_in_words(alike, dossier, wording)),
        ]
        for alike in gaps_by_reason(gaps, wording).values()
    ]
    heading = Heading.of(wording("What stays open"), style.SECTION, "gaps", 1)
    lead = Text(wording("Competences the plan does not bring to the level you need, and why."), style.BODY)
    widths = (style.WIDTH * _NAMES, style.WIDTH * (1 - _NAMES))
    table = grid(rows, widths, lined(), ("RIGHTPADDING", (0, 0), (0, -1), 14), reads="named rows")
    opening = [heading, lead, Spacer(1, 3)]
    return [CondPageBreak(height_of(opening) + height_of_beginning(table)), *opening, table]
