"""The choice of courses as an integer program: yes-or-no variables, rows that limit them, one objective."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.choosing.objective import most_courses, weigh_up
from desktop.planning.learning import steps_needed
from desktop.planning.plan import Step
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes


@dataclass(frozen=True, slots=True)
class Row:
    """The sum of coefficient times variable over `terms` must not exceed `limit`."""

    terms: tuple[tuple[int, int], ...]
    limit: int


@dataclass(frozen=True, slots=True)
class Formulation:
    """The program. Its variables are first the candidates, then the steps of roles, then of the company.

    `points` are what each variable adds to the value. `objective` is what is maximised; `point_worth` is what
    one point of value is worth in it, more than all efforts, costs, weeks and ties together: one optimum
    decides value first, then effort, then cost, then how soon it ends, then tie.
    """

    candidates: tuple[Candidate, ...]
    role_steps: Mapping[tuple[Role, Step], int]
    company_steps: Mapping[Step, int]
    rows: tuple[Row, ...]
    points: tuple[int, ...]
    objective: tuple[int, ...]
    point_worth: int


def formulate(request: PlanRequest, stakes: Stakes, candidates: tuple[Candidate, ...]) -> Formulation:
    """The program that chooses among candidates under the request's limits."""
    taught = {(c.role, step) for c in candidates for step in c.steps}
    needed = {(c.role, step) for c in candidates for step in steps_needed(c.course, stakes.levels[c.role])}
    pairs = sorted(taught | needed)
    role_steps = {pair: len(candidates) + place for place, pair in enumerate(pairs)}
    shared = sorted({step for role, step in pairs if (role, step) in stakes.role_points})
    company_steps = {step: len(candidates) + len(pairs) + place for place, step in enumerate(shared)}
    rows = (
        *_course_rows(candidates, role_steps, stakes.levels),
        *_step_rows(candidates, role_steps),
        *_company_rows(role_steps, company_steps, stakes),
        *_limit_rows(request, candidates),
    )
    points = [stakes.role_points.get(pair, 0) for pair in pairs]
    points += [stakes.company_points[step] for step in shared]
    objective, point_worth = weigh_up(request, candidates, points)
    worth = (*(0 for _ in candidates), *points)
    return Formulation(candidates, role_steps, company_steps, rows, worth, objective, point_worth)


def _at_most_sum(variable: int, others: Iterable[int]) -> Row:
    """The variable may be 1 only if one of the others is."""
    return Row(((variable, 1), *((other, -1) for other in others)), 0)


def _course_rows(
    candidates: tuple[Candidate, ...],
    role_steps: Mapping[tuple[Role, Step], int],
    levels: Mapping[Role, Mapping[str, int]],
) -> Iterator[Row]:
    """A course needs the levels it begins at, and the courses it comes after, in whichever order told."""
    places = {c.key: place for place, c in enumerate(candidates)}
    for place, c in enumerate(candidates):
        for competence, (needed, _) in sorted(c.course.teaches.items()):
            if needed > levels[c.role].get(competence, 0):
                yield _at_most_sum(place, [role_steps[c.role, Step(competence, needed)]])
        for names in sorted({tuple(sorted({*names})) for names in c.course.after}):
            yield _at_most_sum(place, [places[c.role, name] for name in names if (c.role, name) in places])


def _step_rows(
    candidates: tuple[Candidate, ...], role_steps: Mapping[tuple[Role, Step], int]
) -> Iterator[Row]:
    """A step needs a course that teaches it, and the step below."""
    teaching: dict[tuple[Role, Step], list[int]] = {pair: [] for pair in role_steps}
    for place, c in enumerate(candidates):
        for step in c.steps:
            teaching[c.role, step].append(place)
    for (role, step), variable in role_steps.items():
        yield _at_most_sum(variable, teaching[role, step])
        below = role_steps.get((role, Step(step.competence, step.level - 1)))
        if below is not None:
            yield _at_most_sum(variable, [below])


def _company_rows(
    role_steps: Mapping[tuple[Role, Step], int], company_steps: Mapping[Step, int], stakes: Stakes
) -> Iterator[Row]:
    """The company has a step when a role that matters has it."""
    for step, variable in company_steps.items():
        matching = [(pair, place) for pair, place in role_steps.items() if pair[1] == step]
        yield _at_most_sum(variable, [place for pair, place in matching if pair in stakes.role_points])


def _limit_rows(request: PlanRequest, candidates: tuple[Candidate, ...]) -> Iterator[Row]:
    """Hours and number of courses of each role, the budget of all, and what has to be kept."""
    for role in request.people:
        mine = [(place, c) for place, c in enumerate(candidates) if c.role == role]
        if mine:
            yield Row(tuple((place, c.half_hours) for place, c in mine), request.half_hours[role])
            yield Row(tuple((place, 1) for place, _ in mine), most_courses(c for _, c in mine))
    priced = tuple((place, c.cost_eur) for place, c in enumerate(candidates) if c.cost_eur)
    if priced:
        yield Row(priced, request.constraints.budget_eur)
    for place, c in enumerate(candidates):
        if c.is_kept:
            yield Row(((place, -1),), -1)
