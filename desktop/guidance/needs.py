"""What a plan leaves to be done, as weights: in which areas, and by which services of a hub."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.company import Company
from desktop.planning.hub_services import service_for
from desktop.planning.plan import OpenGap, Plan, Step

_LEAST_FOR_LABS = 2
_FUNDING = "funding-support"
_MONEY_REASONS = ("budget", "price-unknown")


@dataclass(frozen=True, slots=True)
class Ask:
    """Help that a hub gives which has one of these services; `weight` says how much it is needed.

    `help` is its id in resources/catalogue/services.yaml, empty where it has none; `area` what it is about;
    `best_at` the kinds of doors that are right for it, the best first.
    """

    services: tuple[str, ...]
    weight: int
    help: str = ""
    area: str = ""
    best_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Needs:
    """Weights of areas, and what to ask hubs for; in `lab_areas` more than first steps is needed.

    Weights are priority times missing levels; areas count twice for what no course of the plan covers.
    """

    areas: Mapping[str, int] = field(default_factory=dict)
    asks: tuple[Ask, ...] = ()
    lab_areas: frozenset[str] = frozenset()

    def shared_areas(self, areas: Iterable[str]) -> tuple[str, ...]:
        """The needed ones among some areas, the heaviest first."""
        return _heaviest_first(self.areas, areas)

    def shared_services(self, services: Iterable[str]) -> tuple[str, ...]:
        """The needed ones among some services, the heaviest first."""
        weights: dict[str, int] = {}
        for ask in self.asks:
            for service in ask.services:
                weights[service] = weights.get(service, 0) + ask.weight
        return _heaviest_first(weights, services)

    def area_share(self, areas: Iterable[str]) -> Fraction:
        """How much of the areas needed lies in these (0-1)."""
        return _share(sum(self.areas.get(name, 0) for name in set(areas)), sum(self.areas.values()))

    def service_share(self, services: Iterable[str]) -> Fraction:
        """How much of what hubs are asked for one with these services can give (0-1)."""
        given = set(services)
        shared = sum(ask.weight for ask in self.asks if given.intersection(ask.services))
        return _share(shared, sum(ask.weight for ask in self.asks))


def _heaviest_first(weights: Mapping[str, int], names: Iterable[str]) -> tuple[str, ...]:
    shared = {name for name in names if weights.get(name, 0) > 0}
    return tuple(sorted(shared, key=lambda name: (-weights[name], name)))


def _share(part: int, total: int) -> Fraction:
    return Fraction(part, total) if total else Fraction(0)


def needs_of(plan: Plan, catalogue: Catalogue, company: Company) -> Needs:
    """What the needs and open gaps of a plan call for."""
    open_gaps = {gap.competence: gap for gap in plan.open_gaps}
    areas: dict[str, int] = {}
    asks: list[Ask] = []
    lab_areas = set[str]()
    for need in plan.needs:
        entry = catalogue.competences.get(need.competence)
        weight = need.priority * (need.target - need.level)
        if entry is None or weight <= 0:
            continue
        gap = open_gaps.get(need.competence)
        areas[entry.area] = areas.get(entry.area, 0) + weight * (2 if gap else 1)
        if need.target >= _LEAST_FOR_LABS and need.level >= 1:
            lab_areas.add(entry.area)
        if gap:
            asks += _ways(gap, Step(gap.competence, gap.level), (catalogue, company), weight)
    return Needs(areas, tuple(asks), frozenset(lab_areas))


def _ways(gap: OpenGap, step: Step, about: tuple[Catalogue, Company], weight: int) -> Iterator[Ask]:
    """What helps with a gap: what serves its step, and help with money where that is missing."""
    service = service_for(step, *about)
    if service is not None:
        area = about[0].competences[gap.competence].area
        yield Ask(service.given_as, weight, service.id, area, service.best_at)
    if gap.reason in _MONEY_REASONS:
        yield Ask((_FUNDING,), weight)
