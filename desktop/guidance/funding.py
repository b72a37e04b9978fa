"""Which funding a company can ask for: what share of what, until when, and how sure that is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from desktop.content.catalogues.catalogue import Network
from desktop.content.company import Company
from desktop.content.networks.support_file import Covered, FundingEntry, Tier
from desktop.guidance.freshness import Availability, age_points, availability
from desktop.guidance.needs import Needs
from desktop.guidance.place import Place, Reach, is_freelancer
from desktop.guidance.reasons import Reason, age_caveats

_STATE: Mapping[Availability, int] = {
    "open": 4,
    "upcoming": 3,
    "recurring": 3,
    "unknown": 1,
    "was-open": 1,
    "closed-recurs": 0,
    "closed": -4,
}
_COVERS: Mapping[Covered, int] = {"training": 3, "consulting": 2, "equipment": -2}
_REACH: dict[Reach, int] = {"province": 2, "region": 1, "country": 0, "part": 0, "not-in": -3}
_AREAS, _OWN_HUB, _OWN_CHAMBER = 2, 2, 2


@dataclass(frozen=True, slots=True)
class FundingMatch:
    """Funding as a company would get it; a share or ceiling that is None is not known.

    `closes` is the last day known, `deadline_reported` one that a single source gives.
    """

    entry: FundingEntry
    availability: Availability
    max_share_percent: int | None
    max_amount_eur: int | None
    reasons: tuple[Reason, ...]
    caveats: tuple[Reason, ...]
    points: Fraction


def funding(network: Network, company: Company, needs: Needs, day: date) -> tuple[FundingMatch, ...]:
    """What a company can ask for, the best first; what has ended stays out unless it comes back."""
    found = [match for match in _all(network, company, needs, day) if match.availability != "closed"]
    return tuple(sorted(found, key=lambda match: (-match.points, match.entry.id)))


def ended_funding(network: Network, company: Company, needs: Needs, day: date) -> tuple[FundingMatch, ...]:
    """What a company may have heard of and cannot have any more, the latest known first."""
    found = [match for match in _all(network, company, needs, day) if match.availability == "closed"]
    found.sort(key=lambda match: match.entry.id)
    return tuple(sorted(found, key=lambda match: match.entry.as_of, reverse=True))


def _all(network: Network, company: Company, needs: Needs, day: date) -> Iterator[FundingMatch]:
    place = Place.of(company, network)
    known = network.support.funding
    for entry in known.values():
        reach = place.reach(
            entry.regions,
            country=None if entry.regions else entry.country,
            provinces=entry.provinces,
            without=entry.without_provinces,
        )
        if reach is not None and _is_for(entry, company, needs):
            yield _match(entry, reach, (company, needs), availability(entry, known, day), day)


def _is_for(entry: FundingEntry, company: Company, needs: Needs) -> bool:
    people = company.people.employee + company.people.it
    learners = people if entry.for_employees else company.headcount
    return (
        (not entry.sizes or company.size_class in entry.sizes)
        and (not entry.sectors or company.sector in entry.sectors)
        and not (entry.for_employees and people == 0)
        and not (entry.firms_only and is_freelancer(company))
        and learners >= (entry.min_people or 0)
        and (not entry.areas or not needs.areas or bool(needs.shared_areas(entry.areas)))
    )


def _match(
    entry: FundingEntry, reach: Reach, asked: tuple[Company, Needs], state: Availability, day: date
) -> FundingMatch:
    company, needs = asked
    share, amount = terms_for(entry, company)
    is_of_own_hub = entry.hub is not None and entry.hub == company.hub
    points = (
        _STATE[state]
        + max((_COVERS[covered] for covered in entry.covers), default=0)
        + _AREAS * (needs.area_share(entry.areas) if entry.areas else Fraction(1, 2))
        + _REACH[reach]
        + (_OWN_HUB if is_of_own_hub else 0)
        + (_OWN_CHAMBER if entry.through == "chamber" else 0)
        + Fraction(share or 0, 100)
        - age_points(entry.as_of, day)
    )
    reasons, caveats = tuple(_reasons(entry, reach, company, needs)), (*_caveats(entry, reach, company, day),)
    return FundingMatch(entry, state, share, amount, reasons, caveats, Fraction(points))


def terms_for(entry: FundingEntry, company: Company) -> tuple[int | None, int | None]:
    """The largest share (%) and amount (euro) for a company; None where not known.

    The first tier that suits says it. What tiers tell of other firms alone is not known of this one.
    """
    tier = next((tier for tier in entry.tiers if _suits(tier, company)), None)
    share, amount = entry.max_share_percent, entry.max_amount_eur
    if any(each.max_share_percent for each in entry.tiers):
        share = tier.max_share_percent if tier else None
    if any(each.max_amount_eur for each in entry.tiers):
        amount = tier.max_amount_eur if tier else None
    return share, amount


def _suits(tier: Tier, company: Company) -> bool:
    fits_size = not tier.sizes or company.size_class in tier.sizes
    return fits_size and (tier.up_to_staff is None or company.headcount <= tier.up_to_staff)


def _reasons(entry: FundingEntry, reach: Reach, company: Company, needs: Needs) -> Iterator[Reason]:
    if entry.hub is not None:
        yield Reason("hub", (entry.hub,))
    if reach == "province":
        yield Reason("province", entry.provinces)
    elif reach in ("region", "part", "not-in") and company.region:
        yield Reason("region", (company.region,))
    else:
        yield Reason("country", (entry.country,))
    if entry.areas and (areas := needs.shared_areas(entry.areas)):
        yield Reason("areas", areas)
    if entry.through == "training-fund":
        yield Reason("members")


def _caveats(entry: FundingEntry, reach: Reach, company: Company, day: date) -> Iterator[Reason]:
    if entry.firms_only and company.headcount == 1:
        yield Reason("firms-only")
    if reach == "part":
        yield Reason("part", entry.provinces)
    if reach in ("part", "not-in") and entry.without_provinces:
        yield Reason("not-in", entry.without_provinces)
    yield from age_caveats(entry.as_of, day)
