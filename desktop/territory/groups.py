"""Groups of firms within groups, of which only those are shown that tell nothing of a few."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from desktop.territory.facts import Firm
from desktop.territory.suppression import LEAST

Group: TypeAlias = tuple[str, ...]
"""Size, sector, region: as many of them as a group has in common; the empty one is all firms."""


def group_of(firm: Firm) -> Group:
    """The narrowest group of a firm: what is not known of it ends it."""
    found: list[str] = []
    for part in (firm.size, firm.sector, firm.region):
        if not part:
            break
        found.append(part)
    return tuple(found)


def shown_groups(members: Iterable[Group]) -> frozenset[Group]:
    """The groups that may be shown, given the narrowest group of each firm.

    No figure of fewer than five firms follows from them, not by taking the groups within a group away from it
    either: of those within one, the smallest are left out until nobody or at least five are left over.
    """
    counts = group_counts(members)
    return frozenset(_shown((), counts, _within(counts))) if counts[()] >= LEAST else frozenset()


def shown_within(group: Group, shown: frozenset[Group]) -> Group:
    """The narrowest group around a firm that is shown; the empty one also where none is."""
    return next((group[:end] for end in range(len(group), 0, -1) if group[:end] in shown), ())


def group_counts(members: Iterable[Group]) -> Counter[Group]:
    """How many firms each group has, given the narrowest group of each."""
    counts = Counter[Group]()
    for group, count in Counter(members).items():
        for end in range(len(group) + 1):
            counts[group[:end]] += count
    return counts


def _within(counts: Mapping[Group, int]) -> Mapping[Group, list[Group]]:
    found: dict[Group, list[Group]] = {}
    for group in counts:
        if group:
            found.setdefault(group[:-1], []).append(group)
    return found


def _shown(group: Group, counts: Mapping[Group, int], within: Mapping[Group, list[Group]]) -> Iterator[Group]:
    """A group that is shown, and those within it that are."""
    yield group
    large = [each for each in within.get(group, ()) if counts[each] >= LEAST]
    large.sort(key=lambda each: (counts[each], each))
    left = counts[group] - sum(counts[each] for each in large)
    while 0 < left < LEAST and large:
        left += counts[large.pop(0)]
    for each in large:
        yield from _shown(each, counts, within)
