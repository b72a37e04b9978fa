"""Groups found: for each way and need, the province before the region, nobody twice for the same need."""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

import numpy as np

from desktop.projects.ground import Ground, Small
from desktop.projects.proposal import Part, Place, Proposal
from desktop.projects.sharing import group_sizes
from desktop.projects.way import Way
from desktop.territory.coding import Coded, Mask, Numbers

_NEAREST_FIRST: tuple[Literal["province", "region"], ...] = ("province", "region")


def propose(
    ground: Ground, ways: Sequence[Way], taken: Collection[tuple[int, str]] = ()
) -> tuple[Proposal, ...]:
    """All groups; equal input gives equal proposals.

    What is there for sure comes first, then money that nobody may get at the moment, last money of which
    nobody knows how much it is; within each the most companies, then those of a province, then the most
    missing levels.

    Ways are gone through in their order. What was found for a company covers the need for it: neither the
    same way in a wider place nor another way is proposed for that again. `taken` are companies whose need a
    project covers already. A company without a sector or a place is in no group.
    """
    finder = _Finder(ground, taken)
    found = [proposal for way in ways for proposal in finder.groups(way)]
    return tuple(sorted(found, key=_turn))


def _turn(proposal: Proposal) -> tuple[bool, bool, int, bool, int, str]:
    way, is_wide = proposal.way, proposal.place.kind == "region"
    return not way.tells_its_money, not way.is_sure, -proposal.count, is_wide, -proposal.missing, proposal.id


class _Finder:
    """Goes through the ways; `_open` says what no proposal covers yet."""

    def __init__(self, ground: Ground, taken: Collection[tuple[int, str]]) -> None:
        self._ground = ground
        self._rows = {name: row for row, name in enumerate(ground.competences)}
        self._lacks: Small = ground.lacks
        self._ids: list[int] = ground.ids.tolist()  # each number once, for the million times it is told
        self._same: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._open: Mask = (self._lacks > 0) & (ground.sectors.codes >= 0)
        places = {company: place for place, company in enumerate(self._ids)} if taken else {}
        for company, need in taken:
            if company in places and need in self._rows:
                self._open[self._rows[need], places[company]] = False

    def groups(self, way: Way) -> Iterator[Proposal]:
        """The groups of a way, the need that most companies have first."""
        allowed = self._ground.may_take(way)
        if not allowed.any():
            return
        needs = [(-self._fitting(way, need).size, need) for need in way.helps if need in self._rows]
        for _, need in sorted(needs):
            for kind in _NEAREST_FIRST:
                yield from self._found(way, need, kind, allowed)

    def _fitting(self, way: Way, need: str) -> Numbers:
        """Where those are who lack it, and stand where the way can lead them on."""
        least, reached = way.helps[need]
        row = self._rows[need]
        lacking = np.flatnonzero(self._open[row])
        levels = self._ground.levels[row, lacking]
        fitting: Numbers = lacking[(levels >= least) & (levels < reached)]
        return fitting

    def _found(
        self, way: Way, need: str, kind: Literal["province", "region"], allowed: Mask
    ) -> Iterator[Proposal]:
        column = self._ground.provinces if kind == "province" else self._ground.regions
        wanted = self._fitting(way, need)
        wanted = wanted[allowed[wanted] & (column.codes[wanted] >= 0)]
        if wanted.size < way.least:
            return
        for members in self._cells(wanted, column, way.least, self._lacks[self._rows[need]]):
            parts = tuple(self._parts(way, need, members))
            if not parts:
                continue
            at = int(members[0])
            region = _told(self._ground.regions, at)
            place = Place(kind, _told(column, at), region)
            proposal = Proposal(way, need, _told(self._ground.sectors, at), place, parts)
            self._cover(proposal)
            yield proposal

    def _cells(self, wanted: Numbers, column: Coded, least: int, lacks: Small) -> Iterator[Numbers]:
        """Companies of one sector and place together, who lack more first; too few are left out."""
        cells = self._ground.sectors.codes[wanted] * len(column.names) + column.codes[wanted]
        large = np.bincount(cells) >= least
        kept = large[cells]
        wanted, cells = wanted[kept], cells[kept]
        order = np.lexsort((wanted, -lacks[wanted].astype(np.int64), cells))
        wanted, cells = wanted[order], cells[order]
        for members in np.split(wanted, np.flatnonzero(np.diff(cells)) + 1):
            if members.size:
                yield members

    def _parts(self, way: Way, need: str, members: Numbers) -> Iterator[Part]:
        """The groups that have learners enough."""
        ground = self._ground
        learners = ground.staff if way.of_staff else ground.headcounts
        people = learners[members].tolist() if way.least_people else []
        ids = list(map(self._ids.__getitem__, members.tolist()))
        lacks = self._lacks[self._rows[need], members].tolist()
        begin = 0
        for size in group_sizes(len(ids), way.least, way.most):
            end = begin + size
            if sum(people[begin:end]) >= way.least_people:
                missing = tuple(lacks[begin:end])
                yield Part(tuple(ids[begin:end]), self._same.setdefault(missing, missing))
            begin = end

    def _cover(self, proposal: Proposal) -> None:
        """Nothing else is proposed to them for what this leads them on in."""
        members = np.searchsorted(self._ground.ids, np.array(proposal.members))
        self._open[self._rows[proposal.need], members] = False
        for name in proposal.also:
            if name in self._rows:
                row, (least, reached) = self._rows[name], proposal.way.helps[name]
                levels = self._ground.levels[row, members]
                self._open[row, members] &= ~((levels >= least) & (levels < reached))


def _told(column: Coded, at: int) -> str:
    code = int(column.codes[at])
    return column.names[code] if code >= 0 else ""
