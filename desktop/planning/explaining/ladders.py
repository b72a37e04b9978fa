"""Limits that can rise rung by rung, as integer programs that look for the fewest rungs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import msgspec

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.choosing.formulation import Row
from desktop.planning.remedy import Remedy
from desktop.planning.request import PlanRequest

MOST_MORE_HALF_HOURS = 12
"""Half-hours a week that may be asked of one person on top: six hours."""
MOST_HOURS_A_WEEK = 40
LONGEST_TIMES = 2
"""How many times as long a plan may become."""
MOST_WEEKS = 104
EURO_STEP = 10
"""More budget is told in tens of euro."""
LEAST_MORE_EURO, MOST_MORE_EURO = 1_000, 100_000
"""A budget may be asked to double; a small one to grow by a thousand, a large one by no more than so much."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A remedy, and the half-hours of each role with it.

    It can be climbed only from the rung `after` which it comes, a place among the rungs.
    """

    remedy: Remedy
    half_hours: Mapping[Role, int]
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs of one limit. `top` is the request with all of them climbed; `only` holds rows over rungs."""

    base: PlanRequest
    top: PlanRequest
    rungs: tuple[Rung, ...]
    only: tuple[Row, ...] = ()

    @property
    def prices(self) -> tuple[int, ...]:
        """What each rung adds to the sum that is made least: of equal rises that of the first role is it."""
        roles = list(self.base.people)
        found = []
        for rung in self.rungs:
            remedy = rung.remedy
            if remedy.kind == "budget":
                found.append(remedy.number)
            else:
                rank = roles.index(remedy.role) if remedy.role and rung.after is None else 0
                found.append(len(roles) + rank)
        return tuple(found)

    def rows(self, candidates: Sequence[Candidate], first: int) -> Iterator[Row]:
        """The limits of the request, each with what the rungs give; the first rung has the place `first`."""
        for role in self.base.people:
            mine = [(place, c.half_hours) for place, c in enumerate(candidates) if c.role == role]
            gains = [(first + place, -self._gain(rung, role)) for place, rung in enumerate(self.rungs)]
            if mine:
                yield Row((*mine, *gains), self.base.half_hours[role])
        costs = [(place, c.cost_eur) for place, c in enumerate(candidates) if c.cost_eur]
        if costs:
            euro = [
                (first + p, -r.remedy.number) for p, r in enumerate(self.rungs) if r.remedy.kind == "budget"
            ]
            yield Row((*costs, *euro), self.base.constraints.budget_eur)
        for place, rung in enumerate(self.rungs):
            if rung.after is not None:
                yield Row(((first + place, 1), (first + rung.after, -1)), 0)
        for row in self.only:
            yield Row(tuple((first + place, number) for place, number in row.terms), row.limit)

    def _gain(self, rung: Rung, role: Role) -> int:
        below = self.base.half_hours[role] if rung.after is None else self.rungs[rung.after].half_hours[role]
        return rung.half_hours[role] - below

    def needed(self, chosen: Sequence[Candidate]) -> Remedy | None:
        """The least rise with which chosen courses fit; None where they fit as it is."""
        missing = sum(c.cost_eur for c in chosen) - self.base.constraints.budget_eur
        if missing > 0:
            return Remedy("budget", -(-missing // EURO_STEP) * EURO_STEP)
        spent = {role: sum(c.half_hours for c in chosen if c.role == role) for role in self.base.people}
        if all(spent[role] <= self.base.half_hours[role] for role in spent):
            return None
        fitting = [r for r in self.rungs if all(spent[role] <= r.half_hours[role] for role in spent)]
        return min(fitting, key=_height).remedy if fitting else None


def _height(rung: Rung) -> int:
    return rung.remedy.number


def ladders(request: PlanRequest) -> Iterator[Ladder]:
    """Hours, weeks and budget, as far as each may sensibly rise."""
    for ladder in (_more_hours(request), _more_weeks(request), _more_budget(request)):
        if ladder.rungs:
            yield ladder


def _more_hours(request: PlanRequest) -> Ladder:
    """Rungs for each role; only those of one role may be climbed."""
    limits = request.constraints
    tops = dict(limits.hours_per_week)
    rungs: list[Rung] = []
    firsts: list[int] = []
    for role in request.people:
        room = int(2 * (MOST_HOURS_A_WEEK - limits.hours(role)))
        for count in range(1, min(MOST_MORE_HALF_HOURS, room) + 1):
            hours = limits.hours(role) + Fraction(count, 2)
            more = _with(request, hours_per_week=limits.hours_per_week | {role: hours})
            if count == 1:
                firsts.append(len(rungs))
            after = None if count == 1 else len(rungs) - 1
            rungs.append(Rung(Remedy("hours", count, role), _capacity(more), after))
            tops[role] = hours
    one_role = Row(tuple((place, 1) for place in firsts), 1)
    return Ladder(request, _with(request, hours_per_week=tops), tuple(rungs), (one_role,))


def _more_weeks(request: PlanRequest) -> Ladder:
    weeks = request.constraints.weeks
    most = min(MOST_WEEKS, LONGEST_TIMES * weeks) - weeks
    longer = [_with(request, weeks=weeks + number + 1) for number in range(most)]
    rungs = tuple(
        Rung(Remedy("weeks", number + 1), _capacity(each), number - 1 if number else None)
        for number, each in enumerate(longer)
    )
    return Ladder(request, longer[-1] if longer else request, rungs)


def _more_budget(request: PlanRequest) -> Ladder:
    """Rungs of 10, 20, 40, ... euro, each of which may be climbed by itself."""
    budget = request.constraints.budget_eur
    most = min(MOST_MORE_EURO, max(LEAST_MORE_EURO, budget)) // EURO_STEP * EURO_STEP
    amounts = [EURO_STEP << bit for bit in range((most // EURO_STEP).bit_length())]
    rungs = tuple(Rung(Remedy("budget", amount), _capacity(request)) for amount in amounts)
    no_more = Row(tuple(enumerate(amounts)), most)
    return Ladder(request, _with(request, budget_eur=budget + most), rungs, (no_more,))


def _with(request: PlanRequest, **limits: object) -> PlanRequest:
    return replace(request, constraints=msgspec.structs.replace(request.constraints, **limits))


def _capacity(request: PlanRequest) -> Mapping[Role, int]:
    return {role: request.half_hours[role] for role in request.people}
