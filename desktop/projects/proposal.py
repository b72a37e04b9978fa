"""A proposal: companies of a sector and place that lack the same, and what would help them together."""

from dataclasses import dataclass
from typing import Literal

import msgspec

from desktop.projects.way import Way

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A province by its letters, or a region by its NUTS code; `region` is that of the province too."""

    kind: Literal["province", "region"]
    code: str
    region: str


class Part(msgspec.Struct, frozen=True, gc=False):
    """One group of a proposal; `lacks` are the levels missing to each member's target, in their order."""

    members: tuple[int, ...]
    lacks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Groups that could become projects, each within the limits of the way.

    `need` is the competence, `also` what the way teaches besides; members are ids of companies.
    """

    way: Way
    need: str
    sector: str
    place: Place
    parts: tuple[Part, ...]

    @property
    def id(self) -> str:
        """What names it while companies change."""
        return f"{self.way.kind}/{self.way.id}/{self.need}/{self.sector}/{self.place.code}"

    @property
    def members(self) -> tuple[int, ...]:
        """The companies of all groups."""
        return tuple(member for part in self.parts for member in part.members)

    @property
    def count(self) -> int:
        """How many companies there are in all groups."""
        return sum(len(part.members) for part in self.parts)

    @property
    def missing(self) -> int:
        """How many levels are missing to all of them together."""
        return sum(sum(part.lacks) for part in self.parts)

    @property
    def also(self) -> tuple[str, ...]:
        """Other competences that the way teaches; a voucher teaches none by itself."""
        helped = () if self.way.kind == "voucher" else tuple(self.way.helps)
        return tuple(name for name in helped if name != self.need)


def price_each_cents(way: Way, companies: int) -> int | None:
    """What a company of so many pays at most before aid, rounded up to a cent; None where not known."""
    if way.price_cents is None:
        return None
    return way.price_cents if way.is_price_each else -(-way.price_cents // companies)


def left_each_cents(way: Way, companies: int) -> int | None:
    """What is left of that for a company to pay after aid, rounded up to a cent."""
    price = price_each_cents(way, companies)
    return None if price is None else -(-price * (_WHOLE - (way.aid_percent or 0)) // _WHOLE)
