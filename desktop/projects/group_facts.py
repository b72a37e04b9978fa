"""What a group is like, as its reasons tell it: how much is missing, and what speaks against it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.guidance.freshness import is_stale
from desktop.projects.ground import Ground
from desktop.projects.project import About
from desktop.projects.way import Way

_DAY = 10  # letters of a day in ISO


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """Companies by the levels missing to them, by size and by province; levels from `lowest` to `highest`.

    `old` are those whose answers are older than a year; `unknown` companies of the same sector and place
    of which nobody knows whether they lack it.
    """

    by_lack: Mapping[int, int]
    by_size: Mapping[str, int]
    by_province: Mapping[str, int]
    lowest: int
    highest: int
    old: int
    unknown: int

    @property
    def count(self) -> int:
        """How many companies there are."""
        return sum(self.by_lack.values())

    @property
    def lacking(self) -> int:
        """How many of them are below their goal, as far as it is known."""
        return self.count - self.by_lack.get(0, 0)


def facts_of(ground: Ground, about: About, members: Sequence[int], day: date) -> GroupFacts:
    """What companies of a proposal or project are like; those not in the arrays are left out.

    ValueError where the catalogue has no such competence.
    """
    row = ground.competences.index(about.need)
    at = ground.places_of(members)
    levels, lacks = ground.levels[row, at].tolist(), ground.lacks[row, at].tolist()
    known = [level for level in levels if level >= 0]
    column, place = (ground.provinces, about.province) if about.province else (ground.regions, about.region)
    around = column.among(frozenset({place})) & ground.sectors.among(frozenset({about.sector}))
    return GroupFacts(
        by_lack=dict(sorted(Counter(lacks).items(), reverse=True)),
        by_size=_counted(ground.sizes.names, ground.sizes.codes[at].tolist()),
        by_province=_counted(ground.provinces.names, ground.provinces.codes[at].tolist()),
        lowest=min(known, default=0),
        highest=max(known, default=0),
        old=sum(is_stale(ground.counted[place][:_DAY], day) for place in at.tolist()),
        unknown=int((around & (ground.levels[row] < 0)).sum()),
    )


def other_ways(ground: Ground, ways: Sequence[Way], about: About, members: Sequence[int]) -> tuple[Way, ...]:
    """What else all of them could take together for the same need, in the order of the ways."""
    row, at = ground.competences.index(about.need), ground.places_of(members)
    levels = ground.levels[row, at]
    return tuple(
        way
        for way in ways
        if way.id != about.way
        and way.least <= len(at) <= way.most
        and about.need in way.helps
        and bool(((levels >= way.helps[about.need][0]) & (levels < way.helps[about.need][1])).all())
        and bool(ground.may_take(way)[at].all())
    )


def _counted(values: Sequence[str], codes: Sequence[int]) -> dict[str, int]:
    """The most frequent first; what was not told under an empty name."""
    found = Counter(values[code] if code >= 0 else "" for code in codes)
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))
