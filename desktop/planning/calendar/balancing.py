"""Courses spread over periods so that the heaviest is as light as can be: the Balanced Academic Curriculum.

The problem is number 30 of CSPLib (Castro and Manzano 2001; Hnich, Kiziltan and Walsh), here also with
alternatives among what has to come before, and with courses that go on from one period into the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.planning.calendar.curriculum import Balance, Curriculum, Unit, refuse_stuck
from desktop.planning.calendar.spans import span_of
from desktop.planning.choosing.program import new_solver, solver_module
from desktop.planning.choosing.solving import FULL_EFFORT
from desktop.planning.ties import tie_of
from desktop.stopping import stoppable

_TIE_BITS = 14
_SECOND_STEP = 0.25


def balance(curriculum: Curriculum, effort: float = FULL_EFFORT) -> Balance | None:
    """The assignment with the lightest heaviest period; among those the earliest; None where there is none.

    Earliest is the least sum over courses of worth times the period in which it ends; then long courses have
    their load early; then a fixed tie by name decides. The order in which courses are given changes nothing.
    `effort` is the solver's deterministic time for the first step, a quarter of it for the rest; what was not
    proven is said. Raises CurriculumError where courses wait for one another.
    """
    lightest = find_lightest(curriculum, effort)
    if lightest is None or not curriculum.units:
        return lightest
    program = _Program(_below(_sorted(curriculum), lightest.heaviest))
    program.model.minimize(program.lateness())
    program.start_with(lightest)
    found = program.solved(effort * _SECOND_STEP)
    return replace(found or lightest, bound=lightest.bound)


def find_lightest(curriculum: Curriculum, effort: float = FULL_EFFORT) -> Balance | None:
    """An assignment with the lightest heaviest period, whatever else; None where there is none.

    None also where the effort, in deterministic time, ran out before any was found. Below a fixed load the
    solver is quick to find an assignment, or that there is none: loads are tried from the least one up.
    """
    refuse_stuck(curriculum.units)
    curriculum = _sorted(curriculum)
    lowest, highest = _lowest(curriculum), max((period.most for period in curriculum.periods), default=0)
    if lowest > highest:
        return None
    trial, step, best = highest, 1, None
    while best is None or lowest < best.heaviest:
        program = _Program(_below(curriculum, trial))
        found = program.solved(effort)
        effort -= program.spent
        if found is not None:
            best, step = found, 1
        elif not program.is_impossible or best is None:
            break
        else:
            lowest, step = trial + 1, 2 * step
        trial = min(lowest + step - 1, best.heaviest - 1)
    return None if best is None else replace(best, bound=lowest, is_settled=not curriculum.units)


def _lowest(curriculum: Curriculum) -> int:
    """What the heaviest period has at least: the mean, the largest course taken whole, what is asked for."""
    total, count = sum(unit.size for unit in curriculum.units), len(curriculum.periods)
    whole = (unit.size for unit in curriculum.units if not unit.may_go_on)
    return max(-(-total // max(count, 1)), *whole, *(period.least for period in curriculum.periods), 0)


def _below(curriculum: Curriculum, load: int) -> Curriculum:
    """The curriculum with no period above a load."""
    periods = (replace(period, most=min(period.most, load)) for period in curriculum.periods)
    return replace(curriculum, periods=tuple(periods))


def _sorted(curriculum: Curriculum) -> Curriculum:
    return replace(curriculum, units=tuple(sorted(curriculum.units, key=lambda unit: unit.name)))


def _tie(unit: Unit) -> int:
    """A number (1-16384) as good as random that decides between equals, the same on every machine."""
    return tie_of(unit.name, _TIE_BITS)


@dataclass
class _Program:
    """The integer program of a curriculum, without anything to be minimised.

    Once it was solved, `spent` is the deterministic time it took, and `is_impossible` says that it has no
    solution.
    """

    curriculum: Curriculum
    spent: float = 0.0
    is_impossible: bool = False

    def __post_init__(self) -> None:
        solver_module()
        from ortools.sat.python import cp_model

        self.model: Any = cp_model.CpModel()
        units, periods = self.curriculum.units, self.curriculum.periods
        self.spans = {unit.name: span_of(self.model, unit, periods) for unit in units}
        self._limit_periods()
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
        with stoppable(solver.stop_search):
            status = solver.status_name(solver.solve(self.model))
        self.spent = solver.response_proto.deterministic_time
        self.is_impossible = status == "INFEASIBLE"
        if status not in ("OPTIMAL", "FEASIBLE"):
            return None
        loads = {name: [solver.value(load) for load in self.spans[name].loads] for name in sorted(self.spans)}
        shares = {
            name: {place: load for place, load in enumerate(row) if load} for name, row in loads.items()
        }
        heaviest = max(map(sum, zip(*loads.values(), strict=True)), default=0)
        return Balance(shares, heaviest, 0, status == "OPTIMAL")

    def _limit_periods(self) -> None:
        before: Any = 0
        periods = self.curriculum.periods
        total = sum(unit.size for unit in self.curriculum.units)
        for place, period in enumerate(periods):
            load = sum(span.loads[place] for span in self.spans.values())
            courses = sum(span.present[place] for span in self.spans.values())
            self.model.add_linear_constraint(load, period.least, period.most)
            most = len(self.spans) if period.most_courses is None else period.most_courses
            self.model.add_linear_constraint(courses, period.fewest_courses, most)
            # Implied by the others; with these the proof is a matter of milliseconds.
            before += load
            self.model.add(before <= sum(each.most for each in periods[: place + 1]))
            self.model.add(total - before <= sum(each.most for each in periods[place + 1 :]))

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
