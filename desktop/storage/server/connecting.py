"""SQLAlchemy on a hub's server."""

import logging
import selectors
from collections.abc import Callable
from time import monotonic
from typing import Any

from psycopg import Error
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError

from desktop.storage.server.address import Address
from desktop.storage.server.patience import PatientConnection, connected

_DESKS = 3  # connections that are kept
_QUIET = 30.0  # seconds after which a connection is tried before use: the way may have gone silently
_SINCE = "since"
# What it warns of, that an error followed another one, is told by the first of them.
logging.getLogger("psycopg").setLevel(logging.ERROR)


def engine_on(address: Address, before: Callable[[], None] | None = None) -> Engine:
    """An engine with a few connections, which are looked at before use; nothing is connected yet.

    `before` is called before each is made, and may refuse it.
    """

    def connect() -> PatientConnection:
        if before is not None:
            before()
        return connected(address)

    engine = create_engine(
        "postgresql+psycopg://",
        creator=connect,
        pool_size=_DESKS,
        hide_parameters=True,
    )
    event.listen(engine, "checkin", _on_given_back)
    event.listen(engine, "checkout", _on_taken)
    return engine


def _on_given_back(_connection: Any, record: Any) -> None:
    record.info[_SINCE] = monotonic()


def _on_taken(connection: Any, record: Any, _borrowed: Any) -> None:
    """A server that goes says so, and its words wait here; after long silence it is asked."""
    since = record.info.get(_SINCE)
    if since is None:
        return
    try:
        if monotonic() - since < _QUIET and not _has_said_something(connection):
            return
        connection.execute("")
        connection.rollback()
    except Error as error:
        raise DisconnectionError from error


def _has_said_something(connection: Any) -> bool:
    with selectors.DefaultSelector() as selector:
        selector.register(connection.fileno(), selectors.EVENT_READ)
        return bool(selector.select(0))
