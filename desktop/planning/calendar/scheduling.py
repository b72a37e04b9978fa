"""The chosen courses in their order and weeks, each with what it leads to and what is lost without it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.decisions import CourseDecision
from desktop.planning.calendar.ordering import Stretch, Study, order_courses
from desktop.planning.calendar.spreading import EvenCalendar, spread_evenly
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.learning import Learner, steps_needed
from desktop.planning.plan import PlannedCourse, Step
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes
from desktop.planning.weeks import fill_weeks

_GUESSED = ("estimated", "unknown")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The courses as they begin, and the roles whose courses were to be spread evenly and could not be."""

    courses: tuple[PlannedCourse, ...]
    unspread: tuple[Role, ...]


def schedule(request: PlanRequest, stakes: Stakes, chosen: tuple[Candidate, ...]) -> Calendar:
    """The chosen courses in their weeks, each role's one after the other, in the pace asked for."""
    planned: list[PlannedCourse] = []
    unspread: list[Role] = []
    whole = value_of(stakes, chosen)
    for role, weeks in request.week_hours.items():
        mine = tuple(c for c in chosen if c.role == role)
        study = _study(request, stakes, role)
        stretches, used = order_courses(mine, study), weeks
        if request.constraints.pace == "even" and mine:
            even = _spread(request, role, study, stretches)
            stretches, used = (even.stretches, even.weeks) if even else (stretches, weeks)
            unspread += [] if even else [role]
        steps = _credits([stretch.candidate for stretch in stretches], stakes.levels[role], stakes)
        for stretch, raised in zip(stretches, steps, strict=True):
            rest = value_of(stakes, (c for c in chosen if c is not stretch.candidate))
            course = _plan_course(stretch.candidate, request)
            filled = fill_weeks(stretch.begin, stretch.end, used)
            planned.append(replace(course, steps=raised, weeks=filled, value=whole - rest))
    return Calendar(tuple(sorted(planned, key=lambda course: course.first_week)), tuple(unspread))


def _spread(
    request: PlanRequest, role: Role, study: Study, order: tuple[Stretch, ...]
) -> EvenCalendar | None:
    wanted_weeks = {name: each.week or 0 for (owner, name), each in request.kept.items() if owner == role}
    return spread_evenly(order, study, request.week_hours[role], wanted_weeks)


def _study(request: PlanRequest, stakes: Stakes, role: Role) -> Study:
    pinned = {
        name: decision.week
        for (owner, name), decision in request.kept.items()
        if owner == role and decision.state == "wanted" and decision.week is not None
    }
    ends = tuple(accumulate(request.week_hours[role]))
    return Study(stakes.levels[role], stakes.role_points, pinned, ends)


def _plan_course(candidate: Candidate, request: PlanRequest) -> PlannedCourse:
    decision = request.kept.get(candidate.key)
    return PlannedCourse(
        course=candidate.course,
        role=candidate.role,
        people=request.people[candidate.role],
        language=candidate.language.code,
        is_language_to_confirm=candidate.language.is_to_confirm,
        hours=Fraction(candidate.half_hours, 2),
        is_hours_estimated=_is_guessed(candidate, decision),
        cost_eur=candidate.cost_eur,
        weeks={},
        steps=(),
        value=0,
        alternative=None,
        lost_with_alternative=0,
        decision=decision,
    )


def _is_guessed(candidate: Candidate, decision: CourseDecision | None) -> bool:
    if decision is not None and decision.hours_left is not None:
        return False
    return candidate.course.hours is None or candidate.course.hours_basis in _GUESSED


def reached_steps(stakes: Stakes, chosen: Iterable[Candidate]) -> set[tuple[Role, Step]]:
    """The steps each role reaches with those of the chosen courses that can be started."""
    courses = tuple(chosen)
    found = set()
    for role in {c.role for c in courses}:
        learner = Learner(stakes.levels[role])
        learner.take_all(c.course for c in courses if c.role == role)
        found |= {(role, step) for step in learner.reached}
    return found


def value_of(stakes: Stakes, chosen: Iterable[Candidate]) -> int:
    """The points of the steps reached with those of the chosen courses that can be started."""
    return stakes.value(reached_steps(stakes, chosen))


def _credits(
    order: Sequence[Candidate], levels: Mapping[str, int], stakes: Stakes
) -> Iterator[tuple[Step, ...]]:
    """For each course the steps reached with it that count for its role or open another course."""
    learner = Learner(levels)
    opening = {step for c in order for step in steps_needed(c.course, levels)}
    for candidate in order:
        reached = learner.take(candidate.course)
        counting = {step for step in reached if (candidate.role, step) in stakes.role_points}
        yield tuple(step for step in reached if step in opening or step in counting)
