"""What the planner is asked: the catalogue, the company with its levels, and the limits of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    no need is stated, and courses that build on it are planned as if from 0. `role_levels` holds what the
    people of a role said of themselves, and comes before the company's level for that role. `start` is the
    first day where the constraints name none.
    """

    catalogue: Catalogue
    company: Company
    levels: Mapping[str, int | None]
    constraints: Constraints
    start: date
    role_levels: Mapping[Role, Mapping[str, int]] = field(default_factory=dict)

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
    def present(self) -> Mapping[Role, Mapping[str, int]]:
        """Where each role there is begins: the level (0-4) of each competence, 0 where not assessed."""
        company = {name: level or 0 for name, level in self.levels.items()}
        return {role: company | dict(self.role_levels.get(role, {})) for role in self.people}

    @cached_property
    def known_courses(self) -> Mapping[Role, frozenset[str]]:
        """By role, courses that teach nothing beyond it: what comes after them can begin at once."""
        return {
            role: frozenset(
                course.id
                for course in self.catalogue.courses.values()
                if course.teaches
                and all(levels.get(name, 0) >= reached for name, (_, reached) in course.teaches.items())
            )
            for role, levels in self.present.items()
        }

    def target(self, competence: str, role: Role) -> int:
        """The level (0-4) a role needs."""
        return self.catalogue.role_target(competence, self.company, role, self.people)

    def suits(self, course: CourseEntry, role: Role) -> bool:
        """Whether a course is for a role and no deeper than it needs."""
        return course.offer == "course" and role in course.roles and not self.is_beyond(course, role)

    def is_beyond(self, course: CourseEntry, role: Role) -> bool:
        """Whether a course goes deeper than all that a role needs of what it teaches.

        Who needs level 1 needs no level-2 course that passes level 1 on its way.
        """
        return course.level > max(1, *(self.target(name, role) for name in course.teaches), 0)
