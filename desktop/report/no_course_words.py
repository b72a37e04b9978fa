"""Why a plan has no course at all, and what would help, in words for window, paper and terminal."""

from collections.abc import Iterable
from enum import Enum, auto

from desktop.content.company import Company, Constraints
from desktop.planning import OpenGap, Plan
from desktop.text import Wording

_HELPED_BY = {
    "hours": "time",
    "no-room": "time",
    "together": "time",
    "displaced": "time",
    "budget": "money",
    "language": "languages",
    "form": "forms",
    "left-out": "decisions",
    "price-unknown": "prices",
    "no-role": "people",
}
"""Which limit would bring a course where a gap stays open for a reason; no limit touches the others."""


class NoCourse(Enum):
    """Why a plan that is needed has no course."""

    NOBODY = auto()
    NO_TIME = auto()
    LIMITS = auto()
    NO_COURSES = auto()


def why_no_course(plan: Plan, limits: Constraints, company: Company) -> NoCourse | None:
    """The reason; None where there are courses, or nothing is needed."""
    if plan.courses or not plan.needs:
        return None
    people = (limits.people or company.people).by_role()
    if not people:
        return NoCourse.NOBODY
    if not any(limits.hours(role) for role in people):
        return NoCourse.NO_TIME
    return NoCourse.LIMITS if _helping(plan.open_gaps) else NoCourse.NO_COURSES


def no_course_in_words(reason: NoCourse, gaps: Iterable[OpenGap], wording: Wording) -> tuple[str, str]:
    """A heading, and what to change."""
    return {
        NoCourse.NOBODY: (
            wording("Nobody takes part"),
            wording("Say how many people may take courses; one is enough for a plan."),
        ),
        NoCourse.NO_TIME: (
            wording("Nobody has time for courses"),
            wording("The hours a week are set to 0; half an hour is enough to begin."),
        ),
        NoCourse.LIMITS: (
            wording("No course fits these limits"),
            wording("What would help: {limits}.", limits="; ".join(_helpers(_helping(gaps), wording))),
        ),
        NoCourse.NO_COURSES: (
            wording("There is no course for what is missing"),
            wording(
                "Other limits would not change that. Take what stays open to your local hub: it is in "
                "the printed document. A longer questionnaire may find steps for which courses exist."
            ),
        ),
    }[reason]


def empty_plan_in_words(plan: Plan, limits: Constraints, company: Company, wording: Wording) -> str:
    """For paper and terminal: why a plan without courses has none."""
    reason = why_no_course(plan, limits, company)
    if reason is None:
        return wording("Nothing is missing, going by the answers.")
    heading, sentence = no_course_in_words(reason, plan.open_gaps, wording)
    return f"{heading}." if reason is NoCourse.NO_COURSES else f"{heading}. {sentence}"


def _helping(gaps: Iterable[OpenGap]) -> frozenset[str]:
    return frozenset(_HELPED_BY[gap.reason] for gap in gaps if gap.reason in _HELPED_BY)


def _helpers(limits: frozenset[str], wording: Wording) -> list[str]:
    names = {
        "time": wording("more hours or weeks"),
        "money": wording("a larger budget"),
        "languages": wording("courses in more languages"),
        "forms": wording("courses held in other forms"),
        "decisions": wording("courses that were left out"),
        "prices": wording("prices that have to be asked"),
        "people": wording("people in other roles"),
    }
    return [name for limit, name in names.items() if limit in limits]
