"""What courses are needed for: levels that companies should have and do not."""

from collections.abc import Mapping

import numpy as np

from desktop.territory.coding import NOTHING, Mask, Numbers
from desktop.territory.columns import Needs
from desktop.territory.figures.values import AreaDemand, CompetenceDemand, Demand
from desktop.territory.wanted import Chosen

LEVELS = (1, 2, 3, 4)


def demand(chosen: Chosen, areas: Mapping[str, str]) -> Demand:
    """What the last rounds chosen lack; `areas` gives the area of each competence."""
    needs, rows = chosen.territory.needs, need_rows(chosen)
    lacking = _lacking(needs, rows)
    is_known = needs.levels[rows] != NOTHING
    should = needs.targets[rows] > 0
    return Demand(
        companies=int(rows.size),
        areas=tuple(_area(needs, rows, area, areas) for area in dict.fromkeys(areas.values())),
        competences=tuple(
            CompetenceDemand(
                name,
                known=int(is_known[:, place].sum()),
                lacking=int(lacking[:, place].sum()),
                unknown=int((~is_known[:, place] & should[:, place]).sum()),
            )
            for place, name in enumerate(needs.competences)
            if name in areas
        ),
    )


def need_rows(chosen: Chosen) -> Numbers:
    """The rows of needs of the last rounds chosen."""
    needs = chosen.territory.needs
    row_of = np.full(chosen.territory.rounds.ids.size, NOTHING)
    row_of[needs.round] = np.arange(needs.round.size)
    found = row_of[chosen.answered]
    return found[found != NOTHING]


def lacking_in(needs: Needs, rows: Numbers, competences: tuple[str, ...], level: int | None = None) -> Mask:
    """Which rows lack one of some competences; with a level, which need to reach that level in one."""
    columns = [place for place, name in enumerate(needs.competences) if name in competences]
    levels, targets = needs.levels[rows][:, columns], needs.targets[rows][:, columns]
    is_known = levels != NOTHING
    if level is None:
        return (is_known & (levels < targets)).any(axis=1)
    return (is_known & (levels < level) & (targets >= level)).any(axis=1)


def _lacking(needs: Needs, rows: Numbers) -> Mask:
    levels = needs.levels[rows]
    return (levels != NOTHING) & (levels < needs.targets[rows])


def _area(needs: Needs, rows: Numbers, area: str, areas: Mapping[str, str]) -> AreaDemand:
    own = tuple(name for name, of_it in areas.items() if of_it == area)
    by_level = {level: int(lacking_in(needs, rows, own, level).sum()) for level in LEVELS}
    return AreaDemand(area, int(lacking_in(needs, rows, own).sum()), by_level)
