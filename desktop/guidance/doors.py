"""Which organisations to bring a plan to, the best first, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop.content.catalogues.catalogue import Network
from desktop.content.catalogues.catalogue_file import HubEntry
from desktop.content.company import Company
from desktop.guidance.freshness import age_points
from desktop.guidance.needs import Needs
from desktop.guidance.place import Place, Reach, is_freelancer
from desktop.guidance.reasons import Reason, age_caveats

_ITALY = "IT"
_SEEN_ACTIVE = "active-when-seen"
_AREAS, _SERVICES, _SECTOR, _DOUBT = 4, 2, 2, Fraction(1, 2)
_RIGHT = 2  # of 3: how well a kind must suit a firm's size to be told while others do
_MOST_OF_THE_NEEDS = Fraction(1, 2)
_REACH: dict[Reach, int] = {"province": 2, "region": 1, "country": 0, "part": -1, "not-in": -2}


@dataclass(frozen=True, slots=True)
class Door:
    """An organisation with the reasons for going there and what to be careful about.

    `fit` (0-3) says how much its kind is the right one for a firm of this size, `points` what ranks it.
    `is_specialist`: it does nothing but the one area that most of the needs lie in. `asks`: ids of the help
    to ask for here.
    """

    hub: HubEntry
    reasons: tuple[Reason, ...]
    caveats: tuple[Reason, ...]
    fit: int
    points: Fraction
    is_specialist: bool = False
    asks: tuple[str, ...] = ()

    @property
    def is_chosen(self) -> bool:
        """Whether the company named it."""
        return any(reason.kind == "chosen" for reason in self.reasons)


def doors(network: Network, company: Company, needs: Needs, day: date) -> tuple[Door, ...]:
    """The organisations that reach a company: the chosen one first, then by points, then by id."""
    place = Place.of(company, network)
    found = []
    for hub in network.hubs.values():
        reach = place.reach(hub.regions, country=_ITALY if hub.is_national else None, provinces=hub.provinces)
        is_chosen = hub.id == company.hub
        suits = not hub.sectors or company.sector in hub.sectors
        suits &= not (hub.firms_only and is_freelancer(company))
        if is_chosen or (reach is not None and suits):
            found.append(_door(hub, reach, network, (company, needs), day))
    return tuple(sorted(found, key=lambda door: (not door.is_chosen, -door.points, door.hub.id)))


def _door(
    hub: HubEntry, reach: Reach | None, network: Network, asked: tuple[Company, Needs], day: date
) -> Door:
    company, needs = asked
    kind = network.support.kinds.get(hub.kind)
    fit = kind.fit(company) if kind else 1
    points = (
        _AREAS * needs.area_share(hub.areas)
        + _SERVICES * needs.service_share(hub.services)
        + (_SECTOR if hub.sectors and company.sector in hub.sectors else 0)
        + (_REACH[reach] if reach else 0)
        + fit
        - age_points(hub.as_of, day)
        - (_DOUBT if hub.status != _SEEN_ACTIVE else 0)
    )
    reasons, caveats = tuple(_reasons(hub, reach, company, needs)), tuple(_caveats(hub, reach, day))
    is_specialist = len(hub.areas) == 1 and needs.area_share(hub.areas) >= _MOST_OF_THE_NEEDS
    return Door(hub, reasons, caveats, fit, Fraction(points), is_specialist)


def _reasons(hub: HubEntry, reach: Reach | None, company: Company, needs: Needs) -> Iterator[Reason]:
    if hub.id == company.hub:
        yield Reason("chosen")
    if reach == "province":
        yield Reason("province", hub.provinces)
    elif reach in ("region", "part") and company.region:
        yield Reason("region", (company.region,))
    elif reach == "country":
        yield Reason("country", (_ITALY,))
    if areas := needs.shared_areas(hub.areas):
        yield Reason("areas", areas)
    if services := needs.shared_services(hub.services):
        yield Reason("services", services)
    if company.sector and company.sector in hub.sectors:
        yield Reason("sector", (company.sector,))


def _caveats(hub: HubEntry, reach: Reach | None, day: date) -> Iterator[Reason]:
    if reach == "part":
        yield Reason("part", hub.provinces)
    if hub.status != _SEEN_ACTIVE:
        yield Reason("status", (hub.status,))
    yield from age_caveats(hub.as_of, day)


def first_of_each_kind(found: Iterable[Door], most: int) -> tuple[Door, ...]:
    """The best door of each kind that suits the company's size, in the order given.

    What was chosen stays. A specialist may stand beside another of its kind. Kinds that suit less well are
    told only where no other is.
    """
    helping = [door for door in found if door.is_chosen or _helps(door)]
    least = _RIGHT if any(door.fit >= _RIGHT for door in helping) else 1
    seen = set[str]()
    kept = []
    for door in helping:
        kind = f"{door.hub.kind} {door.hub.areas[0]}" if door.is_specialist else door.hub.kind
        if door.is_chosen or (kind not in seen and door.fit >= least):
            seen |= {kind, door.hub.kind}
            kept.append(door)
    return tuple(kept[:most])


def _helps(door: Door) -> bool:
    return any(reason.kind in ("areas", "services") for reason in door.reasons)
