"""Courses balanced over periods, against every possible way to lay them."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from curriculum_brute_force import badness, best_by_brute_force, problems_of
from hypothesis import given
from hypothesis import strategies as st

from desktop.planning.calendar.balancing import balance
from desktop.planning.calendar.curriculum import Balance, Curriculum, CurriculumError, Period, Unit
from tests.examples import examples

_NAMES = ("a", "b", "c", "d")


@st.composite
def _curricula(draw: Any) -> Curriculum:
    names = _NAMES[: draw(st.integers(1, 4))]
    count = draw(st.integers(1, 3))
    units = []
    for place, name in enumerate(names):
        before = st.sampled_from(names[:place]) if place else st.nothing()
        alternatives = st.lists(before, min_size=1, max_size=2, unique=True).map(tuple)
        units.append(
            Unit(
                name,
                draw(st.integers(1, 4)),
                after=tuple(draw(st.lists(alternatives, max_size=1))) if place else (),
                earliest=draw(st.sampled_from([0, 0, 0, 1])),
                leads=draw(st.sampled_from([False, False, True])),
                worth=draw(st.integers(1, 3)),
                may_go_on=draw(st.booleans()),
            )
        )
    periods = st.builds(
        Period,
        st.integers(0, 9),
        st.sampled_from([0, 0, 0, 1]),
        st.sampled_from([0, 0, 0, 1]),
        st.sampled_from([None, 2, 3]),
    )
    return Curriculum(tuple(units), tuple(draw(periods) for _ in range(count)))


def laid(curriculum: Curriculum, found: Balance) -> dict[str, Sequence[int]]:
    places = range(len(curriculum.periods))
    return {name: [shares.get(place, 0) for place in places] for name, shares in found.shares.items()}


@examples(150)
@given(_curricula())
def test_no_way_to_lay_the_courses_is_better(curriculum: Curriculum):
    found, best = balance(curriculum), best_by_brute_force(curriculum)
    assert (found is None) == (best is None)
    if found is not None:
        assert list(problems_of(curriculum, laid(curriculum, found))) == []
        assert badness(curriculum, laid(curriculum, found)) == best
        assert found.is_proven
        assert found.is_settled


@examples(30)
@given(_curricula(), st.randoms(use_true_random=False))
def test_the_order_in_which_courses_are_given_changes_nothing(curriculum: Curriculum, random: Random):
    units = [replace(unit, after=tuple(map(_reversed, unit.after))) for unit in curriculum.units]
    random.shuffle(units)
    assert balance(replace(curriculum, units=tuple(units))) == balance(curriculum)


def _reversed(names: tuple[str, ...]) -> tuple[str, ...]:
    return names[::-1]


def test_what_is_worth_more_comes_first_and_names_decide_the_rest():
    periods = (Period(4),) * 3
    same = Curriculum((Unit("a", 2), Unit("b", 2), Unit("c", 2)), periods)
    found = balance(same)
    assert found is not None
    assert sorted(map(tuple, found.shares.values())) == [(0,), (1,), (2,)]
    first = balance(replace(same, units=(*same.units[:2], Unit("c", 2, worth=5))))
    assert first is not None
    assert first.shares["c"] == {0: 2}


def test_nothing_to_take_weighs_nothing():
    assert balance(Curriculum((), (Period(4),))) == Balance({}, 0, 0, is_settled=True)
    assert balance(Curriculum((), (Period(4, least=1),))) is None


def test_more_than_all_periods_allow_has_no_balance():
    assert balance(Curriculum((Unit("a", 3),), ())) is None
    assert balance(Curriculum((Unit("a", 3), Unit("b", 3)), (Period(5),))) is None
    assert balance(Curriculum((Unit("a", 3), Unit("b", 3)), (Period(4), Period(2)))) is None


@pytest.mark.parametrize(
    "units",
    [
        (Unit("bread", 1, (("dough",),)), Unit("dough", 1, (("bread",),)), Unit("oven", 1)),
        (Unit("bread", 1, (("dough", "yeast"),)), Unit("dough", 1, (("water",),)), Unit("oven", 1)),
    ],
)
def test_a_circle_and_a_course_that_is_not_there_are_named(units: tuple[Unit, ...]):
    with pytest.raises(CurriculumError, match=r"wait for one another.*“bread, dough”"):
        balance(Curriculum(units, (Period(9),) * 3))
