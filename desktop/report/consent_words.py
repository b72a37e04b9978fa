"""The consent's text as paper and window show it alike."""

from desktop.content.company import Company
from desktop.content.library import Library
from desktop.text import Wording


def hub_name(company: Company, library: Library, wording: Wording) -> str:
    """Who gets the plan, as far as that is known."""
    hub = library.network.hubs.get(company.hub or "")
    if hub is None and library.brand is not None:
        return library.brand.name
    return hub.name if hub else wording("the hub you give this plan to")
