"""What the room of the services shows, read and added up in a worker thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.advising import Register, RegisterWish, ServiceLine, ServiceTotals, totals_of
from desktop.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a wish, and what they add up to."""

    wish: RegisterWish
    lines: tuple[ServiceLine, ...]
    totals: ServiceTotals


@dataclass(frozen=True, slots=True)
class ReadRegister:
    """All that was read, with what is shown of it; companies by name, with their numbers."""

    register: Register
    companies: Mapping[str, int]
    found: Found


def read_register(workspace: Workspace, wish: RegisterWish) -> ReadRegister:
    """Runs in a worker thread."""
    services = workspace.hub.services
    register = Register(services.lines())
    return ReadRegister(register, services.companies(), find(register, wish))


def find(register: Register, wish: RegisterWish) -> Found:
    """The lines that fit a wish."""
    lines = register.find(wish)
    return Found(wish, lines, totals_of(lines))
