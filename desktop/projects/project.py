"""A project of several companies, as it is kept: what it is about, how far it is, who takes part."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from desktop.projects.proposal import Proposal
from desktop.projects.sharing import shared_cents
from desktop.projects.way import ProjectKind, WayKind

ProjectState = Literal["proposed", "asked", "running", "done", "dropped"]
MemberState = Literal["proposed", "asked", "in", "out"]
STATES: tuple[ProjectState, ...] = ("proposed", "asked", "running", "done", "dropped")
MEMBER_STATES: tuple[MemberState, ...] = ("proposed", "asked", "in", "out")
Cents = Annotated[int, Meta(ge=0, le=10**14)]
_WHOLE = 100


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What companies share and what they would take, as it was known when the project began.

    `need` is a competence, `also` others that the way teaches; `category` and `service_kind` are what a line
    of the service register counts as. `price_cents` is None where not known.
    """

    need: str
    also: tuple[str, ...] = ()
    sector: str = ""
    region: str = ""
    province: str = ""
    way_kind: WayKind = "offer"
    way: str = ""
    least: int = 1
    most: int = 1000
    price_cents: Cents | None = None
    is_price_each: bool = False
    aid_percent: Annotated[int, Meta(ge=0, le=100)] | None = None
    aid_scheme: str = ""
    category: str = "training"
    service_kind: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project; `members` are how many companies it has by state, `services` its lines in the register."""

    id: int
    title: str
    kind: ProjectKind
    about: About
    state: ProjectState
    note: str
    changed_at: datetime
    members: Mapping[MemberState, int]
    services: int


@dataclass(frozen=True, slots=True)
class FirmLine:
    """A company as lists of projects show it; level and target of the need, None where nothing tells them.

    `is_taken` where it was looked up that a project covers the need already.
    """

    id: int
    name: str
    vat: str
    sector: str | None
    region: str | None
    province: str | None
    headcount: int
    contact: str
    email: str
    phone: str
    level: int | None
    target: int | None
    is_taken: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """A company in a project."""

    firm: FirmLine
    state: MemberState


@dataclass(frozen=True, slots=True)
class Share:
    """What a company's part of a project costs, and how much of that public money pays; in cents."""

    price_cents: int
    aid_cents: int


def about_of(proposal: Proposal, category: str, service_kind: str) -> About:
    """What a project says of the proposal it comes from."""
    way, place = proposal.way, proposal.place
    return About(
        need=proposal.need,
        also=proposal.also,
        sector=proposal.sector,
        region=place.region,
        province=place.code if place.kind == "province" else "",
        way_kind=way.kind,
        way=way.id,
        least=way.least,
        most=way.most,
        price_cents=way.price_cents,
        is_price_each=way.is_price_each,
        aid_percent=way.aid_percent,
        aid_scheme=way.aid_scheme,
        category=category,
        service_kind=service_kind,
    )


def shares_of(about: About, companies: int) -> tuple[Share, ...]:
    """What each of so many companies pays; a price that is not known counts 0, the aid is rounded down."""
    price = about.price_cents or 0
    prices = (price,) * companies if about.is_price_each else shared_cents(price, max(1, companies))
    percent = about.aid_percent or 0
    return tuple(Share(each, each * percent // _WHOLE) for each in prices[:companies])
