"""Workspaces on servers, and desks that work on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep

from desktop.storage.server.address import Address, read_address
from desktop.storage.server.connecting import engine_on
from desktop.storage.server.schema import bring_up_to_date
from tests.serving import Server


@contextmanager
def workspace_on(server: Server) -> Iterator[Address]:
    """The address of a new, empty workspace on a server."""
    with server.database() as name:
        address = read_address(server.url(name))
        engine = engine_on(address)
        bring_up_to_date(engine, address.told)
        engine.dispose()
        yield address


def until(is_so: object, seconds: float = 20) -> bool:
    """Whether something comes true before long."""
    end = monotonic() + seconds
    while monotonic() < end:
        if is_so():  # type: ignore[operator]
            return True
        sleep(0.02)
    return False
