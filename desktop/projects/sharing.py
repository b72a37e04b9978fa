"""Companies divided into groups of about the same size, and amounts into shares."""

from collections.abc import Sequence
from itertools import accumulate


def group_sizes(count: int, least: int, most: int) -> tuple[int, ...]:
    """How many companies each group gets, the sizes no more than one apart; none where there are too few.

    As few groups as hold all. Where no number of groups does, as many as can be full, and some are left over.
    """
    fewest, many = -(-count // most), count // least
    if not many:
        return ()
    if fewest > many:
        return (most,) * many
    small, more = divmod(count, fewest)
    return (small + 1,) * more + (small,) * (fewest - more)


def divided(members: Sequence[int], sizes: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The members in groups of these sizes, in their order; those left over are in none."""
    ends = list(accumulate(sizes))
    return tuple(tuple(members[end - size : end]) for size, end in zip(sizes, ends, strict=True))


def shared_cents(cents: int, shares: int) -> tuple[int, ...]:
    """An amount in so many shares that add up to it, the first ones a cent more."""
    each, more = divmod(cents, shares)
    return (each + 1,) * more + (each,) * (shares - more)
