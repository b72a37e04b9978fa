"""Companies divided into groups of about the same size, and amounts into shares."""


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


def shared_cents(cents: int, shares: int) -> tuple[int, ...]:
    """An amount in so many shares that add up to it, the first ones a cent more."""
    each, more = divmod(cents, shares)
    return (each + 1,) * more + (each,) * (shares - more)
