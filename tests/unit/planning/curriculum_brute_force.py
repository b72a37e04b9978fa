"""The best curriculum by trying every way to lay its courses: shares no line with the program."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from desktop.planning.calendar.curriculum import Curriculum, Unit

Laid = Mapping[str, Sequence[int]]
"""By course, its load in each period."""


def best_by_brute_force(curriculum: Curriculum) -> tuple[int, int, int] | None:
    """The least `badness`; None where nothing is allowed."""
    return min((badness(curriculum, laid) for laid in _allowed(curriculum)), default=None)


def badness(curriculum: Curriculum, laid: Laid) -> tuple[int, int, int]:
    """The heaviest period, then worth times last period, then load times period, each summed up."""
    return (
        max(map(sum, zip(*laid.values(), strict=True)), default=0),
        sum(unit.worth * _last(laid[unit.name]) for unit in curriculum.units),
        sum(load * place for loads in laid.values() for place, load in enumerate(loads)),
    )


def problems_of(curriculum: Curriculum, laid: Laid) -> Iterator[str]:
    """What is not allowed in a way to lay the courses."""
    units = {unit.name: unit for unit in curriculum.units}
    for place, period in enumerate(curriculum.periods):
        load = sum(loads[place] for loads in laid.values())
        count = sum(_first(loads) <= place <= _last(loads) for loads in laid.values())
        most = len(units) if period.most_courses is None else period.most_courses
        if not (period.least <= load <= period.most and period.fewest_courses <= count <= most):
            yield f"period {place}: {load} in {count}"
    for name, unit in units.items():
        if not _is_laid_well(unit, laid):
            yield f"{name} lies badly"
        for other in units.values():
            if unit.leads and not other.leads and _first(laid[other.name]) < _last(laid[name]):
                yield f"{other.name} before {name}"
            if name != other.name and _is_crossed(laid[name], laid[other.name]):
                yield f"{name} and {other.name} at a time"


def _is_laid_well(unit: Unit, laid: Laid) -> bool:
    first, last = _first(laid[unit.name]), _last(laid[unit.name])
    return (
        sum(laid[unit.name]) == unit.size
        and first >= unit.earliest
        and (first == last or unit.may_go_on)
        and all(any(name in laid and _last(laid[name]) < first for name in names) for names in unit.after)
    )


def _is_crossed(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether a course lies in a period that another goes through, or both go on into the next."""
    inside = range(_first(one) + 1, _last(one))
    going_on = set(range(_first(one), _last(one))) & set(range(_first(other), _last(other)))
    return bool(going_on) or any(_first(other) <= place <= _last(other) for place in inside)


def _allowed(curriculum: Curriculum) -> Iterator[Laid]:
    ways = [list(_ways(unit.size, len(curriculum.periods))) for unit in curriculum.units]
    for rows in product(*ways):
        laid = dict(zip((unit.name for unit in curriculum.units), rows, strict=True))
        if not any(True for _ in problems_of(curriculum, laid)):
            yield laid


def _ways(size: int, count: int) -> Iterator[tuple[int, ...]]:
    return (loads for loads in product(range(size + 1), repeat=count) if sum(loads) == size)


def _first(loads: Sequence[int]) -> int:
    return min(place for place, load in enumerate(loads) if load)


def _last(loads: Sequence[int]) -> int:
    return max(place for place, load in enumerate(loads) if load)
