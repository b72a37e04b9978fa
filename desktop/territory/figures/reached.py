"""What a hub has reached of what it has to reach, and the pace that is left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

import numpy as np

from desktop.territory.coding import NOTHING, Mask, Numbers
from desktop.territory.columns import Territory
from desktop.territory.wanted import day_number

Counts = Literal["companies", "first-rounds", "second-rounds", "services", "service-value"]
_DAYS_A_MONTH = Fraction(36525, 1200)
_CENTS = 100


@dataclass(frozen=True, slots=True)
class Target:
    """What has to be reached by a day: companies (no large ones), rounds, services, or euros of them."""

    id: str
    counts: Counts
    value: int
    begins: date | None
    by: date


@dataclass(frozen=True, slots=True)
class Reached:
    """What is reached of a target, by how many companies; euros are whole ones, rounded down.

    `per_month` is what is needed from today on; None where all is reached or the day is past. `so_far` is
    what was reached a month since the target began, None where no day is known that it did.
    """

    target: Target
    value: int
    companies: int
    per_month: Fraction | None
    so_far: Fraction | None

    @property
    def is_reached(self) -> bool:
        """Whether there is nothing left to do."""
        return self.value >= self.target.value


def reached(territory: Territory, targets: Iterable[Target], today: date) -> tuple[Reached, ...]:
    """What the whole territory has reached of each target, whatever figures are narrowed to."""
    return tuple(_reached(territory, target, today) for target in targets)


def _reached(territory: Territory, target: Target, today: date) -> Reached:
    value = _count(territory, target)
    left, months = target.value - value, _months(today, target.by)
    passed = None if target.begins is None else _months(target.begins, min(today, target.by))
    return Reached(
        target,
        value,
        companies=int(np.unique(companies_of(territory, target)).size),
        per_month=left / max(months, Fraction(1)) if left > 0 and today <= target.by else None,
        so_far=value / passed if passed is not None and passed >= 1 else None,
    )


def _months(start: date, end: date) -> Fraction:
    return Fraction((end - start).days) / _DAYS_A_MONTH


def companies_of(territory: Territory, target: Target) -> Numbers:
    """The places of the companies that count for a target."""
    if target.counts == "companies":
        return np.flatnonzero(_companies(territory, target))
    if target.counts in ("services", "service-value"):
        found = territory.services.company[_services(territory, target)]
        return found[found != NOTHING]
    return territory.rounds.company[_rounds(territory, target)]


def _count(territory: Territory, target: Target) -> int:
    if target.counts == "companies":
        return int(_companies(territory, target).sum())
    if target.counts == "service-value":
        return int(territory.services.price[_services(territory, target)].sum()) // _CENTS
    if target.counts == "services":
        return int(_services(territory, target).sum())
    return int(_rounds(territory, target).sum())


def _services(territory: Territory, target: Target) -> Mask:
    return territory.services.is_given & _within(territory.services.day, target)


def _rounds(territory: Territory, target: Target) -> Mask:
    rounds = territory.rounds
    turn = 0 if target.counts == "first-rounds" else 1
    return rounds.has_scores & (rounds.turn == turn) & _within(rounds.day, target)


def _companies(territory: Territory, target: Target) -> Mask:
    """Those that scored for the first time in the time of the target, but for large ones."""
    size = territory.companies.size
    is_large = size.codes == size.code("large")
    return ~is_large & _within(territory.first_day, target)


def _within(days: Numbers, target: Target) -> Mask:
    begins = 0 if target.begins is None else day_number(target.begins)
    return (days != NOTHING) & (days >= begins) & (days <= day_number(target.by))
