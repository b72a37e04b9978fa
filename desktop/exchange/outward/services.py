"""The service register in the columns of the network's tool for indicators."""

from collections.abc import Iterable, Mapping
from typing import Final

from desktop.content.company import SizeClass
from desktop.csv_writing import Cell
from desktop.exchange.outward.table import Table
from desktop.territory.facts import Firm, GivenService

CATEGORIES: Final[Mapping[str, str]] = {
    "test-before-invest": "Test before invest",
    "training": "Training and skills development",
    "funding-support": "Support to find investments",
    "networking": "Innovation ecosystem and networking",
}
STATES: Final[Mapping[str, str]] = {
    "planned": "Planned",
    "under-way": "Ongoing",
    "delivered": "Completed",
    "reported": "Reported",
    "cancelled": "Cancelled",
}
SIZES: Final[Mapping[SizeClass, str]] = {
    "micro": "Micro (1-9)",
    "small": "Small (10-49)",
    "medium": "Medium (50-249)",
    "large": "Large (250+)",
}
AID = "Amount to be reported as national/regional public aid, €"
HEADINGS: Final = (
    "Content ID",
    "Customer",
    "Customer type",
    "Customer staff size",
    "Customer region",
    "latitude",
    "longitude",
    "Service category delivered",
    "Short description of the service",
    "Technology type used",
    "Service price, €",
    "Number of attendees",
    "Dates",
    "Status",
    "Specific information on State Aid",
    AID,
)


def register_table(
    services: Iterable[GivenService], firms: Mapping[int, Firm], regions: Mapping[str, str]
) -> Table:
    """A row for each line that was not called off, with the name of its company.

    `regions` are names by code. The number of the content and the place on the map are the platform's; they
    stay empty.
    """
    rows = [_row(each, firms.get(each.firm or 0), regions) for each in services if each.state != "cancelled"]
    return Table("Services", HEADINGS, tuple(rows))


def _row(service: GivenService, firm: Firm | None, regions: Mapping[str, str]) -> tuple[Cell, ...]:
    ended = service.ended_on or service.started_on
    return (
        None,
        "" if firm is None else firm.name,
        _type(firm),
        "" if firm is None or firm.size is None else SIZES[firm.size],
        "" if firm is None else regions.get(firm.region or "", firm.region or ""),
        None,
        None,
        CATEGORIES.get(service.category, service.category),
        service.title,
        service.technology,
        service.price_cents / 100,
        service.attendees,
        f"{service.started_on.isoformat()} / {ended.isoformat()}",
        STATES.get(service.state, service.state),
        service.aid_scheme,
        service.aid_cents / 100,
    )


def _type(firm: Firm | None) -> str:
    if firm is None or firm.size is None:
        return ""
    return "Mid-cap or large enterprise" if firm.size == "large" else "SME"
