"""The chosen courses in their order and weeks, each with what it leads to and what is lost without it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from desktop.content.catalogue_file import Role
from desktop.planning.candidate import Candidate
from desktop.planning.learning import Learner, steps_needed
from desktop.planning.ordering import order_courses
from desktop.planning.plan import PlannedCourse, Step
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes
from desktop.planning.weeks import fill_weeks

_GUESSED = ("estimated", "unknown")


def schedule(
    request: PlanRequest, stakes: Stakes, chosen: tuple[Candidate, ...]
) -> tuple[PlannedCourse, ...]:
    """The chosen courses as they begin, each role's one after the other."""
    planned: list[PlannedCourse] = []
    whole = value_of(stakes, chosen)
    for role in request.people:
        order = order_courses(
            tuple(c for c in chosen if c.role == role), stakes.levels[role], stakes.role_points
        )
        durations = (Fraction(c.half_hours, 2) for c in order)
        calendar = fill_weeks(durations, request.constraints.hours(role))
        for candidate, steps, weeks in zip(
            order, _credits(order, stakes.levels[role], stakes), calendar, strict=True
        ):
            rest = value_of(stakes, (c for c in chosen if c is not candidate))
            course = _plan_course(candidate, request.people[role])
            planned.append(replace(course, steps=steps, weeks=weeks, value=whole - rest))
    return tuple(sorted(planned, key=lambda course: course.first_week))


def _plan_course(candidate: Candidate, people: int) -> PlannedCourse:
    return PlannedCourse(
        course=candidate.course,
        role=candidate.role,
        people=people,
        language=candidate.language.code,
        is_language_to_confirm=candidate.language.is_to_confirm,
        hours=Fraction(candidate.half_hours, 2),
        is_hours_estimated=candidate.course.hours is None or candidate.course.hours_basis in _GUESSED,
        cost_eur=candidate.cost_eur,
        weeks={},
        steps=(),
        value=0,
        alternative=None,
        lost_with_alternative=0,
    )


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
    order: tuple[Candidate, ...], levels: Mapping[str, int], stakes: Stakes
) -> Iterator[tuple[Step, ...]]:
    """For each course the steps reached with it that count for its role or open another course."""
    learner = Learner(levels)
    opening = {step for c in order for step in steps_needed(c.course, levels)}
    for candidate in order:
        reached = learner.take(candidate.course)
        counting = {step for step in reached if (candidate.role, step) in stakes.role_points}
        yield tuple(step for step in reached if step in opening or step in counting)
