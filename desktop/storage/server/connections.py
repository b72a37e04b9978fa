"""The connections of a desk: made, lent, and known by their numbers on the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import Connection, Error
from sqlalchemy import PoolProxiedConnection, event

from desktop.storage.server.address import Address
from desktop.storage.server.connecting import engine_on
from desktop.storage.server.rows import read_every_moment
from desktop.storage.server.sameness import Sameness
from desktop.storage.server.server_clock import ServerClock

_PROCESS = "process"


class Connections:
    """An engine whose connections read every moment there is, all to the same database as the first."""

    def __init__(self, address: Address, sameness: Sameness, clock: ServerClock) -> None:
        self.engine = engine_on(address, sameness.refuse_if_closed)
        self._sameness = sameness
        self._clock = clock
        self._processes: set[int] = set()
        event.listen(self.engine, "connect", self._on_connected)
        event.listen(self.engine, "checkout", self._on_borrowed)
        event.listen(self.engine, "checkin", self._on_given_back)
        event.listen(self.engine, "close", self._on_let_go)

    def close(self) -> None:
        """No more are made; one that is lent ends when it is given back."""
        self._sameness.is_closed = True
        self.engine.dispose()

    def is_own(self, process: int) -> bool:
        """Whether a session of the server, by its number there, is one of these."""
        return process in self._processes

    @contextmanager
    def committing_by_itself(self) -> Iterator[Connection[Any]]:
        """One of them for the block, which begins a transaction only where it is told to."""
        borrowed = self.engine.raw_connection()
        connection: Any = borrowed.driver_connection
        try:
            connection.autocommit = True
            yield connection
        finally:
            _give_back(borrowed)

    def _on_connected(self, connection: Any, record: Any) -> None:
        record.info[_PROCESS] = connection.info.backend_pid
        try:
            self._sameness.check(connection)
            self._clock.look(connection)
        except BaseException:
            connection.close()
            raise
        self._processes.add(connection.info.backend_pid)
        read_every_moment(connection)

    def _on_borrowed(self, connection: Any, _record: object, _fairy: object) -> None:
        if self._sameness.is_doubted:
            self._sameness.check(connection)
        if self._clock.is_doubted:
            self._clock.look(connection)

    def _on_given_back(self, connection: Any, record: Any) -> None:
        if self._sameness.is_closed and connection is not None:
            record.invalidate()

    def _on_let_go(self, _connection: Any, record: Any) -> None:
        """Of one that broke the connection itself does not tell its number any more."""
        self._processes.discard(record.info.get(_PROCESS))


def _give_back(borrowed: PoolProxiedConnection) -> None:
    """As it was; a connection that broke is not used again."""
    connection: Any = borrowed.driver_connection
    try:
        connection.rollback()
        connection.autocommit = False
    except Error:
        borrowed.invalidate()
    else:
        borrowed.close()
