"""A finished plan checked once more, without the solver: walked course by course and counted anew."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from desktop.errors import SestanteError
from desktop.planning.calendar.pace_checking import find_pace_problems
from desktop.planning.choosing.objective import MOST_COURSES_PER_ROLE
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
        yield from find_pace_problems(request, plan, mine)
    yield from _find_decision_problems(request, plan)
    if plan.cost_eur > request.constraints.budget_eur:
        yield f"The plan costs {plan.cost_eur} euro, the budget is {request.constraints.budget_eur} euro."
    counted = _count_value(request, plan)
    if counted != plan.value or plan.value > plan.bound:
        yield f"The plan claims a value of {plan.value} of at most {plan.bound}, it has {counted}."


def _find_course_problems(request: PlanRequest, planned: PlannedCourse) -> Iterator[str]:
    course, role = request.catalogue.courses[planned.course.id], planned.role
    name = f"Course {course.id} for {role}"
    is_decided = planned.decision is not None
    is_for_role = role in course.roles or is_decided
    if not is_for_role or request.people.get(role) != planned.people:
        yield f"{name} is planned for {planned.people} people it is not meant for."
    offered = course.languages_to_confirm if planned.is_language_to_confirm else course.languages
    is_wanted = planned.language in request.constraints.languages
    if planned.language not in offered or not (is_wanted or is_decided):
        yield f"{name} is not offered in {planned.language}, or nobody asked for it."
    if sum(planned.weeks.values()) != planned.hours:
        yield f"{name} is given other hours in its weeks than its {planned.hours}."
    if planned.decision is None or planned.decision.state != "under-way":
        yield from _find_price_problems(request, planned)
    if planned.decision is None or planned.decision.hours_left is None:
        if planned.hours < request.catalogue.hours(course):
            yield f"{name} takes longer than {planned.hours} hours."
    elif planned.hours < planned.decision.hours_left:
        yield f"{name} has more than {planned.hours} hours left."


def _find_price_problems(request: PlanRequest, planned: PlannedCourse) -> Iterator[str]:
    price = request.catalogue.courses[planned.course.id].cost_eur
    if price is None and planned.decision is None:
        yield f"Nobody knows what course {planned.course.id} costs."
    elif price is not None and planned.cost_eur < price * planned.people:
        yield f"Course {planned.course.id} for {planned.role} costs more than {planned.cost_eur} euro."


def _find_decision_problems(request: PlanRequest, plan: Plan) -> Iterator[str]:
    planned = set(plan.keys)
    told = {(each.decision.role, each.decision.course) for each in plan.unkept}
    for role, name in request.kept.keys() - planned - told:
        yield f"Course {name} for {role} was to be kept and is missing."
    for role, name in request.constraints.decided("excluded", "done").keys() & planned:
        yield f"Course {name} for {role} is planned although it was left out or done."


def _find_calendar_problems(request: PlanRequest, plan: Plan, mine: list[PlannedCourse]) -> Iterator[str]:
    role = mine[0].role
    spent: dict[int, Fraction] = {}
    for planned in mine:
        for week, hours in planned.weeks.items():
            spent[week] = spent.get(week, Fraction(0)) + hours
    capacity = dict(enumerate(request.week_hours[role]))
    for week, hours in spent.items():
        if hours > capacity.get(week, 0):
            yield f"Week {week} of {role} has {capacity.get(week, 0)} hours, not {hours}."
    if min(spent) < 0 or max(spent) >= plan.number_of_weeks:
        yield f"The courses of {role} do not end within {plan.number_of_weeks} weeks."
    if any(before.last_week > after.first_week for before, after in pairwise(mine)):
        yield f"Two courses of {role} run at the same time."


def _find_order_problems(request: PlanRequest, mine: list[PlannedCourse]) -> Iterator[str]:
    role = mine[0].role
    most = max(MOST_COURSES_PER_ROLE, sum(planned.decision is not None for planned in mine))
    if len(mine) > most:
        yield f"{role} has {len(mine)} courses, more than {most}."
    learner = Learner(request.present[role])
    for planned in mine:
        course = request.as_taken(request.catalogue.courses[planned.course.id], role)
        if planned.decision is None and (course.id in learner.taken or request.knows(role, course.id)):
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
