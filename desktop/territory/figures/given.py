"""The services of the register added up: how many, for whom, what they are worth and who pays."""

import numpy as np

from desktop.territory.coding import NOTHING, Coded, Mask
from desktop.territory.figures.values import GivenServices, Services
from desktop.territory.wanted import Chosen

KINDS = ("training", "consulting", "")
"""As they count for a hub's shares; whatever else there is counts for none of them."""


def services(chosen: Chosen) -> Services:
    """The services of those chosen, by the day they began."""
    found, there = chosen.territory.services, service_rows(chosen)
    given = there & found.is_given
    return Services(
        total=_added(chosen, "", given),
        kinds=tuple(_added(chosen, kind, kind_rows(chosen, kind)) for kind in KINDS),
        categories=tuple(
            _added(chosen, name, given & _is(found.category, name)) for name in ("", *found.category.names)
        ),
        agreed=_added(chosen, "", there & ~found.is_given),
    )


def service_rows(chosen: Chosen) -> Mask:
    """Which services count; those of a company that was deleted do where no companies are left out."""
    found = chosen.territory.services
    is_there = found.company != NOTHING
    of_those = np.full(found.company.size, not chosen.wanted.narrows_companies)
    of_those[is_there] = chosen.companies[found.company[is_there]]
    return of_those & chosen.in_period(found.day)


def kind_rows(chosen: Chosen, kind: str) -> Mask:
    """Which services given are of a kind."""
    found = chosen.territory.services
    of_named = [_is(found.kind, name) for name in KINDS if name]
    of_kind = _is(found.kind, kind) if kind else ~np.logical_or.reduce(of_named)
    return service_rows(chosen) & found.is_given & of_kind


def category_rows(chosen: Chosen, category: str) -> Mask:
    """Which services given are of a category."""
    found = chosen.territory.services
    return service_rows(chosen) & found.is_given & _is(found.category, category)


def _is(column: Coded, name: str) -> Mask:
    return np.equal(column.codes, column.code(name) if name else NOTHING)


def _added(chosen: Chosen, name: str, rows: Mask) -> GivenServices:
    found = chosen.territory.services
    places = found.company[rows]
    is_there = np.zeros(chosen.territory.companies.count + 1, np.bool_)  # the last one for those deleted
    is_there[places] = True
    companies = int(np.count_nonzero(is_there[:-1]))
    # Nobody knows how many were deleted: they count as one, so that no group seems larger than it is.
    return GivenServices(
        name=name,
        count=int(rows.sum()),
        companies=max(companies, int(is_there[-1])),
        price_cents=int(found.price[rows].sum()),
        aid_cents=int(found.aid[rows].sum()),
    )
