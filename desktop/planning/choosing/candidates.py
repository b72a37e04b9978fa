"""Which courses come into question for which role, and which of them another one makes superfluous."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.choosing.candidate import Candidate, candidate_for
from desktop.planning.learning import Learner, steps_needed
from desktop.planning.plan import Step
from desktop.planning.request import PlanRequest
from desktop.planning.stakes import Stakes
from desktop.stopping import refuse_if_stopped

Key = tuple[Role, str]
Fitting = Mapping[Role, tuple[Candidate, ...]]
"""For each role the courses that it could take."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Courses worth choosing from; `dominated` ones have a better twin among the `kept`.

    `reachable` holds every step of use that some role can reach if hours and budget were enough for all.
    """

    kept: tuple[Candidate, ...]
    dominated: tuple[Candidate, ...]
    reachable: frozenset[tuple[Role, Step]]


def find_candidates(request: PlanRequest, stakes: Stakes) -> Candidates:
    """All courses that fit alone and are of use, in an order that does not depend on the catalogue's."""
    return find_useful(find_fitting(request), stakes)


def find_fitting(request: PlanRequest) -> Fitting:
    """All courses that fit alone, of use or not; those to be kept whether they fit or not."""
    return {role: tuple(_fitting(request, role)) for role in request.people}


def find_useful(fitting: Fitting, stakes: Stakes, without: Collection[Key] = ()) -> Candidates:
    """Those of use among the courses that fit alone, some left out."""
    kept: list[Candidate] = []
    dominated: list[Candidate] = []
    reachable: set[tuple[Role, Step]] = set()
    for role, mine in fitting.items():
        refuse_if_stopped()
        useful = _useful((c for c in mine if c.key not in without), role, stakes)
        learner = Learner(stakes.levels[role])
        never_open = {course.id for course in learner.take_all(c.course for c in useful)}
        reachable |= {(role, step) for step in learner.reached}
        if never_open:
            useful = _useful((c for c in useful if c.is_kept or c.course.id not in never_open), role, stakes)
        superfluous = _dominated(useful, stakes.levels[role])
        kept += [c for c in useful if c.key not in superfluous]
        dominated += [c for c in useful if c.key in superfluous]
    return Candidates(tuple(kept), tuple(dominated), frozenset(reachable))


def _fitting(request: PlanRequest, role: Role) -> Iterator[Candidate]:
    """Courses for a role in its languages that alone keep to hours and budget, and those to be kept."""
    excluded = request.constraints.decided("excluded", "done")
    courses = request.catalogue.courses
    listed = {course.id: course for course in request.catalogue.courses_in(request.constraints.languages)}
    listed.update((name, courses[name]) for owner, name in request.kept if owner == role and name in courses)
    for name, course in sorted(listed.items()):
        if (role, name) not in excluded and (found := candidate_for(request, course, role)) is not None:
            yield found


def _useful(fitting: Iterable[Candidate], role: Role, stakes: Stakes) -> list[Candidate]:
    """Courses worth points, to be kept, or opening the way to one; each with its useful steps only."""
    by_id = {c.course.id: c for c in fitting}
    by_step = _by_step(by_id.values())
    useful_steps = {step for owner, step in stakes.role_points if owner == role}
    waiting = [c for step in useful_steps for c in by_step.get(step, ())]
    waiting += [c for c in by_id.values() if c.is_kept]
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
    return [replace(c, steps=c.steps & useful_steps) for c in by_id.values() if c.course.id in useful]


def _by_step(candidates: Iterable[Candidate]) -> dict[Step, list[Candidate]]:
    found: dict[Step, list[Candidate]] = {}
    for candidate in candidates:
        for step in candidate.steps:
            found.setdefault(step, []).append(candidate)
    return found


def _dominated(useful: list[Candidate], levels: Mapping[str, int]) -> set[Key]:
    """Courses nobody builds on that another can replace in any plan without loss."""
    prerequisites = {name for c in useful for names in c.course.after for name in names}
    rivals: dict[Step, list[_Rival]] = {}
    found = set()
    all_rivals = [_Rival.of(c, levels) for c in useful]
    for rival in all_rivals:
        for step in rival.candidate.steps:
            rivals.setdefault(step, []).append(rival)
    for rival in all_rivals:
        c = rival.candidate
        if c.course.id in prerequisites or not c.steps or c.is_kept:
            continue
        fewest = min((rivals[step] for step in c.steps), key=len)
        if any(other.dominates(rival) for other in fewest):
            found.add(c.key)
    return found


@dataclass(frozen=True, slots=True)
class _Rival:
    """A course with what it asks for: hours, money and effort, and all that has to be there before it."""

    candidate: Candidate
    half_hours: int
    cost_eur: int
    effort: int
    conditions: frozenset[Step | tuple[str, ...]]

    @classmethod
    def of(cls, c: Candidate, levels: Mapping[str, int]) -> Self:
        conditions: set[Step | tuple[str, ...]] = {*steps_needed(c.course, levels), *c.course.after}
        return cls(c, c.half_hours, c.cost_eur, c.effort, frozenset(conditions))

    def dominates(self, other: Self) -> bool:
        """Whether it teaches all that the other does, opens no later, asks for no more; a strict order."""
        if (
            self.half_hours > other.half_hours
            or self.cost_eur > other.cost_eur
            or self.effort > other.effort
            or not self.candidate.steps >= other.candidate.steps
            or not self.conditions <= other.conditions
        ):
            return False
        if self._asks == other._asks and self.candidate.steps == other.candidate.steps:
            mine, its = self.candidate, other.candidate
            return (mine.tie, mine.key) < (its.tie, its.key)
        return True

    @property
    def _asks(self) -> tuple[object, ...]:
        return self.half_hours, self.cost_eur, self.effort, self.conditions
