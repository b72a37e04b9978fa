"""What a plan is: the chosen courses in their weeks, why each was chosen, and the gaps that stay open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from desktop.content.catalogues.catalogue_file import CourseEntry, Role
from desktop.content.decisions import CourseDecision
from desktop.planning.remedy import Remedy


@dataclass(frozen=True, slots=True)
class Need:
    """A competence the company should raise: present and target level (0-4) and how urgent it is (1-5)."""

    competence: str
    level: int
    target: int
    priority: int


class Step(NamedTuple):
    """One level of a competence that a course lets a role reach."""

    competence: str
    level: int


@dataclass(frozen=True, slots=True)
class PlannedCourse:
    """A course for one role, in its weeks.

    `hours` are of one person, rounded up to half-hours, `cost_eur` of all `people` together; `weeks` maps a
    week (0 is the first) to the hours spent in it. `steps` are those that count or open a later course; a
    course that is only another's prerequisite has none. `value` is the gain the plan loses if the course is
    simply struck out, with all that then cannot start. `alternative` is the id of the course that would
    replace it best, if any, and `lost_with_alternative` what that costs; `explain_alternatives` fills both.
    `decision` is what was decided about it: wanted, perhaps from a week on, or under way.
    """

    course: CourseEntry
    role: Role
    people: int
    language: str
    is_language_to_confirm: bool
    hours: Fraction
    is_hours_estimated: bool
    cost_eur: int
    weeks: Mapping[int, Fraction]
    steps: tuple[Step, ...]
    value: int
    alternative: str | None
    lost_with_alternative: int
    decision: CourseDecision | None = None

    @property
    def first_week(self) -> int:
        """The week in which it starts, counted from 0."""
        return min(self.weeks)

    @property
    def last_week(self) -> int:
        """The week in which it ends, counted from 0."""
        return max(self.weeks)


@dataclass(frozen=True, slots=True)
class OpenGap:
    """The first `level` towards a target that no role reaches with this plan, one for each competence.

    `reason` is one of the keys of `REASONS`; `explain_open_gaps` fills `remedies`, what would close it.
    """

    competence: str
    level: int
    target: int
    reason: str
    number: int = 0
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True, slots=True)
class Unkept:
    """A course that was to be kept and could not be.

    `reason` is one of `UNKEPT_REASONS`; `number` says how many hours or euro more would do.
    """

    decision: CourseDecision
    reason: str
    number: int = 0


UNKEPT_REASONS = ("gone", "no-role", "hours", "budget", "entry", "together")
"""Why a decision cannot be kept: the catalogue has no such course; the company has nobody in that role; with
the others kept it asks for `number` hours or euro too many; what it builds on cannot be had; all of it
together."""

REASONS = (
    "practice",
    "no-course",
    "beyond",
    "no-role",
    "language",
    "form",
    "left-out",
    "budget",
    "price-unknown",
    "hours",
    "no-room",
    "together",
    "displaced",
    "entry",
)
"""Why a gap stays open: someone has learned it and the company does not do it yet; nothing teaches it; all
that does goes deeper than the company needs; nothing for the roles present; nothing in the languages chosen
(`number` courses exist in others); nothing in the forms chosen (`number` in others); all `number` courses
were left out; every course costs more than the budget (`number` euro more would do); prices are unknown;
every course is longer than the hours there are (`number` hours more would do); beside the courses of the
plan there is no room, whichever of the next two it is; prerequisites, hours and budget together; it would
displace other steps, and the plan be worth `number` points less in all (0: as good, but dearer or longer);
the company is below the level where the courses begin, or what they build on cannot be had."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The best plan under its limits. `value` counts weighted level steps; `bound` is the proven upper limit.

    `is_optimal` says that no plan is better; otherwise the best one lies between `value` and `bound`.
    `unspread` are the roles whose courses were to be spread evenly and could not be: they come early.
    """

    start: date
    number_of_weeks: int
    courses: tuple[PlannedCourse, ...]
    needs: tuple[Need, ...]
    open_gaps: tuple[OpenGap, ...]
    value: int
    bound: int
    is_optimal: bool
    unkept: tuple[Unkept, ...] = ()
    unspread: tuple[Role, ...] = ()

    @property
    def keys(self) -> tuple[tuple[Role, str], ...]:
        """Role and id of each course."""
        return tuple((planned.role, planned.course.id) for planned in self.courses)

    @property
    def end(self) -> date:
        """The first day after the last week of study; `start` where there is none."""
        weeks = max((planned.last_week + 1 for planned in self.courses), default=0)
        return self.start + timedelta(weeks=weeks)

    @property
    def cost_eur(self) -> int:
        """What all courses cost for all people."""
        return sum(planned.cost_eur for planned in self.courses)

    def hours(self, role: Role) -> Fraction:
        """Hours of one person of a role over the whole plan."""
        return sum((planned.hours for planned in self.courses if planned.role == role), Fraction(0))
