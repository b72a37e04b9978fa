"""Exact sums and means of fractions, brought to their lowest terms once at the end."""

from collections.abc import Iterable
from fractions import Fraction
from math import lcm


def total(numbers: Iterable[Fraction]) -> Fraction:
    """The sum, 0 of none."""
    top, bottom = 0, 1
    for number in numbers:
        part, of = number.as_integer_ratio()
        if of != bottom:
            common = lcm(bottom, of)
            top, part, bottom = top * (common // bottom), part * (common // of), common
        top += part
    return Fraction(top, bottom)


def weighted(parts: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The sum of the products of weights and values, 0 of none."""
    top, bottom = 0, 1
    for weight, value in parts:
        (one, under_one), (other, under_other) = weight.as_integer_ratio(), value.as_integer_ratio()
        part, of = one * other, under_one * under_other
        if of != bottom:
            common = lcm(bottom, of)
            top, part, bottom = top * (common // bottom), part * (common // of), common
        top += part
    return Fraction(top, bottom)


def mean(parts: Iterable[tuple[Fraction, Fraction]]) -> Fraction | None:
    """The mean of values by their weights; None where nothing has any weight."""
    parts = tuple(parts)
    of = total(weight for weight, _ in parts)
    return weighted(parts) / of if of else None
