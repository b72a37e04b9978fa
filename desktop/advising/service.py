"""A line of the register of services."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from desktop.content.networks.hub_desk_file import ServiceKind

ServiceState = Literal["planned", "under-way", "delivered", "reported", "cancelled"]
SERVICE_STATES: tuple[ServiceState, ...] = get_args(ServiceState)
DONE: tuple[ServiceState, ...] = ("delivered", "reported")
GRANTED: tuple[ServiceState, ...] = ("under-way", "delivered", "reported")
"""The states in which public money has been promised."""
CATEGORIES = ("test-before-invest", "training", "funding-support", "networking")
"""The categories of the European network of digital innovation hubs."""


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service for a company or a project; amounts in cents of a euro.

    `kind` is how it counts for the hub's shares, empty where it does not; `aid_cents` is the part of the
    price that public money pays, under the rule `aid_scheme`. `company` and `project` are the names shown,
    empty where there is none any more; `files` is how many show the service.
    """

    uid: str
    company_id: int | None
    category: str
    title: str
    started_on: date
    kind: ServiceKind = ""
    note: str = ""
    technology: str = ""
    price_cents: int = 0
    aid_cents: int = 0
    aid_scheme: str = ""
    ended_on: date | None = None
    attendees: int = 1
    state: ServiceState = "planned"
    officer: str = ""
    provider: str = ""
    company: str = ""
    project_id: int | None = None
    project: str = ""
    made_at: datetime | None = None
    files: int = 0
