"""Why a course is in the plan, in words for paper and window: what it opens, what would be without it.

The figures are the whole plan's: an alternative comes from making the plan anew, so it says nothing of the
hours or the price of one course against another.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from desktop.dossier import Dossier
from desktop.planning.plan import Plan, PlannedCourse
from desktop.report.terms import role_name
from desktop.report.typography import lowered
from desktop.text import Wording


def opening_in_words(card: Sequence[PlannedCourse], plan: Plan, wording: Wording) -> str:
    """What a course that raises nothing by itself is good for."""
    titles = dict.fromkeys(
        other.course.title
        for planned in card
        for other in plan.courses
        if other.role == planned.role and any(planned.course.id in names for names in other.course.after)
    )
    if not titles and any(planned.decision for planned in card):
        return wording("It is in the plan because you decided so.")
    if not titles:
        return wording("Chosen because another course of the plan builds on it.")
    courses = ", ".join(wording("“{question}”", question=title) for title in titles)
    return wording("Opens the way to {courses}.", courses=courses)


def loss_in_words(card: Sequence[PlannedCourse], plan: Plan, wording: Wording) -> str:
    """What the plan would be worth if the course were struck out."""
    share = _share(sum(planned.value for planned in card), plan, wording)
    if len(card) == 1:
        return wording("If nothing took its place, the plan would be worth {share} less.", share=share)
    return wording("If nothing took its place, the plan would be worth at least {share} less.", share=share)


def next_best_in_words(card: Sequence[PlannedCourse], dossier: Dossier, wording: Wording) -> Iterator[str]:
    """What the plan made anew without the course would be like, for each role that takes it."""
    told: dict[str, list[str]] = {}
    for planned in card:
        role = role_name(planned.role, dossier, wording.language)
        told.setdefault(_next_best(planned, dossier, wording), []).append(role)
    for sentence, roles in told.items():
        yield sentence if len(card) == 1 else f"{', '.join(roles)}: {lowered(sentence)}"


def _next_best(planned: PlannedCourse, dossier: Dossier, wording: Wording) -> str:
    replacing = dossier.library.catalogue.courses.get(planned.alternative or "")
    lost = planned.lost_with_alternative
    if replacing is None and lost >= planned.value > 0:
        return wording("Nothing in the catalogue would make up for it within these limits.")
    share = _share(lost, dossier.plan, wording)
    if replacing is None and lost:
        return wording("Recalculated without it, the plan would be worth {share} less.", share=share)
    if replacing is None:
        return wording("Recalculated without it, the plan would be worth as much.")
    if lost:
        return wording(
            "Recalculated without it, the plan would take “{title}” and be worth {share} less.",
            title=replacing.title,
            share=share,
        )
    return wording(
        "Recalculated without it, the plan would take “{title}” and be worth as much.", title=replacing.title
    )


def _share(points: int, plan: Plan, wording: Wording) -> str:
    """Points as a share of the whole plan, never rounded down to nothing."""
    percent = Fraction(100 * points, max(1, plan.value))
    if percent >= 1:
        return wording("{percent}%", percent=wording.number(percent))
    return wording("{percent}%", percent=wording.number(max(percent, Fraction(1, 10)), 1))
