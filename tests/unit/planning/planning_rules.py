"""A plan followed day by day as its people would: shares no line with the planner or its checker."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning import Plan, PlannedCourse, PlanRequest

MOST_COURSES = 6


def broken_rules(request: PlanRequest, plan: Plan) -> Iterator[str]:
    """A few words for each rule that a plan breaks, where nothing is under way and no course is wanted."""
    limits = request.constraints
    if sum(planned.cost_eur for planned in plan.courses) > limits.budget_eur:
        yield "budget"
    for role in request.company.people.by_role():
        mine = [planned for planned in plan.courses if planned.role == role]
        if len(mine) > MOST_COURSES or len({planned.course.id for planned in mine}) < len(mine):
            yield f"{role}: courses"
        yield from _broken_weeks(request, role, mine)
        yield from _broken_order(request, role, mine)
    for planned in plan.courses:
        yield from _broken_facts(request, planned)


def _broken_facts(request: PlanRequest, planned: PlannedCourse) -> Iterator[str]:
    listed, wanted = request.catalogue.courses[planned.course.id], request.constraints.languages
    if planned.language not in {*listed.languages, *listed.languages_to_confirm}.intersection(wanted):
        yield f"{listed.id}: language"
    if planned.role not in listed.roles or listed.cost_eur is None:
        yield f"{listed.id}: role or price"
    elif planned.cost_eur < listed.cost_eur * request.company.people.by_role()[planned.role]:
        yield f"{listed.id}: cost"
    if sum(planned.weeks.values()) != request.catalogue.hours(listed):
        yield f"{listed.id}: hours"


def _broken_weeks(request: PlanRequest, role: Role, mine: list[PlannedCourse]) -> Iterator[str]:
    limits = request.constraints
    for week in {week for planned in mine for week in planned.weeks}:
        days = [request.start + timedelta(weeks=week, days=day) for day in range(5)]
        free = [day for day in days if not any(each.first <= day <= each.last for each in limits.holidays)]
        spent = sum((planned.weeks.get(week, Fraction(0)) for planned in mine), Fraction(0))
        if not 0 <= week < limits.weeks or not 0 <= spent <= limits.hours(role) * len(free) / len(days):
            yield f"{role}: week {week}"


def _broken_order(request: PlanRequest, role: Role, mine: list[PlannedCourse]) -> Iterator[str]:
    """One course after the other, none before what it builds on."""
    courses = request.catalogue.courses
    levels = {name: level or 0 for name, level in request.levels.items()}
    levels |= request.role_levels.get(role, {})
    finished = [courses[name] for owner, name in request.constraints.decided("done") if owner == role]
    taught = {(name, level) for course in finished for name, level in _taught(course.teaches)}
    known = {course.id for course in finished}
    last_week = 0
    _climb(levels, taught)
    known |= {
        name
        for name, course in courses.items()
        if course.teaches and all(levels[each] >= reached for each, (_, reached) in course.teaches.items())
    }
    for planned in mine:
        listed = courses[planned.course.id]
        if any(levels[name] < needed for name, (needed, _) in listed.teaches.items()):
            yield f"{role}: {listed.id} begins too high"
        if any(known.isdisjoint(names) for names in listed.after):
            yield f"{role}: {listed.id} comes too early"
        if min(planned.weeks) < last_week:
            yield f"{role}: {listed.id} overlaps"
        last_week = max(planned.weeks)
        known.add(listed.id)
        taught |= set(_taught(listed.teaches))
        _climb(levels, taught)


def _taught(teaches: dict[str, tuple[int, int]]) -> Iterator[tuple[str, int]]:
    for name, (needed, reached) in teaches.items():
        for level in range(needed + 1, reached + 1):
            yield name, level


def _climb(levels: dict[str, int], taught: set[tuple[str, int]]) -> None:
    for name, level in list(levels.items()):
        reached = level
        while (name, reached + 1) in taught:
            reached += 1
        levels[name] = reached
