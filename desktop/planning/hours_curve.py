"""What each half-hour a week brings: the best plans of one company over the hours of one role."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

import msgspec

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.plan import Plan
from desktop.planning.ready_plans import ReadyPlans
from desktop.planning.request import PlanRequest

_POSITIONS = 8
_HALF = Fraction(1, 2)
_MOST = Fraction(80, 100)  # of the value that most hours bring


@dataclass(frozen=True, slots=True)
class HoursCurve:
    """Hours a week of one person of a role, each with the value of the best plan; the fewest hours first.

    `present` are the hours of the plan that is looked at.
    """

    role: Role
    present: Fraction
    values: tuple[tuple[Fraction, int], ...]

    @property
    def most(self) -> Fraction:
        """The most hours that were looked at."""
        return self.values[-1][0]

    def share(self, value: int) -> Fraction:
        """A value as a share of what the most hours bring."""
        return Fraction(value, self.values[-1][1])

    @property
    def enough(self) -> tuple[Fraction, Fraction]:
        """The fewest hours that bring four fifths of what the most hours bring, and the share they do."""
        shares = ((hours, self.share(value)) for hours, value in self.values)
        return next((hours, share) for hours, share in shares if share >= _MOST)

    @property
    def says_something(self) -> bool:
        """Whether the last hours bring less than the first."""
        return self.values[-1][1] > 0 and self.enough[0] < self.most


def hours_curve(
    ready: ReadyPlans, request: PlanRequest, plan: Plan, is_wanted: Callable[[], bool]
) -> HoursCurve | None:
    """The curve of the role that studies most in a plan; None without one, or where it is wanted no more."""
    roles = [role for role in request.people if plan.hours(role)]
    if not roles:
        return None
    role = max(roles, key=plan.hours)
    present = request.constraints.hours(role)
    step = max(_HALF, _HALF * ceil(2 * present / _POSITIONS))
    values = []
    for hours in (step * number for number in range(1, _POSITIONS + 1)):
        if not is_wanted():
            return None
        values.append((hours, ready.make(_with_hours(request, role, hours), plan.keys).value))
    return HoursCurve(role, present, tuple(values))


def _with_hours(request: PlanRequest, role: Role, hours: Fraction) -> PlanRequest:
    limits = request.constraints
    hours_per_week = {**limits.hours_per_week, role: hours}
    return replace(request, constraints=msgspec.structs.replace(limits, hours_per_week=hours_per_week))
