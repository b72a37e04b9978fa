"""Courses that open each other in a circle satisfy every row, yet none can be started: rows against that."""

from collections.abc import Iterable, Iterator, Mapping

from desktop.content.catalogue_file import Role
from desktop.planning.candidate import Candidate
from desktop.planning.formulation import Formulation, Row
from desktop.planning.learning import Learner


def startable(chosen: Iterable[Candidate], levels: Mapping[Role, Mapping[str, int]]) -> tuple[Candidate, ...]:
    """The chosen courses that really can be started, one after the other, each by its role."""
    chosen = tuple(chosen)
    stuck = {c.key for _, waiting in _stuck(chosen, levels) for c in waiting}
    return tuple(c for c in chosen if c.key not in stuck)


def loop_rows(
    formulation: Formulation, chosen: Iterable[Candidate], levels: Mapping[Role, Mapping[str, int]]
) -> Iterator[Row]:
    """For each course that never opens: it needs a course from outside the circle that opens one of them.

    Every plan that can be walked satisfies these rows: the first course of the circle to be started waits for
    a step or a course, which only one from outside can have given.
    """
    for learner, waiting in _stuck(tuple(chosen), levels):
        circle = {c.key for c in waiting}
        steps = {step for c in waiting for step in learner.missing_steps(c.course)}
        names = {name for c in waiting for names in learner.missing_courses(c.course) for name in names}
        openers, members = [], []
        for place, c in enumerate(formulation.candidates):
            if c.key in circle:
                members.append(place)
            elif c.role == waiting[0].role and (c.course.id in names or not steps.isdisjoint(c.steps)):
                openers.append(place)
        for member in members:
            yield Row(((member, 1), *((opener, -1) for opener in openers)), 0)


def _stuck(
    chosen: tuple[Candidate, ...], levels: Mapping[Role, Mapping[str, int]]
) -> Iterator[tuple[Learner, tuple[Candidate, ...]]]:
    for role in sorted({c.role for c in chosen}):
        learner = Learner(levels[role])
        mine = [c for c in chosen if c.role == role]
        waiting = {course.id for course in learner.take_all(c.course for c in mine)}
        if waiting:
            yield learner, tuple(c for c in mine if c.course.id in waiting)
