"""All ways there are for groups: what the hub offers, courses given in a class, money for several."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from desktop.content.catalogues.catalogue import Catalogue, Network
from desktop.content.networks.hub_desk import HubDesk
from desktop.content.networks.hub_desk_file import OfferEntry
from desktop.content.networks.support_file import FundingEntry
from desktop.guidance.freshness import Availability, availability
from desktop.projects.way import Way

COURSE_LEAST, COURSE_MOST = 5, 20
"""Companies in a class of the catalogue, which says nothing of it: enough to be worth a teacher."""
VOUCHER_LEAST, VOUCHER_MOST = 3, 12
"""Companies that ask for money together: a network contract begins with some, and stays one to lead."""
_TOP = 4
_CENTS = 100
_LIVE = ("live", "blended")
_SERVED = ("training", "consulting")
_TURN: Mapping[Availability | None, int] = {
    "open": 0,
    "recurring": 1,
    "upcoming": 2,
    "unknown": 3,
    "was-open": 4,
    "closed-recurs": 5,
}


def ways_of(desk: HubDesk, catalogue: Catalogue, network: Network, day: date) -> tuple[Way, ...]:
    """The ways in the order in which they are proposed, those of the hub itself first.

    Among offers the cheaper one for a company in a full group comes first, among courses too; among funding
    what is surest to take applications, then what asks for no membership of a fund, then the higher share.
    What has ended is none.
    """
    offers = sorted((_offer(each) for each in desk.offers.values() if each.most_companies > 1), key=_cheapest)
    courses = sorted(_courses(catalogue), key=_cheapest)
    vouchers = sorted(_vouchers(desk, catalogue, network, day), key=_surest)
    return (*offers, *courses, *vouchers)


def _offer(entry: OfferEntry) -> Way:
    return Way(
        kind="offer",
        id=entry.id,
        project_kind="course" if entry.kind == "training" else "voucher",
        helps=dict(entry.helps),
        least=max(2, entry.least_companies),
        most=entry.most_companies,
        sizes=frozenset(entry.sizes),
        sectors=frozenset(entry.sectors),
        price_cents=None if entry.price_eur is None else entry.price_eur * _CENTS,
        aid_percent=entry.aid_percent,
        aid_scheme=entry.aid_scheme,
    )


def _courses(catalogue: Catalogue) -> Iterator[Way]:
    for course in catalogue.courses.values():
        if course.format in _LIVE and course.offer == "course" and course.teaches:
            yield Way(
                kind="course",
                id=course.id,
                project_kind="course",
                helps=dict(course.teaches),
                least=COURSE_LEAST,
                most=COURSE_MOST,
                price_cents=None if course.cost_eur is None else int(course.cost_eur * _CENTS),
                is_price_each=True,
                as_of=course.as_of,
            )


def _vouchers(desk: HubDesk, catalogue: Catalogue, network: Network, day: date) -> Iterator[Way]:
    known = network.support.funding
    for entry in known.values():
        state = availability(entry, known, day)
        if state != "closed" and _is_for_groups(entry, desk.hub):
            yield _voucher(entry, state, catalogue, network)


def _is_for_groups(entry: FundingEntry, hub: str) -> bool:
    """Money asked for through a body, for learners from several firms, or at this hub itself."""
    through = entry.through is not None or entry.min_people is not None
    return (through or (bool(hub) and entry.hub == hub)) and bool(set(entry.covers) & set(_SERVED))


def _voucher(entry: FundingEntry, state: Availability, catalogue: Catalogue, network: Network) -> Way:
    reached = [
        each.id for each in catalogue.competences.values() if not entry.areas or each.area in entry.areas
    ]
    ceiling = entry.max_amount_eur
    return Way(
        kind="voucher",
        id=entry.id,
        project_kind="voucher",
        helps=dict.fromkeys(reached, (0, _TOP)),
        least=VOUCHER_LEAST,
        most=VOUCHER_MOST,
        sizes=frozenset(entry.sizes),
        sectors=frozenset(entry.sectors),
        country=entry.country,
        regions=frozenset(entry.regions),
        provinces=_letters(entry.provinces, entry.regions, network),
        without_provinces=_letters(entry.without_provinces, entry.regions, network),
        least_people=entry.min_people or 0,
        of_staff=entry.for_employees,
        firms_only=entry.firms_only,
        through=entry.through,
        aid_percent=entry.max_share_percent,
        aid_scheme=", ".join(entry.rules),
        most_aid_cents=None if ceiling is None else ceiling * _CENTS,
        availability=state,
        as_of=entry.as_of,
    )


def _letters(names: Collection[str], regions: Collection[str], network: Network) -> frozenset[str]:
    """Provinces by their letters; funding names them in full."""
    known = {name: letters for region in regions for letters, name in network.provinces_of(region).items()}
    return frozenset(known.get(name, name) for name in names)


def _cheapest(way: Way) -> tuple[bool, float, str]:
    price = way.price_cents or 0
    left = price * (100 - (way.aid_percent or 0))
    return way.price_cents is None, left / (1 if way.is_price_each else way.most), way.id


def _surest(way: Way) -> tuple[int, bool, int, str]:
    is_for_members = way.through == "training-fund"
    return _TURN.get(way.availability, len(_TURN)), is_for_members, -(way.aid_percent or 0), way.id
