"""A finished calendar checked for its pace: what has begun comes first, what is even keeps to its months."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import floor

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.learning import Learner
from desktop.planning.plan import Plan, PlannedCourse
from desktop.planning.request import PlanRequest
from desktop.planning.weeks import month_starts


def find_pace_problems(request: PlanRequest, plan: Plan, mine: Sequence[PlannedCourse]) -> Iterator[str]:
    """A sentence for each rule that the calendar of one role breaks; `mine` are its courses as they begin."""
    role = mine[0].role
    for before, after in pairwise(mine):
        if _is_begun(after) and not _is_begun(before):
            yield f"Course {after.course.id} of {role} is under way and comes after {before.course.id}."
    if request.constraints.pace == "even" and role not in plan.unspread:
        for planned in mine:
            yield from _find_month_problems(request, plan, planned, mine)
    elif request.constraints.pace == "early" and plan.unspread:
        yield f"Nobody asked to spread the courses of {role} evenly."


def _is_begun(planned: PlannedCourse) -> bool:
    return planned.decision is not None and planned.decision.state == "under-way"


def _find_month_problems(
    request: PlanRequest, plan: Plan, planned: PlannedCourse, mine: Sequence[PlannedCourse]
) -> Iterator[str]:
    name, role = f"Course {planned.course.id}", planned.role
    starts = month_starts(plan.number_of_weeks)
    first, last = _months(planned, starts)
    if planned.course.format == "live" and first < last and planned.hours <= _roomiest_month(request, role):
        yield f"{name} of {role} is live and goes on in another month."
    if planned.decision is not None and planned.first_week < (planned.decision.week or 0):
        yield f"{name} of {role} begins before week {planned.decision.week}."
    learner = Learner(request.present[role])
    learner.take_all(request.as_taken(each.course, role) for each in mine if _months(each, starts)[1] < first)
    if not learner.can_start(request.as_taken(request.catalogue.courses[planned.course.id], role)):
        yield f"{name} of {role} builds on what is not learned in an earlier month."


def _roomiest_month(request: PlanRequest, role: Role) -> Fraction:
    """The hours of the month that has most, in whole half-hours."""
    weeks = request.week_hours[role]
    edges = (*month_starts(len(weeks)), len(weeks))
    rooms = (sum(weeks[start:end], Fraction(0)) for start, end in pairwise(edges))
    return Fraction(max(floor(2 * room) for room in rooms), 2)


def _months(planned: PlannedCourse, starts: Sequence[int]) -> tuple[int, int]:
    """The months in which a course begins and ends, 0 the first."""
    return bisect_right(starts, planned.first_week) - 1, bisect_right(starts, planned.last_week) - 1
