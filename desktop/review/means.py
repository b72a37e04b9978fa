"""What weighted means can come to when each part may take several values, or be left out."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from desktop.review.budget import Budget

Values = frozenset[Fraction | None]
"""What a part can be worth; None: it can also not apply, and then leaves the mean."""
NOT_APPLICABLE: Values = frozenset({None})
_ZERO = Fraction(0)
_Part = tuple[Fraction, Values]


def highest_mean(parts: Iterable[_Part]) -> Fraction | None:
    """The highest weighted mean; None where no part need apply and none ever does."""
    return _extreme(parts, max, lambda value, mean: value > mean)


def lowest_mean(parts: Iterable[_Part]) -> Fraction | None:
    """The lowest weighted mean, as above."""
    return _extreme(parts, min, lambda value, mean: value < mean)


def all_means(parts: Iterable[_Part], budget: Budget) -> Values:
    """Every weighted mean there can be, with None where no part need apply."""
    sums: set[tuple[Fraction, Fraction]] = {(_ZERO, _ZERO)}
    for weight, values in parts:
        budget.spend(len(sums) * len(values) // _SUMS_FOR_ONE + 1)
        sums = {
            (total, of) if value is None else (total + weight * value, of + weight)
            for total, of in sums
            for value in values
        }
    return frozenset(total / of if of else None for total, of in sums)


_SUMS_FOR_ONE = 50  # a sum is far quicker than a score


def _extreme(
    parts: Iterable[_Part],
    pick: Callable[[Iterable[Fraction]], Fraction],
    is_beyond: Callable[[Fraction, Fraction], bool],
) -> Fraction | None:
    """All that must apply at its extreme, and of the rest what moves the mean further, the furthest first."""
    must: list[tuple[Fraction, Fraction]] = []
    may: list[tuple[Fraction, Fraction]] = []
    for weight, values in parts:
        certain = [value for value in values if value is not None]
        if certain:
            (may if None in values else must).append((pick(certain), weight))
    may.sort(reverse=pick is max)
    if not must and may:
        must.append(may.pop(0))
    if not must:
        return None
    return _stretched(must, may, is_beyond)


def _stretched(
    must: Sequence[tuple[Fraction, Fraction]],
    may: Sequence[tuple[Fraction, Fraction]],
    is_beyond: Callable[[Fraction, Fraction], bool],
) -> Fraction:
    total = sum((value * weight for value, weight in must), _ZERO)
    of = sum((weight for _, weight in must), _ZERO)
    for value, weight in may:
        if is_beyond(value, total / of):
            total, of = total + value * weight, of + weight
    return total / of
