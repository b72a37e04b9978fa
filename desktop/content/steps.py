"""The steps of a plan by key, and the one truth about courses: what became of one is its decision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

import msgspec

from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.content.company import Constraints
from desktop.content.decisions import CourseDecision, DecisionState

StepState = Literal["open", "under-way", "done", "dropped"]
STATES: tuple[StepState, ...] = get_args(StepState)
_DECIDED: Mapping[StepState, DecisionState] = MappingProxyType(
    {"under-way": "under-way", "done": "done", "dropped": "excluded"}
)
_BECAME: Mapping[DecisionState, StepState] = MappingProxyType(
    {decision: state for state, decision in _DECIDED.items()}
)


class CourseOf(NamedTuple):
    """A course as a role takes it."""

    course: str
    role: Role

    @property
    def key(self) -> str:
        """The step's key."""
        return f"course:{self.course}:{self.role}"


@dataclass(frozen=True, slots=True)
class StepChange:
    """What becomes of a step, and what is noted of it; a course for these other roles as well."""

    key: str
    state: StepState
    note: str = ""
    roles: tuple[Role, ...] = ()


def course_of(key: str) -> CourseOf | None:
    """The course of a step's key; None where it is the key of something else."""
    kind, _, rest = key.partition(":")
    course, _, named = rest.rpartition(":")
    role = next((each for each in ROLES if each == named), None)
    return CourseOf(course, role) if kind == "course" and course and role else None


def win_key(action: str) -> str:
    """The key of a quick win by its action's id."""
    return f"win:{action}"


def service_key(service: str) -> str:
    """The key of a hub's service by its id."""
    return f"service:{service}"


def state_of(decision: CourseDecision | None) -> StepState:
    """What a decision says became of its course; a wish alone leaves it open."""
    return "open" if decision is None else _BECAME.get(decision.state, "open")


def course_states(limits: Constraints) -> Iterator[tuple[str, StepState]]:
    """The keys of the courses that are no longer open, each with its state."""
    for each in limits.decisions:
        if (state := state_of(each)) != "open":
            yield CourseOf(each.course, each.role).key, state


def with_state(limits: Constraints, taken: CourseOf, state: StepState) -> Constraints:
    """The limits with the decision that a state of a course is; one that says so already stays as it is."""
    decisions = {(each.course, each.role): each for each in limits.decisions}
    if state_of(decisions.get(taken)) == state:
        return limits
    if state == "open":
        decisions.pop(taken)
    else:
        decisions[taken] = CourseDecision(course=taken.course, role=taken.role, state=_DECIDED[state])
    return msgspec.structs.replace(limits, decisions=tuple(decisions.values()))
