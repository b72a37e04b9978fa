"""Value, then hours, then money, then weeks, then a fixed tie, as one whole number for each variable."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Self

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning.choosing.candidate import Candidate
from desktop.planning.request import PlanRequest

MOST_COURSES_PER_ROLE = 6
_LARGEST_SUM = 1 << 58  # beyond, floating point in the solver proves little: measured
_QUARTERS = 4
_DIGITS_OF_COSTS = 13


def most_courses(candidates: Iterable[Candidate]) -> int:
    """How many courses a role may have: six, or more where more have to be kept."""
    return max(MOST_COURSES_PER_ROLE, sum(c.is_kept for c in candidates))


def weigh_up(
    request: PlanRequest, candidates: tuple[Candidate, ...], points: Sequence[int]
) -> tuple[tuple[int, ...], int]:
    """What is maximised, and what a point is worth in it; first the candidates, then what earns points.

    It is (((value * E - effort) * C - cost) * S - study) * T - tie, where E, C, S and T are one more than the
    most that efforts, costs, weeks of study and ties can sum up to. A week of study counts for each role by
    itself, in quarters: an hour of who has few a week puts the end off further. Where 58 bits would not do,
    weeks are counted coarsely or not at all, then costs, and then efforts.
    """
    ties = _Column.of(candidates, _ties(candidates))
    for efforts, costs, study in _grains(request, candidates):
        worths, point_worth = [0 for _ in candidates], 1
        for column in (efforts, costs, study, ties):
            pairs = zip(worths, column.numbers, strict=True)
            worths = [worth * column.limit + number for worth, number in pairs]
            point_worth *= column.limit
        objective = [-worth for worth in worths] + [point * point_worth for point in points]
        if sum(map(abs, objective)) < _LARGEST_SUM:
            return tuple(objective), point_worth
    raise OverflowError("unreachable: efforts grow coarser without end")


def _ties(candidates: tuple[Candidate, ...]) -> list[int]:
    """The ties in their order, but no two alike: they would leave two courses equal in all."""
    found: dict[tuple[Role, str], int] = {}
    highest = 0
    for c in sorted(candidates, key=lambda c: (c.tie, c.key)):
        found[c.key] = highest = max(highest + 1, c.tie)
    return [found[c.key] for c in candidates]


def _grains(
    request: PlanRequest, candidates: tuple[Candidate, ...]
) -> Iterator[tuple["_Column", "_Column", "_Column"]]:
    """Efforts, costs and weeks of study, from fine to coarse."""
    quarters = [_study(request, c) for c in candidates]
    efforts, nothing = _efforts(candidates, 1), _Column.of(candidates, [0 for _ in candidates])
    for grain in (1, _QUARTERS, 0):
        study = [-(-number // grain) if grain else 0 for number in quarters]
        yield efforts, _costs(candidates, 1, request.constraints.budget_eur), _Column.of(candidates, study)
    for power in range(1, _DIGITS_OF_COSTS):
        yield efforts, _costs(candidates, 10**power, None), nothing
    for power in count(1):
        yield _efforts(candidates, 10**power), nothing, nothing


def _efforts(candidates: tuple[Candidate, ...], unit: int) -> "_Column":
    return _Column.of(candidates, [-(-c.effort // unit) for c in candidates])


def _costs(candidates: tuple[Candidate, ...], unit: int, budget: int | None) -> "_Column":
    column = _Column.of(candidates, [-(-c.cost_eur // unit) for c in candidates])
    return column if budget is None else _Column(column.numbers, min(column.limit, budget + 1))


def _study(request: PlanRequest, c: Candidate) -> int:
    """The quarters of a week that its role studies a course for, rounded up."""
    whole = _QUARTERS * request.constraints.weeks * c.half_hours
    return -(-whole // max(1, request.half_hours[c.role]))


@dataclass(frozen=True, slots=True)
class _Column:
    """A number for each candidate, and one more than the most that a plan can sum up to."""

    numbers: Sequence[int]
    limit: int

    @classmethod
    def of(cls, candidates: tuple[Candidate, ...], numbers: Sequence[int]) -> Self:
        by_role: dict[Role, list[tuple[Candidate, int]]] = {}
        for candidate, number in zip(candidates, numbers, strict=True):
            by_role.setdefault(candidate.role, []).append((candidate, number))
        most = sum(
            sum(sorted(number for _, number in mine)[-most_courses(c for c, _ in mine) :])
            for mine in by_role.values()
        )
        return cls(numbers, 1 + most)
