"""Workspaces on servers, and desks that work on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from desktop.storage.server.address import Address, read_address
from tests.serving import Server
from tests.workspaces import template_on


@contextmanager
def workspace_on(server: Server) -> Iterator[Address]:
    """The address of a new, empty workspace on a server."""
    with server.database(template_on(server)) as name:
        yield read_address(server.url(name))


def until(is_so: object, seconds: float = 20) -> bool:
    """Whether something comes true before long."""
    end = monotonic() + seconds
    while monotonic() < end:
        if is_so():  # type: ignore[operator]
            return True
        sleep(0.02)
    return False
