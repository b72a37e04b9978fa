"""What shown sums give away of hidden numbers: those for which no other value can be found."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import gcd, lcm

_Row = dict[int, Fraction]
_WALKS = 6


def find_exposed(equations: Sequence[Mapping[int, int]], room: Sequence[int]) -> set[int]:
    """The unknowns that may have no other value.

    Each equation gives factors of unknowns by number; their sum is known. `room` is by how much each unknown
    could be smaller. An unknown counts as safe once a walk through other solutions in whole numbers comes by
    one in which it differs; the walk is quick rather than complete, so some are named that would be safe.
    """
    exposed = set(range(len(room)))
    changes = list(_changes(equations, len(room)))
    here = list(room)
    for _ in range(_WALKS):
        before = len(exposed)
        for change, sign in product(changes, (1, 1, -1)):
            if all(here[at] + sign * by >= 0 for at, by in change.items()):
                for at, by in change.items():
                    here[at] += sign * by
                exposed -= {at for at in change if here[at] != room[at]}
        if not exposed or len(exposed) == before:
            break
    return exposed


def _changes(equations: Sequence[Mapping[int, int]], count: int) -> Iterator[dict[int, int]]:
    """Changes, in whole numbers, that leave all sums as they are: one for each free unknown."""
    solved = _solve(equations)
    for free in range(count):
        if free not in solved:
            change = {free: Fraction(1)}
            change.update({pivot: -row[free] for pivot, row in solved.items() if free in row})
            yield _whole(change)


def _whole(change: _Row) -> dict[int, int]:
    scale = lcm(*(by.denominator for by in change.values()))
    numbers = {at: int(by * scale) for at, by in change.items()}
    shared = gcd(*numbers.values())
    return {at: by // shared for at, by in numbers.items()}


def _solve(equations: Sequence[Mapping[int, int]]) -> dict[int, _Row]:
    """One row for each unknown that follows from the others: it has factor 1 there and is in no other row."""
    solved: dict[int, _Row] = {}
    for equation in equations:
        row = {at: Fraction(factor) for at, factor in equation.items()}
        for pivot in [at for at in row if at in solved]:
            _add(row, solved[pivot], -row[pivot])
        if row:
            _take_in(solved, row)
    return solved


def _take_in(solved: dict[int, _Row], row: _Row) -> None:
    pivot = min(row)
    factor = row[pivot]
    row = {at: by / factor for at, by in row.items()}
    for other in solved.values():
        if pivot in other:
            _add(other, row, -other[pivot])
    solved[pivot] = row


def _add(row: _Row, other: _Row, times: Fraction) -> None:
    for at, by in other.items():
        value = row.get(at, Fraction(0)) + by * times
        if value:
            row[at] = value
        else:
            row.pop(at, None)
