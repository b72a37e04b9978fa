"""What is to be done, one action a row: quick wins, courses, services and what to ask the hub for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop.content.steps import CourseOf, StepState, service_key, win_key
from desktop.dossier import Dossier
from desktop.dossier.course_reasons import courses_together
from desktop.dossier.steps import PlanStep, earlier_keys, plan_services
from desktop.planning.plan import PlannedCourse
from desktop.planning.quick_wins import QuickWin
from desktop.report import prices, terms
from desktop.report.advice_words import effort_in_words
from desktop.report.course_words import address_notes, gap_in_words, reasons_in_words, why_open_in_words
from desktop.report.office.quick_wins_part import said_of
from desktop.report.step_words import dossier_keys, step_in_words, steps_of
from desktop.text import Wording

_MINUTES_OF_AN_HOUR = 60
_OPEN = PlanStep("open")


@dataclass(frozen=True, slots=True)
class Action:
    """A row; `hours` are of one person, `cost_eur` of all `people` together, None where not known."""

    kind: str
    title: str
    role: str = ""
    people: int | None = None
    first: date | None = None
    last: date | None = None
    hours: float | None = None
    cost_eur: int | None = None
    language: str = ""
    link: str = ""
    reason: str = ""
    check: str = ""
    state: StepState = "open"
    note: str = ""


def actions(dossier: Dossier, wording: Wording) -> Iterator[Action]:
    """All rows; none where only scores leave the desk."""
    steps = steps_of(dossier)
    for key, action in _planned(dossier, wording):
        step = steps.get(key, _OPEN)
        yield replace(action, state=step.state, note=step.note)
    for gap in dossier.plan.open_gaps:
        reason = " ".join(why_open_in_words((gap,), dossier, wording))
        yield Action(wording("Open gap"), gap_in_words(gap, dossier, wording), reason=reason)
    for key in earlier_keys(dossier_keys(dossier), steps):
        title, step = step_in_words(key, dossier.library.catalogue, wording), steps[key]
        yield Action(wording("Earlier step"), title, state=step.state, note=step.note)


def _planned(dossier: Dossier, wording: Wording) -> Iterator[tuple[str, Action]]:
    """The steps of the plan, each by its key."""
    for win in dossier.quick_wins:
        yield win_key(win.action.id), _quick_win(win, dossier, wording)
    for card in courses_together(dossier.plan):
        for planned in card:
            yield CourseOf(planned.course.id, planned.role).key, _course(planned, card, dossier, wording)
    yield from _services(dossier, wording)


def _quick_win(win: QuickWin, dossier: Dossier, wording: Wording) -> Action:
    action = win.action
    text = dossier.library.catalogue.advice.action_text(action.id, wording.language)
    role = terms.role_name(action.role, dossier, wording.language)
    said = (f"{wording('Because you said:')} {words}" for words in said_of(win, dossier, wording))
    return Action(
        wording("Quick win"),
        text.title,
        role=role,
        hours=round(action.minutes / _MINUTES_OF_AN_HOUR, 2),
        cost_eur=0,
        link=action.source.url if action.source else "",
        reason="\n".join((text.why, *said)),
        check=effort_in_words(action, role, wording) if action.repeats else "",
    )


def _course(
    planned: PlannedCourse, card: tuple[PlannedCourse, ...], dossier: Dossier, wording: Wording
) -> Action:
    course = planned.course
    first, last = terms.course_dates(planned, dossier.plan)
    reasons = reasons_in_words(card, dossier, wording)
    return Action(
        wording("Course"),
        course.title,
        role=terms.role_name(planned.role, dossier, wording.language),
        people=planned.people,
        first=first,
        last=last,
        hours=float(planned.hours),
        cost_eur=None if course.cost_eur is None else planned.cost_eur,
        language=terms.language_name(planned.language, wording),
        link=course.url or "",
        reason="\n".join(" ".join(filter(None, told)) for told in reasons),
        check="; ".join(_to_check(planned, dossier, wording)),
    )


def _to_check(planned: PlannedCourse, dossier: Dossier, wording: Wording) -> Iterator[str]:
    """What is not certain about a course."""
    course = planned.course
    if planned.is_hours_estimated:
        yield terms.hours_in_words(planned.hours, wording, is_estimated=True)
    if course.cost_eur is None or course.cost_note is not None:
        yield prices.cost_in_words(planned, wording)
    if planned.is_language_to_confirm:
        yield terms.offered_language(planned, wording)
    yield (
        address_notes(course, dossier.made_on, wording)
        if course.url
        else wording("Address: ask the provider.")
    )


def _services(dossier: Dossier, wording: Wording) -> Iterator[tuple[str, Action]]:
    services = plan_services(dossier.plan.open_gaps, dossier.library, dossier.company)
    hub = dossier.library.network.hubs.get(dossier.company.hub or "")
    for service in services:
        text = dossier.library.catalogue.advice.service_text(service.id, wording.language)
        told = (
            text.about,
            f"{wording('Bring along:')} {text.bring}",
            f"{wording('You take home:')} {text.get}",
        )
        link = (hub.website or "") if hub else ""
        made = Action(wording("Service of the hub"), text.title, link=link, reason="\n".join(told))
        yield service_key(service.id), made
