"""Which courses come into question for which role, and which of them another one makes superfluous."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.content.catalogue_file import Role
from desktop.planning.candidate import Candidate, candidate_for
from desktop.planning.learning import Learner, steps_needed
from desktop.planning.plan import Step
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes

Key = tuple[Role, str]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Courses worth choosing from; `dominated` ones have a better twin among the `kept`.

    `reachable` holds every step some role can reach if hours and budget were enough for all courses.
    """

    kept: tuple[Candidate, ...]
    dominated: tuple[Candidate, ...]
    reachable: frozenset[tuple[Role, Step]]


def find_candidates(request: PlanRequest, stakes: Stakes, without: Collection[Key] = ()) -> Candidates:
    """All courses that fit alone and are of use, in an order that does not depend on the catalogue's."""
    kept: list[Candidate] = []
    dominated: list[Candidate] = []
    reachable: set[tuple[Role, Step]] = set()
    for role in request.people:
        fitting = [c for c in _fitting(request, role) if c.key not in without]
        levels = stakes.levels[role]
        learner = Learner(levels)
        never_open = {course.id for course in learner.take_all(c.course for c in fitting)}
        reachable |= {(role, step) for step in learner.reached}
        open_one_day = [c for c in fitting if c.is_kept or c.course.id not in never_open]
        useful = _useful(open_one_day, role, stakes)
        superfluous = _dominated(useful, levels)
        kept += [c for c in useful if c.key not in superfluous]
        dominated += [c for c in useful if c.key in superfluous]
    return Candidates(tuple(kept), tuple(dominated), frozenset(reachable))


def _fitting(request: PlanRequest, role: Role) -> list[Candidate]:
    """Courses for a role in its languages that alone keep to hours and budget, and those to be kept."""
    excluded = request.constraints.decided("excluded", "done")
    listed = [course for _, course in sorted(request.catalogue.courses.items())]
    found = (candidate_for(request, course, role) for course in listed if (role, course.id) not in excluded)
    return [candidate for candidate in found if candidate is not None]


def _useful(fitting: list[Candidate], role: Role, stakes: Stakes) -> list[Candidate]:
    """Courses worth points, to be kept, or opening the way to one; each with its useful steps only."""
    by_id = {c.course.id: c for c in fitting}
    by_step = _by_step(fitting)
    useful_steps = {step for owner, step in stakes.role_points if owner == role}
    waiting = [c for step in useful_steps for c in by_step.get(step, ())]
    waiting += [c for c in fitting if c.is_kept]
    useful: set[str] = set()
    while waiting:
        course = waiting.pop().course
        if course.id in useful:
            continue
        useful.add(course.id)
        waiting += [by_id[name] for names in course.after for name in names if name in by_id]
        opening = set(steps_needed(course, stakes.levels[role])) - useful_steps
        useful_steps |= opening
        waiting += [c for step in opening for c in by_step.get(step, ())]
    return [replace(c, steps=c.steps & useful_steps) for c in fitting if c.course.id in useful]


def _by_step(candidates: Iterable[Candidate]) -> dict[Step, list[Candidate]]:
    found: dict[Step, list[Candidate]] = {}
    for candidate in candidates:
        for step in candidate.steps:
            found.setdefault(step, []).append(candidate)
    return found


def _dominated(useful: list[Candidate], levels: Mapping[str, int]) -> set[Key]:
    """Courses nobody builds on that another can replace in any plan without loss."""
    prerequisites = {name for c in useful for names in c.course.after for name in names}
    by_step = _by_step(useful)
    found = set()
    for candidate in useful:
        if candidate.course.id in prerequisites or not candidate.steps or candidate.is_kept:
            continue
        rivals = min((by_step[step] for step in candidate.steps), key=len)
        if any(_dominates(rival, candidate, levels) for rival in rivals):
            found.add(candidate.key)
    return found


def _dominates(rival: Candidate, other: Candidate, levels: Mapping[str, int]) -> bool:
    """Whether a rival teaches all that the other does, opens no later, asks for no more; a strict order."""
    numbers = (rival.half_hours, rival.cost_eur, rival.effort)
    limits = (other.half_hours, other.cost_eur, other.effort)
    conditions = _conditions(rival, levels), _conditions(other, levels)
    is_no_worse = (
        rival.steps >= other.steps
        and all(number <= limit for number, limit in zip(numbers, limits, strict=True))
        and conditions[0] <= conditions[1]
    )
    is_same = rival.steps == other.steps and numbers == limits and conditions[0] == conditions[1]
    return is_no_worse and (not is_same or (rival.tie, rival.key) < (other.tie, other.key))


def _conditions(candidate: Candidate, levels: Mapping[str, int]) -> frozenset[Step | tuple[str, ...]]:
    """All that has to be there before a course can start."""
    return frozenset({*steps_needed(candidate.course, levels), *candidate.course.after})
