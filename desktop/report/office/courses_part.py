"""The courses in the order of the calendar, each with its reasons; then the weeks, role by role."""

from collections.abc import Iterator

from desktop.content.company import Constraints
from desktop.dossier import Dossier
from desktop.dossier.course_reasons import courses_together
from desktop.planning.plan import PlannedCourse
from desktop.report import prices, terms
from desktop.report.course_words import (
    address_notes,
    bare_address,
    courses_in_words,
    not_kept_in_words,
    offer_in_words,
    reasons_in_words,
    told_together,
    who_in_words,
)
from desktop.report.decision_words import decision_in_words
from desktop.report.no_course_words import empty_plan_in_words
from desktop.report.office.blocks import (
    Block,
    Heading,
    Line,
    Words,
    bullets,
    link,
    muted,
    strong,
)
from desktop.text import Wording


def courses_part(dossier: Dossier, wording: Wording) -> Iterator[Block]:
    """A heading for each course, however many roles take it."""
    if dossier.scope == "scores":
        return
    cards = courses_together(dossier.plan)
    yield Heading(wording("Your courses, and why"), 1)
    if cards:
        yield Line((courses_in_words(dossier, len(cards), wording),))
    else:
        limits: Constraints = dossier.constraints
        yield Line((empty_plan_in_words(dossier.plan, limits, dossier.company, wording),))
    for number, card in enumerate(cards, 1):
        yield from _course(number, card, dossier, wording)
    if dossier.plan.unkept:
        yield Heading(wording("What could not be kept"), 2)
        yield from bullets((said,) for said in not_kept_in_words(dossier, wording))


def _course(
    number: int, card: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording
) -> Iterator[Block]:
    course = card[0].course
    yield Heading(f"{number}. {course.title}", 2)
    yield Line((muted(offer_in_words(card, wording)),))
    if course.url:
        notes = muted(f" ({address_notes(course, dossier.made_on, wording)})")
        yield Line((link(bare_address(course.url), course.url), notes))
    else:
        yield Line((muted(wording("Address: ask the provider.")),))
    if summary := dossier.library.catalogue.summary(course.id, wording.language):
        yield Line((summary,))
    yield from bullets(_when(together, dossier, wording) for together in told_together(card, wording))
    for label, said in reasons_in_words(card, dossier, wording):
        yield Line((strong(f"{label} "), said) if label else (said,))


def _when(together: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording) -> tuple[Words, ...]:
    """When, who, how long and for how much."""
    first = together[0]
    is_for_many = sum(planned.people for planned in together) > 1
    cost_eur = sum(planned.cost_eur for planned in together)
    parts = (
        ", ".join(who_in_words(planned, dossier, wording) for planned in together),
        terms.hours_for_each(first, wording, is_for_many=is_for_many),
        prices.price_in_words(first.course, cost_eur, wording),
        decision_in_words(together, wording),
    )
    dates = strong(f"{terms.dates_in_words(first, dossier.plan, wording)}: ")
    return dates, " · ".join(filter(None, parts))
