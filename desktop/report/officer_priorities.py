"""The three priorities on the page for the hub: why each matters, and what comes first for it."""

from reportlab.platypus import Flowable, Spacer

from desktop.dossier import Dossier
from desktop.planning import Need
from desktop.planning.priorities import MOST_PRIORITIES, priorities
from desktop.report import style, terms
from desktop.report.advice_words import request_in_words
from desktop.report.flowables import Text, grid, joined, strong
from desktop.text import Wording


def three_priorities(dossier: Dossier, wording: Wording) -> Flowable:
    """A column for each priority; a sentence where there is none."""
    needs = priorities(dossier.plan.needs)
    if all(found.headline is None for found in dossier.competences.values()):
        return Text(wording("No competence has been assessed yet."), style.BODY)
    if not needs:
        return Text(wording("Every competence is at the level a company like this needs."), style.BODY)
    cells = [_priority(index, need, dossier, wording) for index, need in enumerate(needs, 1)]
    width = style.WIDTH / MOST_PRIORITIES
    return grid(
        [cells],
        [width] * len(cells),
        ("LINEBEFORE", (0, 0), (-1, -1), 2, style.ACCENT),
        ("LEFTPADDING", (0, 0), (-1, -1), 8),
    )


def _priority(index: int, need: Need, dossier: Dossier, wording: Wording) -> list[Flowable]:
    name = terms.competence_name(need.competence, dossier, wording.language)
    first = _first_course(need, dossier, wording)
    levels = wording("level {level} of 4 now, goal {target}", level=need.level, target=need.target)
    why = dossier.library.catalogue.why_target(need.competence, wording.language)
    return [
        Text(f"{index}. {name}", style.SMALL_STRONG),
        Text(levels, style.TINY_MUTED),
        Spacer(1, 2),
        Text(why, style.TINY),
        Spacer(1, 2),
        Text(first, style.TINY),
    ]


def _first_course(need: Need, dossier: Dossier, wording: Wording) -> str:
    teaching = [
        planned
        for planned in dossier.plan.courses
        if any(step.competence == need.competence for step in planned.steps)
    ]
    if teaching:
        first = min(teaching, key=lambda planned: (planned.first_week, planned.course.id))
        when = terms.dates_in_words(first, dossier.plan, wording)
        return joined((strong(wording("First course:")), f"{first.course.title}, {when}"))
    gaps = [gap for gap in dossier.plan.open_gaps if gap.competence == need.competence]
    if not gaps:
        return wording("No course in this plan.")
    request = request_in_words(gaps, dossier.library, dossier.company, wording)
    return " ".join(filter(None, (terms.reason_in_words(gaps[0], wording), request)))
