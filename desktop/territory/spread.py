"""How the scores of a group are spread: quartiles and mean, exact until they are rounded once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

_QUARTERS = 4
_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Spread:
    """Of `n` firms: a quarter scored at most `lower`, half `median`, three quarters `upper`.

    Whole points from 0 to 100, halves up: in small groups finer figures would be those of single firms.
    """

    n: int
    lower: int
    median: int
    upper: int
    mean: int


def quartiles(values: Sequence[int]) -> tuple[Fraction, Fraction, Fraction]:
    """The three quartiles of at least one value, exact, by linear interpolation (R's type 7)."""
    ordered = sorted(values)
    lower, median, upper = (_quartile(ordered, number) for number in (1, 2, 3))
    return lower, median, upper


def spread_of(hundredths: Sequence[int]) -> Spread:
    """The spread of at least one score in hundredths of a point."""
    lower, median, upper = map(_points, quartiles(hundredths))
    mean = _points(Fraction(sum(hundredths), len(hundredths)))
    return Spread(len(hundredths), lower, median, upper, mean)


def _quartile(ordered: Sequence[int], number: int) -> Fraction:
    place, rest = divmod(number * (len(ordered) - 1), _QUARTERS)
    if not rest:
        return Fraction(ordered[place])
    return Fraction(ordered[place] * (_QUARTERS - rest) + ordered[place + 1] * rest, _QUARTERS)


def _points(hundredths: Fraction) -> int:
    return int(hundredths / _HUNDREDTHS + Fraction(1, 2))


def mean_of(values: Iterable[int]) -> int:
    """The mean of at least one whole number, halves up."""
    listed = list(values)
    return int(Fraction(sum(listed), len(listed)) + Fraction(1, 2))
