"""The few needs that a plan speaks of first."""

from collections.abc import Iterable

from desktop.planning.plan import Need

MOST_PRIORITIES = 3


def priorities(needs: Iterable[Need]) -> tuple[Need, ...]:
    """The needs with the most to gain: priority times missing levels, in the order given among equals."""
    open_needs = [need for need in needs if need.level < need.target]
    open_needs.sort(key=lambda need: -need.priority * (need.target - need.level))
    return tuple(open_needs[:MOST_PRIORITIES])
