"""The best plan by trying every set of courses: shares no line with the planner."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import ceil

from desktop.content.catalogues.catalogue_file import CourseEntry, Role
from desktop.planning import PlanRequest

Taken = list[tuple[Role, CourseEntry]]
Worth = tuple[int, Fraction, int]
_WEIGHTS = (4, 3, 2, 1)


def best_by_brute_force(request: PlanRequest) -> Worth:
    """What the best plan is worth; ValueError where no plan keeps all that was wanted."""
    return max(worth(request, taken) for taken in _possible_plans(request))


def worth(request: PlanRequest, taken: Taken) -> Worth:
    """The value of courses, their hours and then their euro, both below zero as fewer are better.

    An hour counts half as much again for each step down the languages.
    """
    return value_by_walking(request, taken), -_effort(request, taken), -_cost(request, taken)


def can_reach(request: PlanRequest, competence: str, level: int, value: int) -> bool:
    """Whether a plan of no less than a value brings some role that needs it to a level."""
    spans = _spans(request, competence)
    for taken in _possible_plans(request):
        if value_by_walking(request, taken) >= value and any(
            start < level <= target and _walk(request, taken, role)[1][competence] >= level
            for role, (start, target) in spans.items()
        ):
            return True
    return False


def _possible_plans(request: PlanRequest) -> Iterator[Taken]:
    people = request.company.people.by_role()
    pairs: Taken = [
        (role, course)
        for course in request.catalogue.courses.values()
        for role in course.roles
        if role in people and course.cost_eur is not None and _rank(request, course) is not None
    ]
    excluded = request.constraints.decided("excluded")
    wanted = set(request.constraints.decided("wanted"))
    pairs = [
        (role, course)
        for role, course in pairs
        if (role, course.id) not in excluded
        and ((role, course.id) in wanted or course.level <= max(1, _deepest(request, course, role)))
    ]
    for size in range(len(pairs) + 1):
        for taken in combinations(pairs, size):
            if not wanted <= {(role, course.id) for role, course in taken}:
                continue
            if _fits(request, list(taken)) and _can_be_walked(request, list(taken)):
                yield list(taken)


def _fits(request: PlanRequest, taken: Taken) -> bool:
    limits = request.constraints
    people = request.company.people.by_role()
    if _cost(request, taken) > limits.budget_eur:
        return False
    return all(
        sum(request.catalogue.hours(course) for owner, course in taken if owner == role)
        <= limits.hours(role) * limits.weeks
        for role in people
    )


def _can_be_walked(request: PlanRequest, taken: Taken) -> bool:
    return all(len(_walk(request, taken, role)[0]) == sum(r == role for r, _ in taken) for role, _ in taken)


def _walk(request: PlanRequest, taken: Taken, role: Role) -> tuple[set[str], dict[str, int]]:
    levels = {name: level or 0 for name, level in request.levels.items()}
    levels |= request.role_levels.get(role, {})
    done: dict[str, CourseEntry] = {}
    known = {name for name, course in request.catalogue.courses.items() if _is_known(course, levels)}
    for _ in range(2 * len(taken) + 2):
        for owner, course in taken:
            opens = all(levels[name] >= needed for name, (needed, _) in course.teaches.items())
            if (
                owner == role
                and opens
                and all(known.union(done).intersection(names) for names in course.after)
            ):
                done[course.id] = course
        for name, level in list(levels.items()):
            spans = [course.teaches[name] for course in done.values() if name in course.teaches]
            levels[name] = level + any(needed <= level < reached for needed, reached in spans)
    return set(done), levels


def _is_known(course: CourseEntry, levels: dict[str, int]) -> bool:
    spans = course.teaches.items()
    return bool(spans) and all(levels[name] >= reached for name, (_, reached) in spans)


def value_by_walking(request: PlanRequest, taken: Taken) -> int:
    """The points of all that is reached with those of the courses that can be started."""
    total = 0
    walked = {role: _walk(request, taken, role)[1] for role in request.company.people.by_role()}
    for name, entry in request.catalogue.competences.items():
        spans = _spans(request, name)
        lowest = _lowest(request, name, [start for start, _ in spans.values()])
        for level in range(1, 5):
            gained = [
                entry.roles[role] * _WEIGHTS[level - start - 1]
                for role, (start, target) in spans.items()
                if start < level <= target and walked[role][name] >= level
            ]
            total += sum(gained) + (2 * _WEIGHTS[level - lowest - 1] if gained else 0)
    return total


def _spans(request: PlanRequest, name: str) -> dict[Role, tuple[int, int]]:
    """Where each role that is known of begins and what it needs; the owner also what absent roles would."""
    found = {}
    for role in request.company.people.by_role():
        start = request.role_levels.get(role, {}).get(name, request.levels.get(name))
        target = _target(request, name, role)
        if start is not None and start < target:
            found[role] = (start, target)
    return found


def _target(request: PlanRequest, name: str, role: Role) -> int:
    people = request.company.people.by_role()
    asked = request.catalogue.targets[name].micro
    stood_for = [asked.get(other, 0) for other in ("employee", "it") if other not in people]
    return max(asked.get(role, 0), *(stood_for if role == "owner" else [0]), 0)


def _deepest(request: PlanRequest, course: CourseEntry, role: Role) -> int:
    return max(_target(request, name, role) for name in course.teaches)


def _lowest(request: PlanRequest, name: str, starts: list[int]) -> int:
    company = request.levels.get(name)
    is_short = company is not None and company < max(
        request.catalogue.targets[name].micro.values(), default=0
    )
    return min([*starts, *([company] if is_short and company is not None else [])], default=0)


def _rank(request: PlanRequest, course: CourseEntry) -> int | None:
    """Which of the languages wanted it is, those still to be confirmed after all others."""
    wanted = request.constraints.languages
    offers = [*(code in course.languages for code in wanted)]
    offers += [code in course.languages_to_confirm for code in wanted]
    return offers.index(True) if any(offers) else None


def _effort(request: PlanRequest, taken: Taken) -> Fraction:
    hours = (
        request.catalogue.hours(course) * (1 + Fraction(_rank(request, course) or 0, 2))
        for _, course in taken
    )
    return sum(hours, Fraction(0))


def _cost(request: PlanRequest, taken: Taken) -> int:
    people = request.company.people.by_role()
    return sum(ceil((course.cost_eur or 0) * people[role]) for role, course in taken)
