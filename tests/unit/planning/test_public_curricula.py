"""The public instances of the Balanced Academic Curriculum Problem: the known optimum is found and proven."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from curriculum_brute_force import problems_of

from desktop.planning.calendar.balancing import balance, find_lightest
from desktop.planning.calendar.curriculum import Curriculum, Period, Unit
from desktop.planning.choosing.program import new_solver

_INSTANCES: dict[str, Any] = yaml.load(
    Path(__file__).with_name("curricula.yaml").read_text(encoding="utf-8"),
    Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),  # noqa: S506 - both are safe
)


def a_curriculum(instance: dict[str, Any]) -> Curriculum:
    (least, most), (fewest, most_courses) = instance["load"], instance["courses"]
    units = tuple(
        Unit(f"c{place:02}", size, tuple((f"c{before:02}",) for c, before in instance["after"] if c == place))
        for place, size in enumerate(instance["sizes"])
    )
    return Curriculum(units, (Period(most, least, fewest, most_courses),) * instance["periods"])


@pytest.mark.parametrize("name", _INSTANCES)
def test_the_known_optimum_is_found_and_proven(name: str):
    curriculum = a_curriculum(_INSTANCES[name])
    found = find_lightest(curriculum)
    assert found is not None
    assert (found.heaviest, found.bound) == (_INSTANCES[name]["optimum"], _INSTANCES[name]["optimum"])
    places = range(_INSTANCES[name]["periods"])
    laid = {unit: [shares.get(place, 0) for place in places] for unit, shares in found.shares.items()}
    assert list(problems_of(curriculum, laid)) == []
    assert max(map(sum, zip(*laid.values(), strict=True))) == found.heaviest


@pytest.mark.parametrize("name", [name for name, each in _INSTANCES.items() if each["known"] == "bound"])
def test_arithmetic_alone_says_that_nothing_is_lighter(name: str):
    assert lowest_by_arithmetic(_INSTANCES[name]) == _INSTANCES[name]["optimum"]


def lowest_by_arithmetic(instance: dict[str, Any]) -> int:
    """Courses that must lie within some periods put their mean on one of them at least."""
    sizes, last = instance["sizes"], instance["periods"] - 1
    earliest, latest = [0] * len(sizes), [last] * len(sizes)
    for _ in sizes:
        for course, before in instance["after"]:
            earliest[course] = max(earliest[course], earliest[before] + 1)
            latest[before] = min(latest[before], latest[course] - 1)
    windows = list(zip(sizes, earliest, latest, strict=True))
    return max(
        -(
            -sum(size for size, first, end in windows if begin <= first and end <= until)
            // (until - begin + 1)
        )
        for begin in range(last + 1)
        for until in range(begin, last + 1)
    )


def test_the_same_balance_comes_out_again_within_little_effort():
    """The effort is the solver's own measure, not a clock: what ends too early ends at the same place."""
    curriculum = a_curriculum(_INSTANCES["minizinc-15"])
    found = balance(curriculum, effort=0.4)
    assert found is not None
    assert found.is_proven
    assert not found.is_settled
    assert found == balance(Curriculum(curriculum.units[::-1], curriculum.periods), effort=0.4)


def test_the_solver_of_the_calendar_is_that_of_the_choice():
    parameters = new_solver(1.0).parameters
    assert (parameters.num_workers, parameters.random_seed, parameters.max_deterministic_time) == (1, 0, 1.0)
