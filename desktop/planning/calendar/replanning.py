"""Planning again from a later day: what has happened until then, and the limits from there on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Literal

import msgspec

from desktop.content.company import Constraints
from desktop.content.decisions import CourseDecision
from desktop.planning.deciding import Choice, with_choice
from desktop.planning.plan import Plan, PlannedCourse

_DAYS = 7


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a course has come for its role; `hours_left` are of one person."""

    planned: PlannedCourse
    state: Literal["done", "under-way", "not-begun"]
    hours_left: Fraction


def expected_progress(plan: Plan, day: date) -> tuple[Progress, ...]:
    """How far each course should have come on a day after the plan; those that begin later are left out."""
    return tuple(_expected(plan, day))


def _expected(plan: Plan, day: date) -> Iterator[Progress]:
    for planned in plan.courses:
        ahead = (spent for week, spent in planned.weeks.items() if _first_day(plan, week) >= day)
        left = sum(ahead, Fraction(0))
        if left < planned.hours:
            yield Progress(planned, "under-way" if left else "done", left)


def replanned(limits: Constraints, plan: Plan, day: date, progress: Iterable[Progress]) -> Constraints:
    """The limits of a plan that begins on a later day and goes on from there.

    What is done or under way stays so. Weeks chosen for courses stay on their dates; those that have passed
    are chosen no more.
    """
    passed = max(0, ceil((day - plan.start).days / _DAYS))
    decisions = [later for each in limits.decisions if (later := _later(each, passed)) is not None]
    limits = msgspec.structs.replace(limits, start=day, decisions=tuple(decisions))
    for each in progress:
        choice = _choice(each)
        if choice is not None:
            limits = with_choice(limits, choice)
    return limits


def _later(decision: CourseDecision, passed: int) -> CourseDecision | None:
    """A decision in a plan that begins so many weeks later; None where nothing of it is left."""
    if decision.week is None:
        return decision
    if decision.week >= passed:
        return msgspec.structs.replace(decision, week=decision.week - passed)
    return None if decision.only_week else msgspec.structs.replace(decision, week=None)


def _choice(progress: Progress) -> Choice | None:
    planned = progress.planned
    course, roles = planned.course.id, (planned.role,)
    if progress.state == "done":
        return Choice(course, roles, "done")
    if progress.state == "under-way":
        return Choice(course, roles, "under-way", hours_left=progress.hours_left)
    is_begun = planned.decision is not None and planned.decision.state == "under-way"
    return Choice(course, roles, None) if is_begun else None


def _first_day(plan: Plan, week: int) -> date:
    """The first day of a week of the plan, counted from 0."""
    return plan.start + timedelta(weeks=week)
