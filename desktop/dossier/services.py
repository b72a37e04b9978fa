"""The hub's services that serve what a plan leaves open."""

from collections.abc import Iterable

from desktop.content.catalogues.advice_file import ServiceEntry
from desktop.content.company import Company
from desktop.content.library import Library
from desktop.planning import OpenGap, Step
from desktop.planning.hub_services import service_for


def services_for_gaps(
    gaps: Iterable[OpenGap], library: Library, company: Company
) -> tuple[ServiceEntry, ...]:
    """What to ask a hub for about some gaps, in their order, none twice."""
    found = (service_for_gap(gap, library, company) for gap in gaps)
    return tuple({service.id: service for service in found if service is not None}.values())


def service_for_gap(gap: OpenGap, library: Library, company: Company) -> ServiceEntry | None:
    """What to ask a hub for about an open gap, first among the services of the company's own hub."""
    hub = library.network.hubs.get(company.hub or "")
    return service_for(Step(gap.competence, gap.level), library.catalogue, company, hub)
