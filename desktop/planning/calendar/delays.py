"""Why a course does not begin in the week that somebody chose for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.content.company import Constraints
from desktop.planning.deciding import is_pinned
from desktop.planning.plan import Plan, PlannedCourse, Step
from desktop.planning.weeks import week_hours

DelayReason = Literal["holiday", "builds-on", "taken", "end"]
"""In the weeks between nobody studies; it builds on `other`; its role studies `other`; so late there is no
time for it."""


@dataclass(frozen=True, slots=True)
class Delay:
    """A course begins in `week` and not in the week `chosen`, both counted from 0.

    `other` is the course in the way, which ends in the week `until`, where the reason names one.
    """

    chosen: int
    week: int
    reason: DelayReason
    other: CourseEntry | None = None
    until: int = 0


def find_delay(planned: PlannedCourse, plan: Plan, limits: Constraints) -> Delay | None:
    """Why a course of a plan begins in another week than the one chosen, if it does.

    The limits are those the plan was made under.
    """
    week = planned.first_week
    chosen = planned.decision.week if planned.decision is not None and is_pinned(planned) else None
    if chosen is None or chosen == week:
        return None
    if chosen > week:
        return Delay(chosen, week, "end")
    hours = week_hours(plan.start, plan.number_of_weeks, limits.hours(planned.role), limits.holidays)
    if not any(hours[chosen:week]):
        return Delay(chosen, week, "holiday")
    before = list(_between(planned, chosen, plan))
    if needed := [other for other in before if _builds_on(planned, other)]:
        last = max(needed, key=lambda other: other.last_week)
        return Delay(chosen, week, "builds-on", last.course, last.last_week)
    if before:
        return Delay(chosen, week, "taken", before[0].course, before[0].last_week)
    return Delay(chosen, week, "holiday")


def _between(planned: PlannedCourse, week: int, plan: Plan) -> Iterator[PlannedCourse]:
    """What the role studies from a week on until the course begins."""
    for other in takewhile(lambda each: each is not planned, plan.courses):
        if other.role == planned.role and other.last_week >= week:
            yield other


def _builds_on(planned: PlannedCourse, other: PlannedCourse) -> bool:
    """Whether a course comes after another, or begins at a level that the other leads to."""
    is_after = any(other.course.id in names for names in planned.course.after)
    needed = {Step(name, low) for name, (low, _) in planned.course.teaches.items()}
    return is_after or not needed.isdisjoint(other.steps)
