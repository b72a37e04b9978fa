"""A finished plan checked once more, without the solver: walked course by course and counted anew."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from desktop.errors import SestanteError
from desktop.planning.formulation import MOST_COURSES_PER_ROLE
from desktop.planning.learning import Learner
from desktop.planning.plan import Plan, PlannedCourse
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import weigh


class PlanError(SestanteError):
    """A plan breaks its own rules: a fault of the program, never of the reader's data."""


def find_plan_problems(request: PlanRequest, plan: Plan) -> Iterator[str]:
    """A sentence for each rule a plan breaks; none for a plan that can be followed as it stands."""
    for planned in plan.courses:
        yield from _find_course_problems(request, planned)
    for role in {planned.role for planned in plan.courses}:
        mine = [planned for planned in plan.courses if planned.role == role]
        yield from _find_calendar_problems(request, plan, mine)
        yield from _find_order_problems(request, mine)
    if plan.cost_eur > request.constraints.budget_eur:
        yield f"The plan costs {plan.cost_eur} euro, the budget is {request.constraints.budget_eur} euro."
    counted = _count_value(request, plan)
    if counted != plan.value or plan.value > plan.bound:
        yield f"The plan claims a value of {plan.value} of at most {plan.bound}, it has {counted}."


def _find_course_problems(request: PlanRequest, planned: PlannedCourse) -> Iterator[str]:
    course, role = planned.course, planned.role
    name = f"Course {course.id} for {role}"
    if role not in course.roles or request.people.get(role) != planned.people:
        yield f"{name} is planned for {planned.people} people it is not meant for."
    offered = course.languages_to_confirm if planned.is_language_to_confirm else course.languages
    if planned.language not in offered or planned.language not in request.constraints.languages:
        yield f"{name} is not offered in {planned.language}, or nobody asked for it."
    if course.cost_eur is None or planned.cost_eur < course.cost_eur * planned.people:
        yield f"{name} costs more than {planned.cost_eur} euro."
    if planned.hours < request.catalogue.hours(course):
        yield f"{name} takes longer than {planned.hours} hours."
    if sum(planned.weeks.values()) != planned.hours:
        yield f"{name} is given other hours in its weeks than its {planned.hours}."


def _find_calendar_problems(request: PlanRequest, plan: Plan, mine: list[PlannedCourse]) -> Iterator[str]:
    role = mine[0].role
    spent: dict[int, Fraction] = {}
    for planned in mine:
        for week, hours in planned.weeks.items():
            spent[week] = spent.get(week, Fraction(0)) + hours
    if max(spent.values()) > request.constraints.hours(role):
        yield f"A week of {role} is fuller than {request.constraints.hours(role)} hours."
    if min(spent) < 0 or max(spent) >= plan.number_of_weeks:
        yield f"The courses of {role} do not end within {plan.number_of_weeks} weeks."
    if any(before.last_week > after.first_week for before, after in pairwise(mine)):
        yield f"Two courses of {role} run at the same time."


def _find_order_problems(request: PlanRequest, mine: list[PlannedCourse]) -> Iterator[str]:
    role = mine[0].role
    if len(mine) > MOST_COURSES_PER_ROLE:
        yield f"{role} has {len(mine)} courses, more than {MOST_COURSES_PER_ROLE}."
    learner = Learner(request.present[role])
    learner.taken |= request.known_courses[role]
    for planned in mine:
        course = request.catalogue.courses[planned.course.id]
        if course.id in learner.taken:
            yield f"Course {course.id} is planned twice for {planned.role}, or teaches nothing new."
        if not learner.can_start(course):
            yield f"Course {course.id} cannot be started by {planned.role} when the plan says so."
        learner.take(course)


def _count_value(request: PlanRequest, plan: Plan) -> int:
    learners = {planned.role: Learner(request.present[planned.role]) for planned in plan.courses}
    for planned in plan.courses:
        learners[planned.role].take(planned.course)
    reached = ((role, step) for role, learner in learners.items() for step in learner.reached)
    return weigh(request).value(reached)
