"""A course of the plan in words, and what the plan leaves open; for paper and for editable copies."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import groupby

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.dossier import Dossier
from desktop.dossier.course_reasons import lifts, weak_answers
from desktop.planning.plan import OpenGap, PlannedCourse
from desktop.report import prices, terms
from desktop.report.advice_words import request_in_words
from desktop.report.answer_words import evidence_in_words
from desktop.report.decision_words import decision_in_words, unkept_in_words
from desktop.report.reasons import loss_in_words, next_best_in_words, opening_in_words
from desktop.report.remedy_words import RemedyWords
from desktop.report.typography import lowered
from desktop.text import Wording

_REASONS_SHOWN = 2


def courses_in_words(dossier: Dossier, count: int, wording: Wording) -> str:
    """How many courses, and what they cost together."""
    number = wording.plural("{count} course", "{count} courses", count)
    if not dossier.plan.cost_eur and not prices.prices_to_confirm(dossier.plan, wording):
        return wording(
            "{courses} in the order of the calendar, free of charge. "
            "Each card says which of your answers led to it.",
            courses=number,
        )
    return wording(
        "{courses} in the order of the calendar; total cost {cost}. "
        "Each card says which of your answers led to it.",
        courses=number,
        cost=prices.total_in_words(dossier.plan, wording),
    )


def told_together(card: Sequence[PlannedCourse], wording: Wording) -> Iterator[tuple[PlannedCourse, ...]]:
    """A course's roles by date; those with the same weeks, hours and decision stand together."""
    by_date = sorted(card, key=lambda planned: (planned.first_week, planned.last_week))
    for _, together in groupby(by_date, key=partial(_told_alike, wording)):
        yield tuple(together)


def _told_alike(wording: Wording, planned: PlannedCourse) -> tuple[int, int, Fraction, str]:
    """What roles must have in common to be told together."""
    decided = decision_in_words((planned,), wording)
    return planned.first_week, planned.last_week, planned.hours, decided


def who_in_words(planned: PlannedCourse, dossier: Dossier, wording: Wording) -> str:
    """The role, and how many of its people where there are several."""
    role = terms.role_name(planned.role, dossier, wording.language)
    return wording("{role} × {people}", role=role, people=planned.people) if planned.people > 1 else role


def offer_in_words(card: Sequence[PlannedCourse], wording: Wording) -> str:
    """Who holds the course, in which language and form, with which certificate."""
    first, course = card[0], card[0].course
    provider = course.provider
    if course.platform and course.platform.casefold() not in provider.casefold():
        provider = f"{provider} ({course.platform})"
    parts = (
        provider,
        terms.offered_language(first, wording),
        terms.format_in_words(course, wording),
        terms.certificate_in_words(course, wording),
    )
    return " · ".join(parts)


def bare_address(address: str) -> str:
    """A web address as it is shown."""
    return address.removeprefix("https://").removeprefix("www.").rstrip("/")


def address_notes(course: CourseEntry, day: date, wording: Wording) -> str:
    """What to know of a course's page: how old its facts are, whether to look further there."""
    notes = []
    if course.url_kind == "topic_page":
        notes.append(wording("a page of the subject: look for the course there"))
    if course.status == "check":
        notes.append(wording("check that it is still offered"))
    notes.append(terms.as_of_in_words(course.as_of, day, wording))
    return "; ".join(notes)


def reasons_in_words(
    card: Sequence[PlannedCourse], dossier: Dossier, wording: Wording, *, most: int = _REASONS_SHOWN
) -> Iterator[tuple[str, str]]:
    """Why a course is in the plan: sentences, each with what introduces it, which may be empty.

    `most` is how many answers are told.
    """
    named = [
        wording(
            "{competence} from level {low} to {high}",
            competence=terms.competence_name(competence, dossier, wording.language),
            low=low,
            high=high,
        )
        for competence, low, high in lifts(card)
    ]
    if named:
        yield wording("Raises:"), "; ".join(named)
    else:
        yield "", opening_in_words(card, dossier.plan, wording)
    evidence = list(weak_answers(card, dossier, most))
    if evidence:
        first, *others = evidence_in_words(evidence, dossier, wording)
        yield wording("Because you said:"), first
        yield from (("", other) for other in others)
    if not named and any(planned.decision for planned in card):
        return
    without = (loss_in_words(card, dossier.plan, wording), *next_best_in_words(card, dossier, wording))
    yield wording("Without it:"), lowered(" ".join(without))


def not_kept_in_words(dossier: Dossier, wording: Wording) -> Iterator[str]:
    """What was wanted or under way and is not in the plan, each with the reason."""
    known = dossier.library.catalogue.courses
    for each in dossier.plan.unkept:
        course = known.get(each.decision.course)
        title = course.title if course else each.decision.course
        role = terms.role_name(each.decision.role, dossier, wording.language)
        yield f"{title} ({role}). {unkept_in_words(each, wording)}"


def why_open_in_words(gaps: Sequence[OpenGap], dossier: Dossier, wording: Wording) -> tuple[str, ...]:
    """The reason the gaps have in common; what would close them, and what to ask the hub for."""
    words = RemedyWords(dossier.library.catalogue, wording)
    request = request_in_words(gaps, dossier.library, dossier.company, wording)
    told = (terms.reason_in_words(gaps[0], wording), *words.together(gaps), request)
    return tuple(filter(None, told))


def gap_in_words(gap: OpenGap, dossier: Dossier, wording: Wording) -> str:
    """The competence with the levels that stay open."""
    name = terms.competence_name(gap.competence, dossier, wording.language)
    if gap.level >= gap.target:
        return wording("{competence}: level {level}", competence=name, level=gap.level)
    return wording(
        "{competence}: levels {level} to {target}", competence=name, level=gap.level, target=gap.target
    )
