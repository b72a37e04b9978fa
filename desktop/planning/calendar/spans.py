"""A course over the periods as variables of the solver: when it begins and ends, and its load in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from desktop.planning.calendar.curriculum import Period, Unit


@dataclass(frozen=True, slots=True)
class Span:
    """By period, expressions of the solver: 1 from where it has `begun` and `ended` on, and its load.

    `present` is 1 in the periods from its first to its last; `variables` are those behind `begun`.
    """

    begun: Sequence[Any]
    ended: Sequence[Any]
    present: Sequence[Any]
    loads: Sequence[Any]
    variables: Sequence[Any]

    @property
    def end(self) -> Any:
        """The period in which it ends, 0 the first."""
        return sum(1 - has_ended for has_ended in self.ended)

    def crossing(self, place: int) -> Any:
        """1 where it goes on from a period into the next."""
        return self.begun[place] - self.ended[place] if place >= 0 else 0


def span_of(model: Any, unit: Unit, periods: Sequence[Period]) -> Span:
    """The variables of a course: whole in one period, or in several that follow each other."""
    begun = _steps(model, len(periods))
    for place in range(min(unit.earliest, len(periods))):
        model.add(begun[place] == 0)
    return _long(model, unit, periods, begun) if unit.may_go_on else _whole(model, unit, periods, begun)


def _steps(model: Any, count: int) -> list[Any]:
    """Variables that once 1 stay 1; the last one is 1."""
    steps = [model.new_bool_var("") for _ in range(count)]
    for before, after in pairwise(steps):
        model.add_implication(before, after)
    model.add(steps[-1] == 1)
    return steps


def _rises(steps: Sequence[Any]) -> list[Any]:
    """1 where the steps rise."""
    return [step - steps[place - 1] if place else step for place, step in enumerate(steps)]


def _whole(model: Any, unit: Unit, periods: Sequence[Period], begun: list[Any]) -> Span:
    present = _rises(begun)
    for here, period in zip(present, periods, strict=True):
        if period.most < unit.size:
            model.add(here == 0)
    return Span(begun, begun, present, [unit.size * here for here in present], begun)


def _long(model: Any, unit: Unit, periods: Sequence[Period], begun: list[Any]) -> Span:
    ended = _steps(model, len(periods))
    present = [has_begun - (ended[place - 1] if place else 0) for place, has_begun in enumerate(begun)]
    loads = [model.new_int_var(0, period.most, "") for period in periods]
    edges = zip(_rises(begun), _rises(ended), strict=True)
    for place, (first, last) in enumerate(edges):
        model.add(ended[place] <= begun[place])
        model.add(loads[place] <= periods[place].most * present[place])
        model.add(loads[place] >= first)
        model.add(loads[place] >= last)
    model.add(sum(loads) == unit.size)
    # Implied by the others; it spares the search courses that are too short.
    model.add(sum(present) * max(period.most for period in periods) >= unit.size)
    return Span(begun, ended, present, loads, begun)
