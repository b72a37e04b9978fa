"""The rooms of the hub by name. Each is imported when it is first entered."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from desktop.text import Wording
from desktop.ui.desk import Desk
from desktop.ui.look import Look

RoomClass = Callable[[Desk, Look], QWidget]


def _territory() -> RoomClass:
    from desktop.ui.hub.territory.room import TerritoryRoom

    return TerritoryRoom


def _plans_in() -> RoomClass:
    from desktop.ui.hub.plans_in.room import PlansInRoom

    return PlansInRoom


def _advising() -> RoomClass:
    from desktop.ui.hub.advising.room import AdvisingRoom

    return AdvisingRoom


def _services() -> RoomClass:
    from desktop.ui.hub.services.room import ServicesRoom

    return ServicesRoom


def _projects() -> RoomClass:
    from desktop.ui.hub.projects.room import ProjectsRoom

    return ProjectsRoom


def _events() -> RoomClass:
    from desktop.ui.hub.events.room import EventsRoom

    return EventsRoom


def _packs() -> RoomClass:
    from desktop.ui.hub.packs.room import PacksRoom

    return PacksRoom


def _reports() -> RoomClass:
    from desktop.ui.hub.reports.room import ReportsRoom

    return ReportsRoom


ROOMS: dict[str, Callable[[], RoomClass]] = {
    "territory": _territory,
    "plans-in": _plans_in,
    "advising": _advising,
    "services": _services,
    "projects": _projects,
    "events": _events,
    "packs": _packs,
    "reports": _reports,
}
"""In the order of their tabs. A room may have the signal `page_requested` of a page."""

CONCERNED: Mapping[str, tuple[str, ...]] = {
    "territory": ("round", "company", "engagement", "service", "event", "preference", "reminder"),
    "plans-in": ("reminder", "company", "engagement"),
    "advising": ("company", "engagement", "expert_remark", "event"),
    "services": ("service", "company", "project"),
    "projects": ("project", "project_member", "service"),
    "events": ("event", "company"),
    "packs": (),
    "reports": (),
}
"""The tables whose news a room shows by itself; what every answer changes is left to the territory."""


def room_titles(say: Wording) -> Mapping[str, str]:
    """The names of the rooms that there are."""
    titles = {
        "territory": say("Territory"),
        "plans-in": say("Plans in"),
        "advising": say("Advising"),
        "services": say("Services"),
        "projects": say("Projects"),
        "events": say("Events"),
        "packs": say("Editions"),
        "reports": say("Reports"),
    }
    return {name: titles[name] for name in ROOMS}
