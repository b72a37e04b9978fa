"""Connections that a window waits for only so long: whoever looks at it never sees it stand still."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import Any

from psycopg import Connection, OperationalError
from typing_extensions import override

from desktop.storage.server.address import Address
from desktop.storage.server.parameters import parameters

_SHORTEST = 2  # seconds for a connection: the driver waits no less
_SILENT = "timeout expired: no answer came in time"


class Patience:
    """How many seconds each answer may take, and whether one has taken longer."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.ran_out = False


_PATIENCE: ContextVar[Patience | None] = ContextVar("patience", default=None)


@contextmanager
def waiting_at_most(seconds: float) -> Iterator[Patience]:
    """In this thread, until the end of the block, no single answer may take longer than this.

    One that does is an OperationalError, and its connection is closed: whether it was done is not known.
    """
    patience = Patience(seconds)
    before = _PATIENCE.set(patience)
    try:
        yield patience
    finally:
        _PATIENCE.reset(before)


class PatientConnection(Connection[Any]):
    """A connection on which an answer may take only so long."""

    @override
    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        patience = _PATIENCE.get()
        if patience is None:
            return super().wait(gen, interval, timeout)
        begun = monotonic()
        try:
            return super().wait(gen, interval, patience.seconds)
        except OperationalError as error:
            if monotonic() - begun < patience.seconds:
                raise
            patience.ran_out = True
            self.pgconn.finish()
            raise OperationalError(_SILENT) from error


def connected(address: Address) -> PatientConnection:
    """A new connection; OperationalError without one, and at once where patience ran out before."""
    given, patience = parameters(address), _PATIENCE.get()
    if patience is not None:
        if patience.ran_out:
            raise OperationalError(_SILENT)
        given["connect_timeout"] = _SHORTEST
    begun = monotonic()
    try:
        return PatientConnection.connect(**given)
    except OperationalError:
        if patience is not None and monotonic() - begun >= _SHORTEST:
            patience.ran_out = True
        raise
