"""The few needs that a plan speaks of first."""

from collections.abc import Iterable

from desktop.planning.plan import Need

MOST_PRIORITIES = 3


def priorities(needs: Iterable[Need]) -> tuple[Need, ...]:
    """The needs with the most to gain."""
    return by_urgency(needs)[:MOST_PRIORITIES]


def by_urgency(needs: Iterable[Need]) -> tuple[Need, ...]:
    """The open needs by priority times missing levels, in the order given among equals."""
    open_needs = (need for need in needs if need.level < need.target)
    return tuple(sorted(open_needs, key=lambda need: -need.priority * (need.target - need.level)))
