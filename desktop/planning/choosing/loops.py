"""Courses that open each other in a circle satisfy every row, yet none can be started: rows against that."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.choosing.formulation import Formulation, Row
from desktop.planning.learning import Learner, steps_needed
from desktop.planning.plan import Step


def startable(chosen: Iterable[Candidate], levels: Mapping[Role, Mapping[str, int]]) -> tuple[Candidate, ...]:
    """The chosen courses that really can be started, one after the other, each by its role."""
    chosen = tuple(chosen)
    stuck = {c.key for _, waiting in _stuck(chosen, levels) for c in waiting}
    return tuple(c for c in chosen if c.key not in stuck)


def may_circle(program: Formulation, levels: Mapping[Role, Mapping[str, int]]) -> bool:
    """Whether courses could open each other in a circle at all; where not, every choice can be walked."""
    before: dict[tuple[Role, Step | str], set[tuple[Role, Step | str]]] = {}
    for c in program.candidates:
        steps = frozenset(steps_needed(c.course, levels[c.role]))
        needed: set[Step | str] = {*steps, *(name for names in c.course.after for name in names)}
        gained: tuple[Step | str, ...] = (*(c.steps - steps), c.course.id)
        for had in gained:
            before.setdefault((c.role, had), set()).update((c.role, need) for need in needed)
    try:
        TopologicalSorter(before).prepare()
    except CycleError:
        return True
    return False


def pair_rows(program: Formulation, levels: Mapping[Role, Mapping[str, int]]) -> Iterator[Row]:
    """The rows against the smallest circles: two steps, each taught by courses that need the other."""
    needed = [frozenset(steps_needed(c.course, levels[c.role])) for c in program.candidates]
    teaching: dict[tuple[Role, Step], set[int]] = {}
    leading: set[tuple[Role, Step, Step]] = set()
    for place, c in enumerate(program.candidates):
        for step in c.steps:
            teaching.setdefault((c.role, step), set()).add(place)
        leading.update((c.role, need, step) for need in needed[place] for step in c.steps - needed[place])
    for role, step, other in sorted(leading):
        if step < other and (role, other, step) in leading and step.competence != other.competence:
            either = teaching[role, step] | teaching[role, other]
            openers = [place for place in sorted(either) if needed[place].isdisjoint((step, other))]
            yield from _opened_by(openers, (program.role_steps[role, each] for each in (step, other)))


def loop_rows(
    program: Formulation, chosen: Iterable[Candidate], levels: Mapping[Role, Mapping[str, int]]
) -> Iterator[Row]:
    """What a circle waits for can only be opened by a course that waits for none of it.

    Every plan that can be walked satisfies these rows: of all steps and courses that the circle waits for,
    the first one to be had came with a course that needed none of them. They hold for all courses of the
    role, not only for those of the circle.
    """
    for learner, waiting in _stuck(tuple(chosen), levels):
        role = waiting[0].role
        steps = {step for c in waiting for step in learner.missing_steps(c.course)}
        names = {name for c in waiting for names in learner.missing_courses(c.course) for name in names}
        mine = [(place, c) for place, c in enumerate(program.candidates) if c.role == role]
        bound = [place for place, c in mine if _waits(c, steps, names, levels[role])]
        openers = [
            place
            for place, c in mine
            if place not in bound and (c.course.id in names or not steps.isdisjoint(c.steps))
        ]
        yield from _opened_by(openers, (*(program.role_steps[role, step] for step in sorted(steps)), *bound))


def _opened_by(openers: Collection[int], bound: Iterable[int]) -> Iterator[Row]:
    for place in bound:
        yield Row(((place, 1), *((opener, -1) for opener in openers)), 0)


def _waits(c: Candidate, steps: Collection[Step], names: Collection[str], levels: Mapping[str, int]) -> bool:
    """Whether a course cannot start without one of the steps, or of the courses."""
    needs_step = any(step in steps for step in steps_needed(c.course, levels))
    return needs_step or any(set(alternatives) <= set(names) for alternatives in c.course.after)


def _stuck(
    chosen: tuple[Candidate, ...], levels: Mapping[Role, Mapping[str, int]]
) -> Iterator[tuple[Learner, tuple[Candidate, ...]]]:
    for role in sorted({c.role for c in chosen}):
        learner = Learner(levels[role])
        mine = [c for c in chosen if c.role == role]
        waiting = {course.id for course in learner.take_all(c.course for c in mine)}
        if waiting:
            yield learner, tuple(c for c in mine if c.course.id in waiting)
