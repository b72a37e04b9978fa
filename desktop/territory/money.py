"""Services and money, by category and together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.territory.cells import may_show, shown_sums
from desktop.territory.facts import GivenService


@dataclass(frozen=True, slots=True)
class Money:
    """Services: how many, for how many firms, their price and what public money pays of it, in cents.

    Services of no firm, or of one that was deleted since, are among the services and in the sums.
    """

    services: int
    firms: int
    price_cents: int
    aid_cents: int


def money_of(services: Iterable[GivenService]) -> tuple[Mapping[str, Money], Money | None]:
    """By category and together, where neither tells of fewer than five firms.

    Services of no firm alone are told as little as those of one.
    """
    counted = [each for each in services if each.is_given]
    given: dict[str, list[GivenService]] = {}
    for each in counted:
        given.setdefault(each.category, []).append(each)
    told = {name: _sum(found) for name, found in sorted(given.items())}
    together = _sum(counted)
    if not counted or not may_show([_behind(together)]):
        return {}, None
    firms = {name: _behind(each) for name, each in told.items()}
    prices = {name: each.price_cents for name, each in told.items()}
    aids = {name: each.aid_cents for name, each in told.items()}
    shown = shown_sums(firms, prices, aids)
    return {name: each for name, each in told.items() if name in shown}, together


def agreed_money(services: Iterable[GivenService]) -> Money | None:
    """What is planned or under way, where it does not tell of fewer than five firms; None else."""
    found = _sum([each for each in services if each.is_agreed])
    return found if found.services and may_show([_behind(found)]) else None


def _sum(services: Sequence[GivenService]) -> Money:
    price, aid = sum(each.price_cents for each in services), sum(each.aid_cents for each in services)
    firms = {each.firm for each in services if each.firm is not None}
    return Money(len(services), len(firms), price, aid)


def _behind(money: Money) -> int:
    """How many firms a sum rests on; services of none may have been of one that was deleted."""
    return max(money.firms, 1)
