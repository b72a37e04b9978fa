"""The courses in the order of the calendar, each with its reasons; and the gaps that stay open."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, Spacer
from typing_extensions import override

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.dossier import Dossier
from desktop.dossier.course_reasons import courses_together, lifts, weak_answers
from desktop.planning.plan import PlannedCourse
from desktop.report import prices, style, terms
from desktop.report.answer_words import evidence_in_words
from desktop.report.decision_words import decision_in_words, unkept_in_words
from desktop.report.flowables import (
    Grid,
    Heading,
    Text,
    grid,
    height_of,
    joined,
    link,
    muted,
    strong,
)
from desktop.report.no_course_words import empty_plan_in_words
from desktop.report.qr import qr_drawing
from desktop.report.reasons import loss_in_words, next_best_in_words, opening_in_words
from desktop.report.typography import lowered
from desktop.text import Wording

_CODE = 80.0
_ROOM = 140
_REASONS_SHOWN = 1


def courses(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """A card for each course, however many roles take it."""
    cards = courses_together(dossier.plan)
    heading = Heading.of(wording("Your courses, and why"), style.PAGE_TITLE, "courses")
    if not cards:
        told = empty_plan_in_words(dossier.plan, dossier.constraints, dossier.company, wording)
        return [CondPageBreak(_ROOM), heading, Text(told, style.BODY), *_not_kept(dossier, wording)]
    pieces = [_card(number, card, dossier, wording) for number, card in enumerate(cards, 1)]
    first, *others = pieces
    first.least = 0
    opening = [heading, Text(_lead(dossier, len(cards), wording), style.BODY), Spacer(1, 8)]
    content = [CondPageBreak(height_of([*opening, first.what])), *opening, first, Spacer(1, 7)]
    for card in others:
        content += [card, Spacer(1, 7)]
    return [*content, *_not_kept(dossier, wording)]


def _not_kept(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """What was wanted or under way and is not in the plan, each with the reason; nothing where all is."""
    unkept = dossier.plan.unkept
    if not unkept:
        return []
    known = dossier.library.catalogue.courses
    lines: list[Flowable] = [Text(wording("What could not be kept"), style.SMALL_STRONG)]
    for each in unkept:
        course = known.get(each.decision.course)
        title = course.title if course else each.decision.course
        role = terms.role_name(each.decision.role, dossier, wording.language)
        lines.append(Text(f"{title} ({role}). {unkept_in_words(each, wording)}", style.SMALL_MUTED))
    return [CondPageBreak(min(_ROOM, height_of(lines))), *lines, Spacer(1, 7)]


def _lead(dossier: Dossier, count: int, wording: Wording) -> str:
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


class _Card(Grid):
    """A course in one piece; torn between what it is and why only where much of a page would stay blank."""

    what: Grid
    why: Grid
    least = style.HEIGHT / 4

    @override
    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        has_room = availHeight >= max(self.least, height_of([self.what]))
        return [self.what, self.why] if has_room else []


def _card(number: int, card: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording) -> _Card:
    course = card[0].course
    title = Heading.of(f"{number}. {course.title}", style.BLOCK, f"course-{course.id}", 1)
    summary = dossier.library.catalogue.summary(course.id, wording.language)
    what: list[Flowable] = [
        title,
        *_facts(card, dossier, wording),
        Text(_offer(card, wording), style.SMALL_MUTED),
    ]
    if summary:
        what += [Spacer(1, 2), Text(summary, style.BODY)]
    address = _address(course, dossier.made_on, wording)
    why = [
        *(Text(line, style.SMALL) for line in _reasons(card, dossier, wording)),
        Text(address, style.ADDRESS),
    ]
    code: Flowable | str = ""
    if course.url:
        says = wording("Code that opens the page of the course")
        code = qr_drawing(course.url, alternative=says, correction="L")
    widths = (style.WIDTH - _CODE, _CODE)
    look = (
        ("LINEABOVE", (0, 0), (-1, 0), 1, style.ACCENT),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (1, 0), (1, 0), 0),
        ("ALIGN", (1, 0), (1, 0), "RIGHT"),
    )
    whole = _Card.of([[[*what, Spacer(1, 2), *why], code]], widths, *look)
    whole.what = grid([[what, code]], widths, *look)
    again = Text(wording("{title} (continued)", title=f"{number}. {course.title}"), style.SMALL_MUTED)
    whole.why = grid([[[again, *why], ""]], widths, *look[1:])
    return whole


def _facts(card: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording) -> Iterator[Flowable]:
    """A line for the roles with the same weeks and hours: when, who, how long and for how much."""
    by_date = sorted(card, key=lambda planned: (planned.first_week, planned.last_week))
    for _, found in groupby(by_date, key=partial(_told_alike, wording)):
        together = tuple(found)
        first = together[0]
        is_for_many = sum(planned.people for planned in together) > 1
        cost_eur = sum(planned.cost_eur for planned in together)
        told = (
            terms.dates_in_words(first, dossier.plan, wording),
            ", ".join(_who(planned, dossier, wording) for planned in together),
            terms.hours_for_each(first, wording, is_for_many=is_for_many),
            prices.price_in_words(first.course, cost_eur, wording),
            decision_in_words(together, wording),
        )
        yield Text(" · ".join(filter(None, told)), style.SMALL_STRONG)


def _told_alike(wording: Wording, planned: PlannedCourse) -> tuple[int, int, Fraction, str]:
    """What roles must have in common to be told together."""
    decided = decision_in_words((planned,), wording)
    return planned.first_week, planned.last_week, planned.hours, decided


def _who(planned: PlannedCourse, dossier: Dossier, wording: Wording) -> str:
    role = terms.role_name(planned.role, dossier, wording.language)
    return wording("{role} × {people}", role=role, people=planned.people) if planned.people > 1 else role


def _offer(card: tuple[PlannedCourse, ...], wording: Wording) -> str:
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


def _address(course: CourseEntry, day: date, wording: Wording) -> str:
    if not course.url:
        return muted(wording("Address: ask the provider."))
    shown = link(course.url.removeprefix("https://").removeprefix("www.").rstrip("/"), course.url)
    notes = []
    if course.url_kind == "topic_page":
        notes.append(wording("a page of the subject: look for the course there"))
    if course.status == "check":
        notes.append(wording("check that it is still offered"))
    notes.append(terms.as_of_in_words(course.as_of, day, wording))
    return joined((shown, muted(f"({'; '.join(notes)})")))


def _reasons(card: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording) -> Iterator[str]:
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
        yield joined((strong(wording("Raises:")), "; ".join(named)))
    else:
        yield opening_in_words(card, dossier.plan, wording)
    evidence = list(weak_answers(card, dossier, _REASONS_SHOWN))
    if evidence:
        first, *others = evidence_in_words(evidence, dossier, wording)
        yield joined((strong(wording("Because you said:")), first))
        yield from others
    if not named and any(planned.decision for planned in card):
        return
    without = (loss_in_words(card, dossier.plan, wording), *next_best_in_words(card, dossier, wording))
    yield joined((strong(wording("Without it:")), lowered(" ".join(without))))
