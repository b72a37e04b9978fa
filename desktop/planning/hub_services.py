"""What to ask a hub for where a level stays out of reach."""

from desktop.content.catalogues.advice_file import ServiceEntry
from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import HubEntry
from desktop.content.company import Company
from desktop.planning.learning import leads_to
from desktop.planning.plan import Step


def service_for(
    step: Step, catalogue: Catalogue, company: Company, hub: HubEntry | None = None
) -> ServiceEntry | None:
    """The service that helps with a level step; None where no kind of service does.

    What the company's own hub gives comes first, then what is about the fewest competences, then the order of
    the file.
    """
    services = catalogue.advice.services.values()
    fitting = [entry for entry in services if leads_to(entry, step) and entry.suits(company)]
    given = frozenset(hub.services) if hub else frozenset[str]()
    return min(fitting, key=lambda entry: (given.isdisjoint(entry.given_as), len(entry.helps)), default=None)
