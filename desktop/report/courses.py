"""The courses in the order of the calendar, each with its reasons; and the gaps that stay open."""

from datetime import date

from reportlab.platypus import CondPageBreak, Flowable, Spacer
from typing_extensions import override

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.dossier import Dossier
from desktop.dossier.course_reasons import courses_together
from desktop.planning.plan import OpenGap, PlannedCourse
from desktop.report import prices, style, terms
from desktop.report.course_words import (
    address_notes,
    bare_address,
    courses_in_words,
    gap_in_words,
    not_kept_in_words,
    offer_in_words,
    reasons_in_words,
    told_together,
    who_in_words,
    why_open_in_words,
)
from desktop.report.decision_words import decision_in_words
from desktop.report.flowables import (
    Grid,
    Heading,
    Text,
    grid,
    height_of,
    height_of_beginning,
    joined,
    lined,
    link,
    listed,
    muted,
    strong,
)
from desktop.report.no_course_words import empty_plan_in_words
from desktop.report.remedy_words import gaps_by_reason
from desktop.text import Wording

_SIDE = 104.0
_ROOM = 140
_REASONS_SHOWN = 2


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
    opening = [heading, Text(courses_in_words(dossier, len(cards), wording), style.BODY), Spacer(1, 8)]
    content = [CondPageBreak(height_of([*opening, first.what])), *opening, first, Spacer(1, 7)]
    for card in others:
        content += [card, Spacer(1, 7)]
    return [*content, *_not_kept(dossier, wording)]


def _not_kept(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """What was wanted or under way and is not in the plan, each with the reason; nothing where all is."""
    if not dossier.plan.unkept:
        return []
    lines: list[Flowable] = [Text(wording("What could not be kept"), style.SMALL_STRONG)]
    lines += [Text(told, style.SMALL_MUTED) for told in not_kept_in_words(dossier, wording)]
    return [CondPageBreak(min(_ROOM, height_of(lines))), *lines, Spacer(1, 7)]


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
    title.language = course.languages[0] if len(course.languages) == 1 else ""
    summary = dossier.library.catalogue.summary(course.id, wording.language)
    side: list[Flowable] = []
    for together in told_together(card, wording):
        side += _roles(together, dossier, wording)
    what: list[Flowable] = [title, Text(offer_in_words(card, wording), style.SMALL_MUTED)]
    if address := _address(course, dossier.made_on, wording):
        what.append(Text(address, style.ADDRESS))
    if summary:
        what += [Spacer(1, 2), Text(summary, style.BODY)]
    told = reasons_in_words(card, dossier, wording)
    why = listed(Text(joined((strong(label), line)) if label else line, style.SMALL) for label, line in told)
    widths = (_SIDE, style.WIDTH - _SIDE)
    rule = ("LINEABOVE", (0, 0), (-1, 0), 1, style.ACCENT)
    look = (("TOPPADDING", (0, 0), (-1, -1), 5), ("RIGHTPADDING", (0, 0), (0, 0), 10))
    whole = _Card.of([[side, [*what, Spacer(1, 2), *why]]], widths, rule, *look)
    whole.what = grid([[side, what]], widths, rule, *look)
    again = Text(wording("{title} (continued)", title=f"{number}. {course.title}"), style.SMALL_MUTED)
    whole.why = grid([["", [again, *why]]], widths, *look)
    return whole


def _roles(together: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording) -> list[Flowable]:
    """When, who, how long and for how much, told once for roles with the same weeks and hours."""
    first = together[0]
    dates = terms.dates_in_words(first, dossier.plan, wording)
    is_for_many = sum(planned.people for planned in together) > 1
    cost_eur = sum(planned.cost_eur for planned in together)
    decided = decision_in_words(together, wording)
    return [
        Text(dates, style.TINY_STRONG),
        *(Text(who_in_words(planned, dossier, wording), style.TINY) for planned in together),
        Text(terms.hours_for_each(first, wording, is_for_many=is_for_many), style.TINY),
        Text(prices.price_in_words(first.course, cost_eur, wording), style.TINY),
        *([Text(decided, style.TINY_STRONG)] if decided else []),
        Spacer(1, 5),
    ]


def _address(course: CourseEntry, day: date, wording: Wording) -> str:
    if not course.url:
        return muted(wording("Address: ask the provider."))
    notes = address_notes(course, day, wording)
    return joined((link(bare_address(course.url), course.url), muted(f"({notes})")))


def _why_open(gaps: list[OpenGap], dossier: Dossier, wording: Wording) -> list[Flowable]:
    reason, *others = why_open_in_words(gaps, dossier, wording)
    return [Text(reason, style.SMALL_MUTED), *(Text(sentence, style.SMALL) for sentence in others)]


def open_gaps(dossier: Dossier, wording: Wording) -> list[Flowable]:
    """The competences the plan leaves below their goal, by reason; nothing where there are none."""
    gaps = dossier.plan.open_gaps
    if not gaps:
        return []
    rows = [
        [
            [Text(gap_in_words(gap, dossier, wording), style.SMALL) for gap in alike],
            _why_open(alike, dossier, wording),
        ]
        for alike in gaps_by_reason(gaps, wording).values()
    ]
    heading = Heading.of(wording("What stays open"), style.SECTION, "gaps", 1)
    lead = Text(wording("Competences the plan does not bring to the level you need, and why."), style.BODY)
    widths = (style.WIDTH * 0.5, style.WIDTH * 0.5)
    table = grid(rows, widths, lined(), ("RIGHTPADDING", (0, 0), (0, -1), 14), reads="named rows")
    opening = [heading, lead, Spacer(1, 3)]
    return [CondPageBreak(height_of(opening) + height_of_beginning(table)), *opening, table]
