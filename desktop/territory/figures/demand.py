"""What courses are needed for: levels that companies should have and do not."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from desktop.territory.coding import NOTHING, Mask, Numbers
from desktop.territory.figures.values import AreaDemand, CompetenceDemand, Demand
from desktop.territory.wanted import Chosen

LEVELS = (1, 2, 3, 4)


def demand(chosen: Chosen, areas: Mapping[str, str]) -> Demand:
    """What the last rounds chosen lack; `areas` gives the area of each competence."""
    rows = need_rows(chosen)
    lacks = {name: Lack(chosen, rows, name) for name in chosen.territory.needs.competences if name in areas}
    by_area: dict[str, list[Lack]] = {area: [] for area in areas.values()}
    for name, lack in lacks.items():
        by_area[areas[name]].append(lack)
    return Demand(
        companies=int(rows.size),
        areas=tuple(_area(area, own, rows.size) for area, own in by_area.items()),
        competences=tuple(
            CompetenceDemand(
                name,
                known=int(np.count_nonzero(lack.is_known)),
                lacking=int(np.count_nonzero(lack.is_lacking)),
                unknown=int(np.count_nonzero(~lack.is_known & (lack.targets > 0))),
            )
            for name, lack in lacks.items()
        ),
    )


class Lack:
    """What companies have, and should have, of one competence."""

    def __init__(self, chosen: Chosen, rows: Numbers, competence: str) -> None:
        needs = chosen.territory.needs
        place = needs.competences.index(competence)
        self.levels = needs.levels[place][rows]
        self.targets = needs.targets[place][rows]
        self.is_known = self.levels != NOTHING
        self.is_lacking = self.is_known & (self.levels < self.targets)

    def to_level(self, level: int) -> Mask:
        """Which companies need to reach a level."""
        return self.is_known & (self.levels < level) & (self.targets >= level)


def need_rows(chosen: Chosen) -> Numbers:
    """The rows of needs of the last rounds chosen."""
    needs = chosen.territory.needs
    row_of = np.full(chosen.territory.rounds.ids.size, NOTHING)
    row_of[needs.round] = np.arange(needs.round.size)
    found = row_of[chosen.answered]
    return found[found != NOTHING]


def lacking_in(chosen: Chosen, rows: Numbers, competences: Iterable[str], level: int | None) -> Mask:
    """Which rows lack one of some competences; with a level, which need to reach that level in one."""
    known = chosen.territory.needs.competences
    lacks = [Lack(chosen, rows, name) for name in competences if name in known]
    return _any((lack.is_lacking if level is None else lack.to_level(level) for lack in lacks), rows.size)


def _area(area: str, lacks: Sequence[Lack], count: int) -> AreaDemand:
    lacking = _any((lack.is_lacking for lack in lacks), count)
    by_level = {
        level: int(np.count_nonzero(_any((lack.to_level(level) for lack in lacks), count)))
        for level in LEVELS
    }
    return AreaDemand(area, int(np.count_nonzero(lacking)), by_level)


def _any(masks: Iterable[Mask], count: int) -> Mask:
    found = np.zeros(count, np.bool_)
    for mask in masks:
        found |= mask
    return found
