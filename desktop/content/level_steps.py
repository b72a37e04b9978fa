"""The level steps that courses teach and build on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.content.catalogue_file import CourseEntry


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One level of a competence that a course lets a role reach."""

    competence: str
    level: int


def steps_taught(course: CourseEntry) -> frozenset[Step]:
    """The level steps a course teaches."""
    return frozenset(
        Step(competence, level)
        for competence, (needed, reached) in course.teaches.items()
        for level in range(needed + 1, reached + 1)
    )


def steps_needed(course: CourseEntry, levels: Mapping[str, int]) -> Iterator[Step]:
    """The level steps above the present levels that a course builds on."""
    for competence, (needed, _) in course.teaches.items():
        for level in range(levels.get(competence, 0) + 1, needed + 1):
            yield Step(competence, level)
