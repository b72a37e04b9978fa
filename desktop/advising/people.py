"""Who of a hub is right for a company: by province, areas, sector, and how much they have to do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from desktop.advising.engagement import Engagement
from desktop.advising.needs import CompanyNeed
from desktop.content.company import Company
from desktop.content.networks.hub_desk import HubDesk
from desktop.content.networks.hub_desk_file import Duty, PersonEntry
from desktop.guidance import Reason

_OFFICE, _AREAS, _COMPETENCES, _SECTOR = 4, 4, 3, 1
_COORDINATOR = Fraction(1, 2)  # takes companies where no officer does


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """Somebody of the hub, with how well he or she fits (`points`) and how many companies look to them.

    Reasons: `office` (the office's id), `areas`, `competences` (ids, the heaviest first), `sector` (the
    letter). Caveats: `other-sector` (the letters known), `other-office` (the person's office).
    """

    person: PersonEntry
    points: Fraction
    load: int
    reasons: tuple[Reason, ...]
    caveats: tuple[Reason, ...]


def match_people(
    hub: HubDesk,
    company: Company,
    needs: Iterable[CompanyNeed],
    duty: Duty,
    load: Mapping[str, int],
) -> tuple[PersonMatch, ...]:
    """Those with a duty who fit: the best first, of equals who has least to do, then by id.

    Coordinators stand in for officers. An expert who knows nothing of what is needed is left out.
    """
    wanted = tuple(needs)
    duties = {duty, "coordinator"} if duty == "officer" else {duty}
    people = (person for person in hub.people.values() if person.duty in duties)
    found = [_match(hub, company, wanted, person, load.get(person.id, 0)) for person in people]
    told = (match for match in found if duty != "expert" or _knows(match))
    return tuple(sorted(told, key=lambda match: (-match.points, match.load, match.person.id)))


def proposed_engagement(
    hub: HubDesk, company: Company, needs: Iterable[CompanyNeed], load: Mapping[str, int]
) -> Engagement:
    """Office by province, its officer with the least to do, the expert of what is needed most.

    Empty where nothing tells: an officer of another office is for the hub to choose.
    """
    wanted, office = tuple(needs), hub.office_for(company)
    officers = match_people(hub, company, wanted, "officer", load)
    experts = match_people(hub, company, wanted, "expert", load)
    near = (each for each in officers if office is not None and each.person.office == office.id)
    officer = next(near, officers[0] if officers and not hub.offices else None)
    return Engagement(
        office.id if office else "",
        officer.person.id if officer else "",
        experts[0].person.id if experts else "",
    )


def _knows(match: PersonMatch) -> bool:
    return any(reason.kind in ("areas", "competences") for reason in match.reasons)


def _match(
    hub: HubDesk, company: Company, needs: tuple[CompanyNeed, ...], person: PersonEntry, load: int
) -> PersonMatch:
    office = hub.office_for(company)
    is_near = office is not None and person.office == office.id
    total = sum(need.weight for need in needs) or 1
    in_areas = sum(need.weight for need in needs if need.area in person.areas)
    in_competences = sum(need.weight for need in needs if need.competence in person.competences)
    points = (
        (_OFFICE if is_near else 0)
        + Fraction(_AREAS * in_areas + _COMPETENCES * in_competences, total)
        + (_SECTOR if company.sector in person.sectors else 0)
        - (_SECTOR if _is_other_sector(company, person) else 0)
        - (_COORDINATOR if person.duty == "coordinator" else 0)
    )
    reasons = tuple(_reasons(company, needs, person, is_near=is_near))
    caveats = tuple(_caveats(hub, company, person, is_near=is_near))
    return PersonMatch(person, Fraction(points), load, reasons, caveats)


def _is_other_sector(company: Company, person: PersonEntry) -> bool:
    return bool(person.sectors and company.sector and company.sector not in person.sectors)


def _reasons(
    company: Company, needs: tuple[CompanyNeed, ...], person: PersonEntry, *, is_near: bool
) -> Iterator[Reason]:
    if is_near and person.office:
        yield Reason("office", (person.office,))
    if areas := _heaviest(
        {need.area: 0 for need in needs}, ((need.area, need.weight) for need in needs), person.areas
    ):
        yield Reason("areas", areas)
    weights = ((need.competence, need.weight) for need in needs)
    if known := _heaviest({need.competence: 0 for need in needs}, weights, person.competences):
        yield Reason("competences", known)
    if company.sector and company.sector in person.sectors:
        yield Reason("sector", (company.sector,))


def _heaviest(
    sums: dict[str, int], weights: Iterable[tuple[str, int]], known: Iterable[str]
) -> tuple[str, ...]:
    """What somebody knows of what is needed, the heaviest first."""
    for name, weight in weights:
        sums[name] += weight
    return tuple(sorted({name for name in known if name in sums}, key=lambda name: (-sums[name], name)))


def _caveats(hub: HubDesk, company: Company, person: PersonEntry, *, is_near: bool) -> Iterator[Reason]:
    if _is_other_sector(company, person):
        yield Reason("other-sector", tuple(sorted(person.sectors)))
    office = hub.office_for(company)
    if person.office and office is not None and not is_near:
        yield Reason("other-office", (person.office,))
