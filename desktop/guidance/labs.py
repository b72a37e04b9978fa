"""Which research bodies work on what a company needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop.content.catalogues.catalogue import Network
from desktop.content.company import Company
from desktop.content.networks.support_file import LabEntry
from desktop.guidance.freshness import age_points
from desktop.guidance.needs import Needs
from desktop.guidance.place import Place, Reach
from desktop.guidance.reasons import Reason, age_caveats

_ITALY = "IT"
_WRITES_ONLY = "studies"
_AREAS, _REGION, _NEAR = 4, 2, 1


@dataclass(frozen=True, slots=True)
class LabMatch:
    """A research body with the reasons for asking it and what to be careful about."""

    lab: LabEntry
    reasons: tuple[Reason, ...]
    caveats: tuple[Reason, ...]
    points: Fraction


def is_ready_for_labs(company: Company) -> bool:
    """Whether a lab is a door at all: a small firm without IT people has nobody to work with one."""
    return company.size_class in ("medium", "large") or company.people.it > 0


def labs(network: Network, company: Company, needs: Needs, day: date) -> tuple[LabMatch, ...]:
    """The labs of the region and those for the whole country, where more than first steps is needed."""
    if not is_ready_for_labs(company):
        return ()
    place = Place.of(company, network)
    found = []
    for lab in network.support.labs.values():
        areas = tuple(name for name in needs.shared_areas(lab.areas) if name in needs.lab_areas)
        reach = place.reach(lab.regions, country=_ITALY if lab.national else None)
        suits = lab.kind != _WRITES_ONLY and (not lab.sectors or company.sector in lab.sectors)
        if areas and reach is not None and suits:
            found.append(_match(lab, areas, reach, (place, needs), day))
    return tuple(sorted(found, key=lambda match: (-match.points, match.lab.id)))


def _match(
    lab: LabEntry, areas: tuple[str, ...], reach: Reach, asked: tuple[Place, Needs], day: date
) -> LabMatch:
    place, needs = asked
    near = tuple(sorted(name for name in place.provinces if name in (lab.city or "")))
    points = (
        _AREAS * needs.area_share(areas)
        + (_REGION if reach == "region" else 0)
        + (_NEAR if near else 0)
        - age_points(lab.as_of, day)
        - (1 if lab.status == "check" else 0)
    )
    where = Reason("province", near) if near else Reason(reach, (place.region or place.country,))
    if reach == "country":
        where = Reason("country", (_ITALY,))
    return LabMatch(lab, (where, Reason("areas", areas)), tuple(_caveats(lab, day)), Fraction(points))


def _caveats(lab: LabEntry, day: date) -> Iterator[Reason]:
    if lab.status == "check":
        yield Reason("check")
    yield from age_caveats(lab.as_of, day)
