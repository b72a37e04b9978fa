"""What the planner is asked: the catalogue, the company with its levels, and the limits of the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import floor

import msgspec

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import CourseEntry, Role
from desktop.content.company import Company, Constraints
from desktop.content.decisions import CourseDecision
from desktop.planning.learning import Learner
from desktop.planning.weeks import week_hours


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

    @cached_property
    def people(self) -> Mapping[Role, int]:
        """How many people each role has that has any."""
        return (self.constraints.people or self.company.people).by_role()

    @cached_property
    def week_hours(self) -> Mapping[Role, tuple[Fraction, ...]]:
        """The hours of one person of each role in each week of the plan."""
        limits = self.constraints
        return {
            role: week_hours(self.first_day, limits.weeks, limits.hours(role), limits.holidays)
            for role in self.people
        }

    @cached_property
    def half_hours(self) -> Mapping[Role, int]:
        """Half-hours of one person of each role over all weeks, rounded down."""
        # Nearly all weeks have the same hours: multiplied, not added up.
        return {
            role: floor(2 * sum(hours * weeks.count(hours) for hours in {*weeks}))
            for role, weeks in self.week_hours.items()
        }

    @cached_property
    def kept(self) -> Mapping[tuple[Role, str], CourseDecision]:
        """The courses that have to be in the plan, by role and id: under way, or wanted."""
        return self.constraints.decided("under-way", "wanted")

    @cached_property
    def present(self) -> Mapping[Role, Mapping[str, int]]:
        """Where each role there is begins: the level (0-4) of each competence, 0 where not assessed.

        A course done counts for its role as far as it reaches on from where the role was.
        """
        company = {name: level or 0 for name, level in self.levels.items()}
        courses = self.catalogue.courses
        done = [key for key in self.constraints.decided("done") if key[1] in courses]
        found = {}
        for role in self.people:
            learner = Learner(company | dict(self.role_levels.get(role, {})))
            learner.follow(courses[name] for owner, name in done if owner == role)
            found[role] = learner.levels
        return found

    def knows(self, role: Role, name: str) -> bool:
        """Whether a role has done a course, or learns nothing from it: what comes after it is open."""
        if (role, name) in self._done:
            return True
        course, levels = self.catalogue.courses.get(name), self.present[role]
        if course is None or not course.teaches:
            return False
        return all(levels.get(each, 0) >= reached for each, (_, reached) in course.teaches.items())

    @cached_property
    def _done(self) -> Mapping[tuple[Role, str], CourseDecision]:
        return self.constraints.decided("done")

    def as_taken(self, listed: CourseEntry, role: Role) -> CourseEntry:
        """A course as a role would take it: what it knows already need not come before.

        What has begun needs nothing before: it counts from where the role stands.
        """
        decision = self.kept.get((role, listed.id))
        if decision is None or decision.state != "under-way":
            unmet = tuple(
                names for names in listed.after if not any(self.knows(role, each) for each in names)
            )
            return listed if unmet == listed.after else msgspec.structs.replace(listed, after=unmet)
        levels = self.present[role]
        teaches = {
            name: (min(needed, levels.get(name, 0)), reached)
            for name, (needed, reached) in listed.teaches.items()
        }
        return msgspec.structs.replace(listed, after=(), teaches=teaches)

    def target(self, competence: str, role: Role) -> int:
        """The level (0-4) a role needs."""
        return self._targets[role].get(competence, 0)

    @cached_property
    def _targets(self) -> Mapping[Role, Mapping[str, int]]:
        names = self.catalogue.targets
        return {
            role: {name: self.catalogue.role_target(name, self.company, role, self.people) for name in names}
            for role in self.people
        }

    def suits(self, course: CourseEntry, role: Role) -> bool:
        """Whether a course is for a role, in a wanted form, and no deeper than the role needs."""
        formats = self.constraints.formats
        return (
            course.offer == "course"
            and role in course.roles
            and (not formats or course.format in formats)
            and not self.is_beyond(course, role)
        )

    def is_beyond(self, course: CourseEntry, role: Role) -> bool:
        """Whether a course goes deeper than all that a role needs of what it teaches.

        Who needs level 1 needs no level-2 course that passes level 1 on its way.
        """
        return course.level > max(1, *(self.target(name, role) for name in course.teaches), 0)
