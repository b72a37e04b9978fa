"""Why a level stays out of reach: the first reason that explains it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import ceil

from desktop.content.catalogues.catalogue_file import CourseEntry, Role
from desktop.planning.calendar.scheduling import reached_steps, value_of
from desktop.planning.choosing.candidate import cost_for, half_hours_of, language_for
from desktop.planning.choosing.candidates import Candidates
from desktop.planning.choosing.formulation import Formulation, Row
from desktop.planning.choosing.solving import Solution, solve
from desktop.planning.learning import teaches
from desktop.planning.plan import Need, OpenGap, Step
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes

_EFFORT = 0.2

_Reason = tuple[str, int]
_Pairs = list[tuple[CourseEntry, Role]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A solved request with all that led to the solution."""

    request: PlanRequest
    stakes: Stakes
    candidates: Candidates
    formulation: Formulation
    solution: Solution


def find_open_gaps(outcome: Outcome) -> tuple[OpenGap, ...]:
    """A gap for each need whose target no role reaches or has reached, in the order of the needs."""
    return tuple(_gap(outcome, need, step, _reason_together) for need, step in _missing(outcome))


def find_gaps_at_sight(outcome: Outcome) -> tuple[OpenGap, ...]:
    """The same gaps with the reasons that can be told without the solver."""
    return tuple(_gap(outcome, need, step, _no_room) for need, step in _missing(outcome))


def _missing(outcome: Outcome) -> Iterator[tuple[Need, Step]]:
    """Each need with the first step towards it that no role reaches or has reached."""
    reached = {step for _, step in outcome.stakes.role_points.keys() & _reached(outcome)}
    for need in outcome.stakes.needs:
        steps = (Step(need.competence, level) for level in range(need.level + 1, need.target + 1))
        step = next((step for step in steps if step not in reached), None)
        if step is not None:
            yield need, step


def _gap(outcome: Outcome, need: Need, step: Step, in_the_end: Callable[[Outcome, Step], _Reason]) -> OpenGap:
    reason, number = (
        _practice(outcome.request, step) or _reason_alone(outcome, need, step) or in_the_end(outcome, step)
    )
    return OpenGap(need.competence, step.level, need.target, reason, number)


def _no_room(outcome: Outcome, step: Step) -> _Reason:
    return ("no-room" if _can_be_reached(outcome, step) else "entry"), 0


def _reached(outcome: Outcome) -> set[tuple[Role, Step]]:
    return reached_steps(outcome.stakes, outcome.solution.chosen)


def _practice(request: PlanRequest, step: Step) -> _Reason | None:
    """The people have learned it, the company does not do it yet: no course will change that."""
    relevance = request.catalogue.competences[step.competence].roles
    can_do = any(
        relevance.get(role, 0) and levels.get(step.competence, 0) >= step.level
        for role, levels in request.present.items()
    )
    return ("practice", 0) if can_do else None


def _reason_alone(outcome: Outcome, need: Need, step: Step) -> _Reason | None:
    """A reason that lies in the courses for the step themselves, looked at one by one."""
    request = outcome.request
    about = request.catalogue.courses_about(need.competence)
    courses = [course for course in about if course.offer == "course"]
    teaching = [course for course in courses if teaches(course, step)]
    if not teaching:
        begins_higher = any(_teaches_above(course, need, step) for course in courses)
        return ("entry", 0) if begins_higher else ("no-course", 0)
    for_someone = [
        (course, role)
        for course in teaching
        for role in request.people
        if role in course.roles and (role, step) in outcome.stakes.role_points
    ]
    pairs = [(course, role) for course, role in for_someone if not request.is_beyond(course, role)]
    if not pairs:
        return ("beyond", 0) if for_someone else ("no-role", 0)
    return _reason_of_choice(request, pairs)


def _reason_of_choice(request: PlanRequest, pairs: _Pairs) -> _Reason | None:
    """Languages, forms, or courses left out, if one of them alone rules out all courses; else the means."""
    limits = request.constraints
    left_out = limits.decided("excluded")
    understood = [(c, role) for c, role in pairs if language_for(c, limits.languages)]
    if not understood:
        return "language", len({course.id for course, _ in pairs})
    held = [(c, role) for c, role in understood if not limits.formats or c.format in limits.formats]
    if not held:
        return "form", len({course.id for course, _ in understood})
    free = [(c, role) for c, role in held if (role, c.id) not in left_out]
    if not free:
        return "left-out", len({course.id for course, _ in held})
    return _reason_of_means(request, free)


def _teaches_above(course: CourseEntry, need: Need, step: Step) -> bool:
    needed, reached = course.teaches.get(need.competence, (0, 0))
    return step.level <= needed < min(reached, need.target)


def _reason_of_means(request: PlanRequest, pairs: _Pairs) -> _Reason | None:
    """Budget, unknown prices, or hours, if one of them alone rules out all courses."""
    costs = {(course.id, role): cost_for(request, course, role) for course, role in pairs}
    over_budget = [cost - request.constraints.budget_eur for cost in costs.values() if cost is not None]
    if not over_budget:
        return "price-unknown", 0
    if min(over_budget) > 0:
        return "budget", min(over_budget)
    too_long = [
        half_hours_of(request, course, role) - request.half_hours[role]
        for course, role in pairs
        if (cost := costs[course.id, role]) is not None and cost <= request.constraints.budget_eur
    ]
    return ("hours", ceil(min(too_long) / 2)) if min(too_long) > 0 else None


def _reason_together(outcome: Outcome, step: Step) -> _Reason:
    """What the solver says when it is made to reach the step."""
    if not _can_be_reached(outcome, step):
        return "entry", 0
    variable = outcome.formulation.company_steps.get(step)
    if variable is None:
        return "together", 0
    forced = Row(((variable, -1),), -1)
    solution = solve(outcome.formulation, outcome.stakes.levels, (forced,), _EFFORT)
    if solution is None or not solution.chosen:
        return "together", 0
    lost = value_of(outcome.stakes, outcome.solution.chosen) - value_of(outcome.stakes, solution.chosen)
    return "displaced", max(0, lost)


def _can_be_reached(outcome: Outcome, step: Step) -> bool:
    """Whether hours and money without end would do."""
    return any(pair[1] == step for pair in outcome.candidates.reachable & outcome.stakes.role_points.keys())
