"""What another plan has that one had not, and the other way round."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.planning.plan import Plan, PlannedCourse

_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class CourseChange:
    """What became of a course of the later plan.

    `new_for` are the roles that did not take it; `weeks` is how much later (below 0: earlier) it begins for
    the others, 0 where it begins as before.
    """

    new_for: tuple[Role, ...] = ()
    weeks: int = 0
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class PlanComparison:
    """From one plan to another: courses for a role that enter and leave, and by how much each total grows.

    `hours` are of one person by role, roles without a difference left out; `value` counts points.
    """

    entering: tuple[PlannedCourse, ...]
    leaving: tuple[PlannedCourse, ...]
    changes: Mapping[str, CourseChange]
    hours: Mapping[Role, Fraction]
    cost_eur: int
    value: int

    @property
    def is_empty(self) -> bool:
        """Whether the two are the same in everything told here."""
        totals = self.cost_eur, self.value, len(self.hours)
        return not (self.entering or self.leaving or self.changes or any(totals))


def compare_plans(before: Plan, after: Plan) -> PlanComparison:
    """What changes from one plan to another of the same company; both in the order of `after` or `before`."""
    earlier, later = set(before.keys), set(after.keys)
    hours = {role: after.hours(role) - before.hours(role) for role in ROLES}
    return PlanComparison(
        entering=tuple(each for each in after.courses if (each.role, each.course.id) not in earlier),
        leaving=tuple(each for each in before.courses if (each.role, each.course.id) not in later),
        changes=dict(_changes(before, after)),
        hours={role: difference for role, difference in hours.items() if difference},
        cost_eur=after.cost_eur - before.cost_eur,
        value=after.value - before.value,
    )


def _changes(before: Plan, after: Plan) -> list[tuple[str, CourseChange]]:
    starts = {(each.role, each.course.id): each.first_week for each in before.courses}
    shifted = round((after.start - before.start).days / _DAYS_A_WEEK)
    known = {course for _, course in starts}
    found = []
    for course in dict.fromkeys(each.course.id for each in after.courses):
        mine = [each for each in after.courses if each.course.id == course]
        new_for = tuple(each.role for each in mine if (each.role, course) not in starts)
        moved = [
            each.first_week + shifted - starts[each.role, course]
            for each in mine
            if (each.role, course) in starts
        ]
        change = CourseChange(new_for, max(moved, key=abs, default=0), is_new=course not in known)
        if new_for or change.weeks:
            found.append((course, change))
    return found
