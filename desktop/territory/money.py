"""Services and money, by category and together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.territory.cells import may_show, shown_sums
from desktop.territory.facts import GivenService


@dataclass(frozen=True, slots=True)
class Money:
    """Services: how many, for how many firms, their price and what public money pays of it, in cents."""

    services: int
    firms: int
    price_cents: int
    aid_cents: int


def money_of(services: Iterable[GivenService]) -> tuple[Mapping[str, Money], Money | None]:
    """By category and together; the companies deleted since count as one."""
    counted = [each for each in services if each.is_given]
    given: dict[str, list[GivenService]] = {}
    for each in counted:
        given.setdefault(each.category, []).append(each)
    told = {name: _sum(found) for name, found in sorted(given.items())}
    together = _sum(counted)
    if not counted or not may_show([together.firms]):
        return {}, None
    firms = {name: each.firms for name, each in told.items()}
    prices = {name: each.price_cents for name, each in told.items()}
    aids = {name: each.aid_cents for name, each in told.items()}
    shown = shown_sums(firms, prices, aids)
    return {name: each for name, each in told.items() if name in shown}, together


def _firms(services: Iterable[GivenService]) -> frozenset[int]:
    return frozenset(-1 if each.firm is None else each.firm for each in services)


def _sum(services: Sequence[GivenService]) -> Money:
    price, aid = sum(each.price_cents for each in services), sum(each.aid_cents for each in services)
    return Money(len(services), len(_firms(services)), price, aid)
