"""The best plan by trying every set of courses: shares no line with the planner."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from desktop.content.catalogue_file import CourseEntry, Role
from desktop.planning import PlanRequest

Taken = list[tuple[Role, CourseEntry]]
_WEIGHTS = (4, 3, 2, 1)


def best_by_brute_force(request: PlanRequest) -> tuple[int, Fraction, Fraction]:
    """Highest value, and the fewest hours and then least euro that bring it, both below zero.

    ValueError where no plan keeps all that was wanted.
    """
    plans = _possible_plans(request)
    return max((_value(request, taken), -_hours(taken), -_cost(request, taken)) for taken in plans)


def can_reach(request: PlanRequest, competence: str, level: int, value: int) -> bool:
    """Whether a plan of no less than a value brings some role that needs it to a level."""
    spans = _spans(request, competence)
    for taken in _possible_plans(request):
        if _value(request, taken) >= value and any(
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
        if role in people and course.cost_eur is not None and "it" in course.languages
    ]
    excluded = request.constraints.decided("excluded")
    wanted = set(request.constraints.decided("wanted"))
    pairs = [(role, course) for role, course in pairs if (role, course.id) not in excluded]
    for size in range(len(pairs) + 1):
        for taken in combinations(pairs, size):
            if not wanted <= {(role, course.id) for role, course in taken}:
                continue
            if _fits(request, list(taken)) and _can_be_walked(request, list(taken)):
                yield list(taken)


def _fits(request: PlanRequest, taken: Taken) -> bool:
    limits = request.constraints
    people = request.company.people.by_role()
    if sum((course.cost_eur or 0) * people[role] for role, course in taken) > limits.budget_eur:
        return False
    return all(
        sum(course.hours or 0 for owner, course in taken if owner == role)
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


def _value(request: PlanRequest, taken: Taken) -> int:
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
    people = request.company.people.by_role()
    asked = request.catalogue.targets[name].micro
    found = {}
    for role in people:
        start = request.role_levels.get(role, {}).get(name, request.levels.get(name))
        stood_for = [asked.get(other, 0) for other in ("employee", "it") if other not in people]
        target = max(asked.get(role, 0), *(stood_for if role == "owner" else [0]))
        if start is not None and start < target:
            found[role] = (start, target)
    return found


def _lowest(request: PlanRequest, name: str, starts: list[int]) -> int:
    company = request.levels.get(name)
    is_short = company is not None and company < max(
        request.catalogue.targets[name].micro.values(), default=0
    )
    return min([*starts, *([company] if is_short and company is not None else [])], default=0)


def _hours(taken: Taken) -> Fraction:
    return sum((course.hours or Fraction(0) for _, course in taken), Fraction(0))


def _cost(request: PlanRequest, taken: Taken) -> Fraction:
    people = request.company.people.by_role()
    return sum(((course.cost_eur or 0) * people[role] for role, course in taken), Fraction(0))
