"""What the planner is asked: the catalogue, the company with its levels, and the limits of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import floor

from desktop.content.catalogue import Catalogue
from desktop.content.catalogue_file import CourseEntry, Role
from desktop.content.company import Company, Constraints


@dataclass(frozen=True)
class PlanRequest:
    """Everything a plan depends on.

    `levels` holds the present level (0-4) of each competence; None or absent where it was not assessed: then
    no need is stated, and courses that build on it are planned as if from 0. `start` is the first day where
    the constraints name none.
    """

    catalogue: Catalogue
    company: Company
    levels: Mapping[str, int | None]
    constraints: Constraints
    start: date

    @property
    def first_day(self) -> date:
        """The day the plan begins."""
        return self.constraints.start or self.start

    @property
    def people(self) -> Mapping[Role, int]:
        """How many people each role has that has any."""
        return (self.constraints.people or self.company.people).by_role()

    def half_hours(self, role: Role) -> int:
        """Half-hours of one person of a role over all weeks, rounded down."""
        return floor(2 * self.constraints.hours(role) * self.constraints.weeks)

    @cached_property
    def known_courses(self) -> frozenset[str]:
        """Courses that teach nothing beyond the present levels: what comes after them can begin at once."""
        return frozenset(
            course.id
            for course in self.catalogue.courses.values()
            if course.teaches
            and all((self.levels.get(name) or 0) >= reached for name, (_, reached) in course.teaches.items())
        )

    def suits(self, course: CourseEntry, role: Role) -> bool:
        """Whether a course is for a role and no deeper than this company needs."""
        return course.offer == "course" and role in course.roles and not self.is_beyond(course)

    def is_beyond(self, course: CourseEntry) -> bool:
        """Whether a course goes deeper than all targets of this company in what it teaches.

        A micro firm whose target is level 1 needs no level-2 course that passes level 1 on its way.
        """
        targets = [self.catalogue.target_level(name, self.company) for name in course.teaches]
        return course.level > max(1, *targets, 0)
