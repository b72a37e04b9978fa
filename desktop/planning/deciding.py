"""What somebody chooses for a course, written into the limits of the plan."""

from dataclasses import dataclass
from fractions import Fraction

import msgspec

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Constraints
from desktop.content.decisions import CourseDecision, DecisionState
from desktop.planning.plan import Plan, PlannedCourse


@dataclass(frozen=True, slots=True)
class Choice:
    """A state for a course and all roles it is chosen for; None takes back what was decided.

    `week`, `only_week` and `hours_left` are those of `CourseDecision`.
    """

    course: str
    roles: tuple[Role, ...]
    state: DecisionState | None
    week: int | None = None
    only_week: bool = False
    hours_left: Fraction | None = None


def with_choice(limits: Constraints, choice: Choice) -> Constraints:
    """The limits with a choice in them; a decision changed keeps its place, as the first goes first."""
    decisions = {(each.role, each.course): each for each in limits.decisions}
    for role in choice.roles:
        key = role, choice.course
        if choice.state is None:
            decisions.pop(key, None)
        else:
            decisions[key] = CourseDecision(
                course=choice.course,
                role=role,
                state=choice.state,
                week=choice.week,
                only_week=choice.only_week,
                hours_left=choice.hours_left,
            )
    return msgspec.structs.replace(limits, decisions=tuple(decisions.values()))


def is_movable(planned: PlannedCourse) -> bool:
    """Whether it can begin in another week: what is under way goes on first."""
    return planned.decision is None or planned.decision.state == "wanted"


def is_pinned(planned: PlannedCourse) -> bool:
    """Whether somebody chose the week in which it begins."""
    return is_movable(planned) and planned.decision is not None and planned.decision.week is not None


def moved(planned: PlannedCourse, week: int, plan: Plan) -> Choice:
    """The course from a week (0 is the first) on, for its role.

    Brought back to a first week in which its role studies nothing else, it needs no week of its own.
    """
    rivals = (each for each in plan.courses if each.role == planned.role and each is not planned)
    if week == 0 and is_pinned(planned) and all(rival.first_week > 0 for rival in rivals):
        return unpinned(planned)
    decision = planned.decision
    is_only_week = decision is None or decision.only_week
    return Choice(planned.course.id, (planned.role,), "wanted", week, is_only_week)


def unpinned(planned: PlannedCourse) -> Choice:
    """The course without its week: whatever else was decided about it stays."""
    is_all = planned.decision is None or planned.decision.only_week
    return Choice(planned.course.id, (planned.role,), None if is_all else "wanted")
