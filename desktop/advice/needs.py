"""What a plan leaves to be done, as weights: in which areas, and by which services of a hub."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from desktop.content.catalogue import Catalogue
from desktop.planning.plan import Plan

_LEAST_FOR_LABS = 2
_SERVICES: Mapping[str, tuple[str, ...]] = {
    "no-course": ("training",),
    "no-role": ("training",),
    "language": ("training",),
    "entry": ("training",),
    "together": ("training",),
    "beyond": ("test-before-invest", "networking"),
    "budget": ("funding-support",),
    "price-unknown": ("funding-support",),
}
"""What a hub can do about a gap that stays open for a reason; about the others time alone helps."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Weights of areas and of services; `lab_areas` are those where more than first steps is needed.

    Priority times missing levels; twice as much for what no course of the plan covers.
    """

    areas: Mapping[str, int] = field(default_factory=dict)
    services: Mapping[str, int] = field(default_factory=dict)
    lab_areas: frozenset[str] = frozenset()

    def shared_areas(self, areas: Iterable[str]) -> tuple[str, ...]:
        """The needed ones among some areas, the heaviest first."""
        return _heaviest_first(self.areas, areas)

    def shared_services(self, services: Iterable[str]) -> tuple[str, ...]:
        """The needed ones among some services, the heaviest first."""
        return _heaviest_first(self.services, services)

    def area_share(self, areas: Iterable[str]) -> Fraction:
        """How much of the areas needed lies in these (0-1)."""
        return _share(self.areas, areas)

    def service_share(self, services: Iterable[str]) -> Fraction:
        """How much of the services needed is among these (0-1)."""
        return _share(self.services, services)


def _heaviest_first(weights: Mapping[str, int], names: Iterable[str]) -> tuple[str, ...]:
    shared = {name for name in names if weights.get(name, 0) > 0}
    return tuple(sorted(shared, key=lambda name: (-weights[name], name)))


def _share(weights: Mapping[str, int], names: Iterable[str]) -> Fraction:
    total = sum(weights.values())
    shared = sum(weights.get(name, 0) for name in set(names))
    return Fraction(shared, total) if total else Fraction(0)


def needs_of(plan: Plan, catalogue: Catalogue) -> Needs:
    """What the needs and open gaps of a plan call for."""
    open_gaps = {gap.competence: gap for gap in plan.open_gaps}
    areas: dict[str, int] = {}
    services: dict[str, int] = {}
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
        for service in _SERVICES.get(gap.reason, ()) if gap else ():
            services[service] = services.get(service, 0) + weight
    return Needs(areas, services, frozenset(lab_areas))
