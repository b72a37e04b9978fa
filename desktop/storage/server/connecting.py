"""SQLAlchemy on a hub's server."""

from functools import partial

from sqlalchemy import Engine, create_engine

from desktop.storage.server.address import Address
from desktop.storage.server.patience import connected


def engine_on(address: Address, *, desks: int = 3) -> Engine:
    """An engine with a few connections, which are tried before use; nothing is connected yet."""
    return create_engine(
        "postgresql+psycopg://",
        creator=partial(connected, address),
        pool_size=desks,
        pool_pre_ping=True,
        hide_parameters=True,
    )
