"""What stays open: the competences the plan does not bring to the level needed, by reason."""

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from desktop.dossier import Dossier
from desktop.planning.plan import OpenGap
from desktop.report import style, terms
from desktop.report.advice_words import request_in_words
from desktop.report.brevity import is_first_look
from desktop.report.flowables import Heading, Text, grid, height_of, height_of_beginning, lined
from desktop.report.remedy_words import RemedyWords, gaps_by_reason
from desktop.text import Wording

_NAMES = 0.38


def _why_open(gaps: list[OpenGap], dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The reason the gaps have in common, and what to ask the hub for."""
    request = request_in_words(gaps, dossier.library, dossier.company, wording)
    told = [Text(terms.reason_in_words(gaps[0], wording), style.SMALL_MUTED)]
    words = RemedyWords(dossier.library.catalogue, wording)
    told += [Text(sentence, style.SMALL) for sentence in words.together(gaps)]
    return [*told, Text(request, style.SMALL)] if request else told


def _levels(gap: OpenGap, dossier: Dossier, wording: Wording) -> str:
    name = terms.competence_name(gap.competence, dossier, wording.language)
    if gap.level >= gap.target:
        return wording("{competence}: level {level}", competence=name, level=gap.level)
    return wording(
        "{competence}: levels {level} to {target}", competence=name, level=gap.level, target=gap.target
    )


def open_gaps(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The competences the plan leaves below their goal, by reason; not where there are none, or in short."""
    gaps = dossier.plan.open_gaps
    if not gaps or is_first_look(dossier):
        return []
    rows = [
        [
            Text("; ".join(_levels(gap, dossier, wording) for gap in alike), style.SMALL),
            _why_open(alike, dossier, wording),
        ]
        for alike in gaps_by_reason(gaps, wording).values()
    ]
    heading = Heading.of(wording("What stays open"), style.SECTION, "gaps", 1)
    lead = Text(wording("Competences the plan does not bring to the level you need, and why."), style.BODY)
    widths = (style.WIDTH * _NAMES, style.WIDTH * (1 - _NAMES))
    table = grid(rows, widths, lined(), ("RIGHTPADDING", (0, 0), (0, -1), 14))
    opening = [heading, lead, Spacer(1, 3)]
    return [CondPageBreak(height_of(opening) + height_of_beginning(table)), *opening, table]
