"""The courses in the order of the calendar, each with its reasons and a code that opens its page."""

from collections.abc import Iterator
from datetime import date

from reportlab.platypus import CondPageBreak, Flowable, Spacer
from typing_extensions import override

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.dossier import Dossier
from desktop.dossier.course_reasons import courses_together
from desktop.planning.plan import PlannedCourse
from desktop.report import prices, style, terms
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
from desktop.report.flowables import (
    Grid,
    Heading,
    Text,
    grid,
    height_of,
    joined,
    link,
    listed,
    muted,
    strong,
)
from desktop.report.no_course_words import empty_plan_in_words
from desktop.report.qr import qr_drawing
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
    what: list[Flowable] = [
        title,
        *_facts(card, dossier, wording),
        Text(offer_in_words(card, wording), style.SMALL_MUTED),
    ]
    if summary:
        what += [Spacer(1, 2), Text(summary, style.BODY)]
    address = _address(course, dossier.made_on, wording)
    why = [*_why(card, dossier, wording), Text(address, style.ADDRESS)]
    code: Flowable | str = ""
    if course.url:
        says = wording("Code that opens the page of the course")
        code = qr_drawing(course.url, alternative=f"{says}: {course.url}", correction="L")
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
    for together in told_together(card, wording):
        first = together[0]
        is_for_many = sum(planned.people for planned in together) > 1
        cost_eur = sum(planned.cost_eur for planned in together)
        told = (
            terms.dates_in_words(first, dossier.plan, wording),
            ", ".join(who_in_words(planned, dossier, wording) for planned in together),
            terms.hours_for_each(first, wording, is_for_many=is_for_many),
            prices.price_in_words(first.course, cost_eur, wording),
            decision_in_words(together, wording),
        )
        yield Text(" · ".join(filter(None, told)), style.SMALL_STRONG)


def _why(card: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording) -> list[Text]:
    told = reasons_in_words(card, dossier, wording, most=_REASONS_SHOWN)
    return listed(Text(joined((strong(label), line)) if label else line, style.SMALL) for label, line in told)


def _address(course: CourseEntry, day: date, wording: Wording) -> str:
    if not course.url:
        return muted(wording("Address: ask the provider."))
    notes = address_notes(course, day, wording)
    return joined((link(bare_address(course.url), course.url), muted(f"({notes})")))
