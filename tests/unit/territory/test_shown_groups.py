"""What is shown of groups tells nothing of a few firms, and figures are those of the statistics module."""

import statistics
from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop.territory.groups import Group, shown_groups, shown_within
from desktop.territory.spread import Spread, quartiles, spread_of
from desktop.territory.suppression import LEAST

PARTS = st.tuples(st.sampled_from("ms"), st.sampled_from("AC"), st.sampled_from("xyz"))
MEMBERS = st.lists(st.tuples(PARTS, st.integers(0, 3)).map(lambda drawn: drawn[0][: drawn[1]]), max_size=60)


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=60))
def test_quartiles_are_those_of_the_statistics_module(values: list[int]) -> None:
    expected = statistics.quantiles(map(Fraction, values), n=4, method="inclusive")
    assert list(quartiles(values)) == expected
    spread = spread_of(values)
    rounded = [
        int(each / 100 + Fraction(1, 2)) for each in (*expected, statistics.mean(map(Fraction, values)))
    ]
    assert spread == Spread(len(values), *rounded)


def test_a_single_score_is_its_own_spread() -> None:
    assert spread_of([1250]) == Spread(1, 13, 13, 13, 13)


@given(MEMBERS)
def test_every_figure_that_follows_is_of_five_firms_or_more(members: list[Group]) -> None:
    """Sums and differences of what is shown are sums of what each shown group has beyond those within it."""
    shown = shown_groups(members)
    beyond = Counter(shown_within(group, shown) for group in members)
    assert all(count >= LEAST for group, count in beyond.items() if group in shown)
    assert not shown or () in shown


@given(MEMBERS)
def test_what_is_shown_does_not_depend_on_the_order(members: list[Group]) -> None:
    assert shown_groups(members) == shown_groups(members[::-1])


def test_a_group_gives_way_where_the_rest_would_be_a_few() -> None:
    assert shown_groups([("m",)] * 9 + [("s",)] * 6) == {(), ("m",), ("s",)}
    assert shown_groups([("m",)] * 9 + [("s",)] * 6 + [("l",)] * 2) == {(), ("m",)}
    assert shown_groups([("m", "A")] * 4) == frozenset()
