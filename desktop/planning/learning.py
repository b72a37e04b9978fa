"""Taking courses one after the other: which can be started, and which levels they lead to."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Self

from desktop.content.catalogues.advice_file import AdviceEntry
from desktop.content.catalogues.catalogue_file import CourseEntry
from desktop.planning.plan import Step


def steps_taught(course: CourseEntry) -> frozenset[Step]:
    """The level steps a course teaches."""
    return _steps(tuple(course.teaches.items()))


def teaches(course: CourseEntry, step: Step) -> bool:
    """Whether a course teaches a level step."""
    needed, reached = course.teaches.get(step.competence, (0, 0))
    return needed < step.level <= reached


def steps_raised(entry: AdviceEntry) -> frozenset[Step]:
    """The level steps that an action or a service leads to."""
    return _steps(tuple(entry.raises.items()))


def leads_to(entry: AdviceEntry, step: Step) -> bool:
    """Whether an action or a service leads to a level step."""
    needed, reached = entry.raises.get(step.competence, (0, 0))
    return needed < step.level <= reached


@lru_cache(maxsize=4096)  # asked for the same few hundred courses again and again
def _steps(levels: tuple[tuple[str, tuple[int, int]], ...]) -> frozenset[Step]:
    return frozenset(
        Step(competence, level)
        for competence, (needed, reached) in levels
        for level in range(needed + 1, reached + 1)
    )


def steps_needed(course: CourseEntry, levels: Mapping[str, int]) -> Iterator[Step]:
    """The level steps above the present levels that a course builds on."""
    for competence, (needed, _) in course.teaches.items():
        for level in range(levels.get(competence, 0) + 1, needed + 1):
            yield Step(competence, level)


class Learner:
    """One person on the way through courses: what has been taken and which level steps were reached."""

    def __init__(self, levels: Mapping[str, int]) -> None:
        self.levels = dict(levels)
        self.taken: set[str] = set()
        self.reached: set[Step] = set()
        self._taught: set[Step] = set()

    def copy(self) -> Self:
        """Another one who has come as far and can go on another way."""
        twin = type(self)(self.levels)
        twin.taken, twin.reached, twin._taught = {*self.taken}, {*self.reached}, {*self._taught}
        return twin

    def can_start(self, course: CourseEntry) -> bool:
        """Whether the levels and the courses taken so far open this course."""
        return not self.missing_steps(course) and not self.missing_courses(course)

    def missing_steps(self, course: CourseEntry) -> tuple[Step, ...]:
        """The next level of each competence that is still too low for a course."""
        return tuple(
            Step(competence, self.levels.get(competence, 0) + 1)
            for competence, (needed, _) in course.teaches.items()
            if self.levels.get(competence, 0) < needed
        )

    def missing_courses(self, course: CourseEntry) -> tuple[tuple[str, ...], ...]:
        """The alternatives of which one has to come first and none has been taken."""
        return tuple(names for names in course.after if self.taken.isdisjoint(names))

    def take(self, course: CourseEntry) -> tuple[Step, ...]:
        """Take a course; the levels newly reached with it."""
        self.taken.add(course.id)
        self._taught |= steps_taught(course)
        reached = []
        for competence in course.teaches:
            step = Step(competence, self.levels.get(competence, 0) + 1)
            while step in self._taught:
                self.levels[competence] = step.level
                reached.append(step)
                step = Step(competence, step.level + 1)
        self.reached.update(reached)
        return tuple(reached)

    def follow(self, courses: Iterable[CourseEntry]) -> None:
        """Take courses that were done, in the order that fits; none is refused."""
        for course in self.take_all(courses):
            self.take(course)

    def take_all(self, courses: Iterable[CourseEntry]) -> tuple[CourseEntry, ...]:
        """Take courses as they become open; those that never do are returned."""
        waiting = list(courses)
        while True:
            still_waiting = []
            for course in waiting:
                if self.can_start(course):
                    self.take(course)
                else:
                    still_waiting.append(course)
            if len(still_waiting) == len(waiting):
                return tuple(waiting)
            waiting = still_waiting
