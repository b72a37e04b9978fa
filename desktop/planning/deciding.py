"""What somebody chooses for a course, written into the limits of the plan."""

from dataclasses import dataclass
from fractions import Fraction

import msgspec

from desktop.content.catalogue_file import Role
from desktop.content.company import Constraints
from desktop.content.decisions import CourseDecision, DecisionState


@dataclass(frozen=True, slots=True)
class Choice:
    """A state for a course and all roles it is chosen for; None takes back what was decided.

    `week` and `hours_left` are those of `CourseDecision`.
    """

    course: str
    roles: tuple[Role, ...]
    state: DecisionState | None
    week: int = 0
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
                hours_left=choice.hours_left,
            )
    return msgspec.structs.replace(limits, decisions=tuple(decisions.values()))
