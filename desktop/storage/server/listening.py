"""A connection of its own that hears what the server tells, notices when it is gone, and comes back."""

import logging
import selectors
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import Any, TypeAlias

from psycopg import Connection, Error, Notify

from desktop.storage.server.address import Address
from desktop.storage.server.heard import Heard, Link
from desktop.storage.server.parameters import parameters
from desktop.storage.server.patience import PatientConnection, waiting_at_most
from desktop.storage.server.reasons import told_error

CHANNEL = "sestante"
__all__ = ["CHANNEL", "LISTENER", "PAUSES", "Heard", "Link", "Listening", "Work"]
LISTENER = "sestante desk"
"""What this connection is called in pg_stat_activity: there is one for each desk."""
PAUSES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 10.0)  # seconds before trying again; the last one goes on
_LOOK = 15.0  # seconds of silence after which the server is asked whether it is there
_PATIENCE = 5.0  # seconds for an answer
_ENDING = 0.5  # seconds that closing waits for the thread


Work: TypeAlias = Callable[[Connection[Any]], None]


class Listening:
    """Listens in a thread of its own until it is closed; it comes back by itself after every break.

    `heard` and `changed` are called in that thread, with plain values: `changed` when the connection is there
    (also each time it comes back: whatever held on the connection before is gone then) and when it breaks.
    """

    def __init__(
        self, address: Address, heard: Callable[[Heard], None], changed: Callable[[Link], None]
    ) -> None:
        self._address = address
        self._heard = heard
        self._changed = changed
        self._work: SimpleQueue[Work] = SimpleQueue()
        self._is_closed = Event()
        self._telling = Lock()
        self._waking, self._woken = socket.socketpair()
        for each in (self._waking, self._woken):
            each.settimeout(0)
        self._thread = Thread(target=self._run, name="listening", daemon=True)

    def start(self) -> None:
        """Begin; the first connection is made in the thread, too."""
        self._thread.start()

    def ask(self, work: Work) -> None:
        """Do something on the connection, in its thread (every statement is a transaction of its own).

        What is asked while there is no connection is dropped: ask again when `changed` tells of one.
        """
        self._work.put(work)
        self._wake()

    def greet(self, changed: Callable[[Link], None]) -> None:
        """Tell somebody who comes later of the connection, if there is one; else `changed` tells in time."""
        self.ask(partial(_greet, changed))

    def check(self) -> None:
        """Ask whether the server still answers: `changed` tells, also where nothing did change."""
        self.ask(self._check)

    def try_now(self) -> None:
        """Try again at once, where it pauses."""
        self._wake()

    def close(self) -> None:
        """End; nothing is told any more, and a server that does not answer is not waited for."""
        with self._telling:
            self._is_closed.set()
        self._wake()
        if self._thread.is_alive():
            self._thread.join(_ENDING)
        elif self._thread.ident is None:
            self._let_go()

    def _wake(self) -> None:
        with suppress(OSError):  # full: it wakes anyhow
            self._waking.send(b"!")

    def _let_go(self) -> None:
        self._waking.close()
        self._woken.close()

    def _run(self) -> None:
        try:
            self._go_on()
        finally:
            self._let_go()

    def _go_on(self) -> None:
        tried = 0
        while not self._is_closed.is_set():
            try:
                with (
                    waiting_at_most(_PATIENCE),
                    PatientConnection.connect(**self._parameters(), autocommit=True) as connection,
                ):
                    tried = 0
                    self._listen(connection)
            except (Error, OSError) as error:
                self._tell(Link(is_up=False, error=told_error(error, self._address.told)))
            if self._is_closed.is_set():
                return
            self._pause(PAUSES[min(tried, len(PAUSES) - 1)])
            tried += 1

    def _parameters(self) -> dict[str, Any]:
        return {**parameters(self._address), "application_name": LISTENER}

    def _listen(self, connection: Connection[Any]) -> None:
        connection.add_notify_handler(self._on_notify)  # what comes in while something is asked
        connection.execute(f"LISTEN {CHANNEL}")
        self._forget_work()
        self._tell(Link(is_up=True, is_new=True))
        with _waiting_for(connection.fileno(), self._woken.fileno()) as wait:
            while not self._is_closed.is_set():
                if not wait(_LOOK):
                    connection.execute("SELECT 1")
                self._drain()
                connection.pgconn.consume_input()
                while notify := connection.pgconn.notifies():
                    self._hear(notify.relname.decode(), notify.extra.decode(), notify.be_pid)
                self._do_work(connection)

    def _do_work(self, connection: Connection[Any]) -> None:
        with suppress(Empty):
            while True:
                work = self._work.get_nowait()
                try:
                    work(connection)
                except Error as error:
                    if connection.closed:
                        raise
                    logging.getLogger(__name__).info("the server refused what was asked: %s", error)

    def _check(self, connection: Connection[Any]) -> None:
        connection.execute("SELECT 1")
        self._tell(Link(is_up=True))

    def _forget_work(self) -> None:
        with suppress(Empty):
            while True:
                self._work.get_nowait()

    def _on_notify(self, notify: Notify) -> None:
        self._hear(notify.channel, notify.payload, notify.pid)

    def _hear(self, channel: str, payload: str, process: int) -> None:
        with self._telling:
            if not self._is_closed.is_set():
                self._heard(Heard(channel, payload, process))

    def _tell(self, link: Link) -> None:
        with self._telling:
            if not self._is_closed.is_set():
                self._changed(link)

    def _pause(self, seconds: float) -> None:
        with _waiting_for(self._woken.fileno()) as wait:
            wait(seconds)
        self._drain()

    def _drain(self) -> None:
        with suppress(BlockingIOError):
            while self._woken.recv(4096):
                pass


def _greet(changed: Callable[[Link], None], _: Connection[Any]) -> None:
    changed(Link(is_up=True, is_new=True))


@contextmanager
def _waiting_for(*sockets: int) -> Iterator[Callable[[float], bool]]:
    """Gives what waits until one of them has something to read, or seconds have passed (False)."""
    with selectors.DefaultSelector() as selector:
        for each in sockets:
            selector.register(each, selectors.EVENT_READ)

        def wait(seconds: float) -> bool:
            return bool(selector.select(seconds))

        yield wait
