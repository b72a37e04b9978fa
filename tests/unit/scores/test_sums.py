"""Sums that are brought to their lowest terms once are the same as those added up one by one."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from desktop.scores.sums import mean, total, weighted

NUMBERS = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


@given(st.lists(NUMBERS, max_size=6))
def test_a_total_is_all_numbers_added_up(numbers: list[Fraction]) -> None:
    assert total(numbers) == sum(numbers)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=6))
def test_values_count_by_their_weights(parts: list[tuple[Fraction, Fraction]]) -> None:
    assert weighted(parts) == sum(weight * value for weight, value in parts)


def test_without_any_weight_there_is_no_mean() -> None:
    assert mean([(Fraction(1, 3), Fraction(2)), (Fraction(2, 3), Fraction(5))]) == 4
    assert mean([]) is mean([(Fraction(0), Fraction(7))]) is None
