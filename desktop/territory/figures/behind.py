"""Which companies stand behind a figure."""

from collections.abc import Callable, Mapping

import numpy as np

from desktop.territory.coding import NOTHING, Coded, Mask, Numbers, months_of
from desktop.territory.figures.change import pairs
from desktop.territory.figures.demand import lacking_in, need_rows
from desktop.territory.figures.figures import Ground
from desktop.territory.figures.funnel import COMPANY_STEPS, got_to
from desktop.territory.figures.given import category_rows, kind_rows, service_rows
from desktop.territory.figures.maturity import grouped
from desktop.territory.figures.reached import companies_of
from desktop.territory.figures.values import GROUPINGS
from desktop.territory.wanted import Chosen

Behind = tuple[str, ...]
"""What a figure tells of: its kind, then names, such as (sector, C) or (change, T0, T1, better)."""


def companies_behind(chosen: Chosen, ground: Ground, behind: Behind) -> frozenset[int]:
    """The ids of the companies behind a figure; of all chosen where nobody knows what it tells of."""
    kind, *names = behind
    found = _KINDS.get(kind, _all)(chosen, ground, *names)
    return frozenset(chosen.territory.companies.ids[found].tolist())


def _all(chosen: Chosen, _ground: Ground, *_names: str) -> Mask:
    return chosen.companies


def _assessed(chosen: Chosen, _ground: Ground) -> Numbers:
    return chosen.territory.rounds.company[chosen.answered]


def _scored(chosen: Chosen, _ground: Ground) -> Numbers:
    return chosen.scored_companies


def _group(chosen: Chosen, _ground: Ground, grouping: str, name: str) -> Numbers:
    found = next(each for each in GROUPINGS if each == grouping)
    column: Coded = grouped(chosen, found)
    code = column.code(name) if name else NOTHING
    return chosen.scored_companies[column.codes[chosen.scored_companies] == code]


def _month(chosen: Chosen, _ground: Ground, month: str) -> Numbers:
    scores, rounds = chosen.scores, chosen.territory.rounds
    of_month = chosen.rounds & (rounds.day >= 0) & (months_of(rounds.day) == int(month))
    rows = np.flatnonzero(of_month[scores.round] & (scores.overall >= 0))
    return rounds.company[scores.round[rows]]


def _change(chosen: Chosen, _ground: Ground, before: str, after: str, which: str = "") -> Numbers:
    earlier, later = pairs(chosen, (before, after))
    moved = chosen.scores.overall[later] - chosen.scores.overall[earlier]
    kept: Mapping[str, Mask] = {"better": moved > 0, "same": moved == 0, "worse": moved < 0}
    rows = later[kept[which]] if which else later
    return chosen.territory.rounds.company[chosen.scores.round[rows]]


def _area(chosen: Chosen, ground: Ground, area: str, level: str = "") -> Numbers:
    own = tuple(name for name, of_it in ground.areas.items() if of_it == area)
    return _in_need(chosen, own, int(level) if level else None)


def _lacks(chosen: Chosen, _ground: Ground, competence: str) -> Numbers:
    return _in_need(chosen, (competence,), None)


def _in_need(chosen: Chosen, competences: tuple[str, ...], level: int | None) -> Numbers:
    rows = need_rows(chosen)
    found = rows[lacking_in(chosen, rows, competences, level)]
    return chosen.territory.rounds.company[chosen.territory.needs.round[found]]


def _kind(chosen: Chosen, _ground: Ground, kind: str) -> Numbers:
    return _served(chosen, kind_rows(chosen, kind))


def _category(chosen: Chosen, _ground: Ground, category: str) -> Numbers:
    return _served(chosen, category_rows(chosen, category))


def _given(chosen: Chosen, _ground: Ground) -> Numbers:
    return _served(chosen, service_rows(chosen) & chosen.territory.services.is_given)


def _agreed(chosen: Chosen, _ground: Ground) -> Numbers:
    return _served(chosen, service_rows(chosen) & ~chosen.territory.services.is_given)


def _served(chosen: Chosen, rows: Mask) -> Numbers:
    companies = chosen.territory.services.company[rows]
    return companies[companies != NOTHING]


def _step(chosen: Chosen, _ground: Ground, step: str, source: str = "") -> Mask:
    found = got_to(chosen, next(each for each in COMPANY_STEPS if each == step))
    return found & (chosen.territory.companies.event != NOTHING) if source else found


def _target(chosen: Chosen, ground: Ground, name: str) -> Numbers:
    target = next(each for each in ground.targets if each.id == name)
    return companies_of(chosen.territory, target)


_KINDS: Mapping[str, Callable[..., Mask | Numbers]] = {
    "companies": _all,
    "assessed": _assessed,
    "scored": _scored,
    "group": _group,
    "month": _month,
    "change": _change,
    "area": _area,
    "lacks": _lacks,
    "kind": _kind,
    "category": _category,
    "given": _given,
    "agreed": _agreed,
    "step": _step,
    "target": _target,
}
