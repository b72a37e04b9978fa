"""Courses to be spread over periods, what they build on, and what each period allows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.errors import SestanteError
from desktop.text import quoted, say

_STUCK = say(
    "These courses wait for one another, or for courses that are not taken: {names}. "
    "Take out one of the circle, or what it builds on."
)


class CurriculumError(SestanteError):
    """Courses that no order could ever open."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A course as a load on the periods.

    `size` is its load in whole units (credits, half-hours), above 0. `after` holds alternatives: of each at
    least one has to end in an earlier period. It begins in no period before `earliest` (0 is the first). What
    `leads` ends before, or in the same period as, anything begins that does not. The higher its `worth`, the
    earlier it ends where the heaviest period allows it. It is taken whole within one period unless it
    `may_go_on` in the next ones.
    """

    name: str
    size: int
    after: tuple[tuple[str, ...], ...] = ()
    earliest: int = 0
    leads: bool = False
    worth: int = 1
    may_go_on: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """What a period allows: least and most load in the units of the courses, fewest and most courses."""

    most: int
    least: int = 0
    fewest_courses: int = 0
    most_courses: int | None = None


@dataclass(frozen=True, slots=True)
class Curriculum:
    """The courses and the periods they have to be spread over, in their order."""

    units: tuple[Unit, ...]
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Where each course lies: by name the load it puts on each of its periods.

    `heaviest` is the load of the heaviest period and `bound` what no other assignment goes below; where the
    two are equal it is proven best. `is_settled` says that among those the earliest was proven, too.
    """

    shares: Mapping[str, Mapping[int, int]]
    heaviest: int
    bound: int
    is_settled: bool

    @property
    def is_proven(self) -> bool:
        """Whether no assignment has a lighter heaviest period."""
        return self.heaviest == self.bound


def refuse_stuck(units: Iterable[Unit]) -> None:
    """CurriculumError naming the courses that wait for one another in a circle, or for what is not there."""
    waiting = {unit.name: unit for unit in units}
    taken: set[str] = set()
    while opened := {name for name, unit in waiting.items() if _is_open(unit, taken)}:
        taken |= opened
        waiting = {name: unit for name, unit in waiting.items() if name not in opened}
    if waiting:
        raise CurriculumError(_STUCK, names=quoted(", ".join(sorted(waiting))))


def _is_open(unit: Unit, taken: set[str]) -> bool:
    return all(not taken.isdisjoint(names) for names in unit.after)
