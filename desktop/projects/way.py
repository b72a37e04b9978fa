"""A way to meet the same need of several companies together: an offer of the hub, a course, a voucher."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.content.networks.support_file import Channel
from desktop.guidance.freshness import Availability

WayKind = Literal["offer", "course", "voucher"]
WAY_KINDS: tuple[WayKind, ...] = ("offer", "course", "voucher")
ProjectKind = Literal["voucher", "course"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Whom it is for, and what it costs; empty sets are for all.

    `helps` says of each competence from which level to which it leads. A group has from `least` to `most`
    companies with at least `least_people` learners among them, who are `of_staff` alone where it is so.
    `price_cents` is for the whole group, or with `is_price_each` for each company; None is not known.
    `regions` and `provinces` (their letters) bound it, else the `country` does.
    """

    kind: WayKind
    id: str
    project_kind: ProjectKind
    helps: Mapping[str, tuple[int, int]]
    least: int
    most: int
    sizes: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    country: str = ""
    regions: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    without_provinces: frozenset[str] = frozenset()
    least_people: int = 0
    of_staff: bool = False
    firms_only: bool = False
    through: Channel | None = None
    price_cents: int | None = None
    is_price_each: bool = False
    aid_percent: int | None = None
    aid_scheme: str = ""
    most_aid_cents: int | None = None
    availability: Availability | None = None
    as_of: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it can be had today: what is offered, and money that takes applications."""
        return self.kind != "voucher" or self.availability == "open"

    @property
    def tells_its_money(self) -> bool:
        """Whether it is known how much a voucher pays; of the others the price is asked instead."""
        return self.kind != "voucher" or self.aid_percent is not None or self.most_aid_cents is not None
