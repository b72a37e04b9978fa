"""The way to a server, across a network that is slow or falls silent: every byte passes through here."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from select import select
from threading import Event, Thread
from time import sleep

from desktop.storage.server.address import Address
from tests.serving import Server

_MOST = 65536  # bytes at once
_PAUSE = 0.002  # seconds; what a desk says in pieces with less between them is one question


class SlowWay:
    """Carries what a desk and its server say; `turns` counts how often the desk asked and had to wait.

    `seconds` is how long a question and its reply are on the way together.
    """

    def __init__(self, server: Server) -> None:
        self.seconds = 0.0
        self.turns = 0
        self._target = str(server.folder / f".s.PGSQL.{server.port or 5432}")
        self._is_open = Event()
        self._is_open.set()
        self._held: list[socket.socket] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        Thread(target=self._let_in, daemon=True).start()

    def address(self, of: Address) -> Address:
        """The address of the same workspace along this way."""
        port = self._door.getsockname()[1]
        return replace(of, host="127.0.0.1", port=port, sslmode="disable")

    def fall_silent(self) -> None:
        """From now on nothing passes, and nobody is told; new connections are not answered either."""
        self._is_open.clear()

    def go_on(self) -> None:
        """What was held up passes now."""
        self._is_open.set()

    def close(self) -> None:
        """End all."""
        self._is_open.set()
        for each in (self._door, *self._held):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                desk, _ = self._door.accept()
                server = socket.socket(socket.AF_UNIX)
                server.connect(self._target)
                self._held += [desk, server]
                self._carry(desk, server)

    def _carry(self, desk: socket.socket, server: socket.socket) -> None:
        is_reply = Event()
        is_reply.set()
        for pair in ((desk, server, True), (server, desk, False)):
            Thread(target=self._pass_on, args=(*pair, is_reply), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, is_asking: bool, is_reply: Event) -> None:  # noqa: FBT001
        with suppress(OSError, ValueError):  # closed meanwhile
            while said := one.recv(_MOST):
                sleep(self.seconds / 2)
                self._is_open.wait()
                if is_asking:
                    said += _more(one)
                if is_asking and is_reply.is_set():
                    is_reply.clear()
                    self.turns += 1
                elif not is_asking:
                    is_reply.set()
                other.sendall(said)
            other.shutdown(socket.SHUT_WR)


def _more(one: socket.socket) -> bytes:
    found = b""
    while select([one], [], [], _PAUSE)[0]:
        said = one.recv(_MOST)
        if not said:
            break
        found += said
    return found


@contextmanager
def slow_way(server: Server) -> Iterator[SlowWay]:
    """A way to a server, closed at the end."""
    way = SlowWay(server)
    try:
        yield way
    finally:
        way.close()
