"""Courses spread over periods so that the heaviest is as light as can be: the Balanced Academic Curriculum.

The problem is number 30 of CSPLib (Castro and Manzano 2001; Hnich, Kiziltan and Walsh), here also with
alternatives among what has to come before, and with courses that go on from one period into the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from desktop.planning.curriculum import Balance, Curriculum, Unit, refuse_stuck
from desktop.planning.solving import FULL_EFFORT, new_solver
from desktop.planning.spans import span_of

_TIE_BITS = 14


def balance(curriculum: Curriculum, effort: float = FULL_EFFORT) -> Balance | None:
    """The assignment with the lightest heaviest period; among those the earliest; None where there is none.

    Earliest is the least sum over courses of worth times the period in which it ends; then long courses have
    their load early; then a fixed tie by name decides. The order in which courses are given changes nothing.
    `effort` is the solver's deterministic time for both steps; what it did not prove is said. Raises
    CurriculumError where courses wait for one another.
    """
    lightest = find_lightest(curriculum, effort)
    if lightest is None or not curriculum.units:
        return lightest
    program = _Program(_sorted(curriculum))
    program.model.add(program.peak <= lightest.heaviest)
    program.model.minimize(program.lateness())
    program.start_with(lightest)
    found = program.solved(effort)
    if found is None:
        return lightest
    return replace(found, bound=lightest.bound)


def find_lightest(curriculum: Curriculum, effort: float = FULL_EFFORT) -> Balance | None:
    """An assignment with the lightest heaviest period, whatever else; None where there is none.

    None also where the effort, in deterministic time, ran out before any was found.
    """
    refuse_stuck(curriculum.units)
    if not curriculum.units:
        is_enough = not any(period.least or period.fewest_courses for period in curriculum.periods)
        return Balance({}, 0, 0, is_settled=True) if is_enough else None
    if sum(unit.size for unit in curriculum.units) > sum(period.most for period in curriculum.periods):
        return None
    program = _Program(_sorted(curriculum))
    program.model.minimize(program.peak)
    return program.solved(effort)


def _sorted(curriculum: Curriculum) -> Curriculum:
    return replace(curriculum, units=tuple(sorted(curriculum.units, key=lambda unit: unit.name)))


def _tie(unit: Unit) -> int:
    """A number (1-16384) as good as random that decides between equals, the same on every machine."""
    return 1 + int.from_bytes(sha256(unit.name.encode()).digest()[:4], "big") % (1 << _TIE_BITS)


@dataclass
class _Program:
    """The integer program of a curriculum, all but what is to be minimised."""

    curriculum: Curriculum

    def __post_init__(self) -> None:
        from ortools.sat.python import cp_model

        self.model: Any = cp_model.CpModel()
        units, periods = self.curriculum.units, self.curriculum.periods
        self.spans = {unit.name: span_of(self.model, unit, periods) for unit in units}
        total = sum(unit.size for unit in units)
        self.peak = self.model.new_int_var(-(-total // len(periods)), max(each.most for each in periods), "")
        self._limit_periods(total)
        for unit in units:
            self._put_after(unit)
        self._keep_apart()

    def lateness(self) -> Any:
        """What the earliest assignment has least of: worth times end, then late load, then ties."""
        units, count = self.curriculum.units, len(self.curriculum.periods)
        tie_limit = 1 + count * sum(map(_tie, units))
        late_limit = 1 + count * sum(unit.size for unit in units)
        return sum(
            (unit.worth * late_limit * tie_limit + _tie(unit)) * self.spans[unit.name].end
            + tie_limit * sum(place * load for place, load in enumerate(self.spans[unit.name].loads))
            for unit in units
        )

    def start_with(self, known: Balance) -> None:
        """Let the search begin with a known assignment."""
        for name, shares in known.shares.items():
            for place, variable in enumerate(self.spans[name].variables):
                self.model.add_hint(variable, place >= min(shares))

    def solved(self, effort: float) -> Balance | None:
        """What the solver found; None where there is nothing, or nothing within the effort."""
        solver = new_solver(effort)
        status = solver.status_name(solver.solve(self.model))
        if status not in ("OPTIMAL", "FEASIBLE"):
            return None
        loads = {name: [solver.value(load) for load in self.spans[name].loads] for name in sorted(self.spans)}
        shares = {
            name: {place: load for place, load in enumerate(row) if load} for name, row in loads.items()
        }
        heaviest = max(map(sum, zip(*loads.values(), strict=True)))
        return Balance(shares, heaviest, round(solver.best_objective_bound), status == "OPTIMAL")

    def _limit_periods(self, total: int) -> None:
        before: Any = 0
        count = len(self.curriculum.periods)
        for place, period in enumerate(self.curriculum.periods):
            load = sum(span.loads[place] for span in self.spans.values())
            courses = sum(span.present[place] for span in self.spans.values())
            self.model.add(load <= self.peak)
            self.model.add_linear_constraint(load, period.least, period.most)
            most = len(self.spans) if period.most_courses is None else period.most_courses
            self.model.add_linear_constraint(courses, period.fewest_courses, most)
            # Implied by the others; with these the proof is a matter of milliseconds.
            before += load
            self.model.add(before <= (place + 1) * self.peak)
            self.model.add(total - before <= (count - place - 1) * self.peak)

    def _put_after(self, unit: Unit) -> None:
        """Until one of the alternatives has ended in an earlier period, a course has not begun."""
        begun = self.spans[unit.name].begun
        for names in unit.after:
            ended = [self.spans[name].ended for name in sorted(names) if name in self.spans]
            for place, has_begun in enumerate(begun):
                self.model.add(has_begun <= (sum(each[place - 1] for each in ended) if place else 0))
        leaders = [self.spans[other.name] for other in self.curriculum.units if other.leads]
        if not unit.leads:
            for leader in leaders:
                self._put_all(begun, leader.ended)

    def _put_all(self, begun: Sequence[Any], ended: Sequence[Any]) -> None:
        for has_begun, has_ended in zip(begun, ended, strict=True):
            self.model.add(has_begun <= has_ended)

    def _keep_apart(self) -> None:
        """One after the other: a course on its way through a period has it for itself."""
        long = [self.spans[unit.name] for unit in self.curriculum.units if unit.may_go_on]
        for place in range(len(self.curriculum.periods)):
            self.model.add(sum(span.crossing(place) for span in long) <= 1)
            for span in long:
                inside = span.crossing(place - 1) + span.crossing(place)
                for other in self.spans.values():
                    if other is not span:
                        self.model.add(inside + other.present[place] <= 2)  # noqa: PLR2004 - both and one more
