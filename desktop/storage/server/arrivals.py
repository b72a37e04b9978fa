"""Changes that count once, however often they are sent: each carries a name that the server remembers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from threading import Lock
from typing import Any, TypeAlias, cast

from sqlalchemy import CursorResult, delete, func, select
from sqlalchemy.orm import Session

from desktop.models import ArrivedRecord
from desktop.storage.inserting import insert

_MOST = 20  # names forgotten at once
Mark: TypeAlias = Callable[[Session], None]


class HasArrivedError(Exception):
    """The change was written before, though its sender never heard of it."""


class Sending:
    """A change on its way, by its name; it is named in the first transaction alone."""

    def __init__(self, uid: str) -> None:
        self.uid = uid
        self.is_marked = False


_SENDING: ContextVar[Sending | None] = ContextVar("sending", default=None)


@contextmanager
def sent_as(uid: str) -> Iterator[Sending]:
    """In this thread, until the end of the block, the next transaction on a server is named.

    HasArrivedError where one of this name was committed before; nothing is written then.
    """
    sending = Sending(uid)
    before = _SENDING.set(sending)
    try:
        yield sending
    finally:
        _SENDING.reset(before)


class Arrivals:
    """Writes the names into the transactions, and forgets them on the server once they were heard of here."""

    def __init__(self) -> None:
        self._known: list[str] = []
        self._lock = Lock()

    @contextmanager
    def marking(self) -> Iterator[Mark]:
        """Gives what names a transaction; at the end of the block it must be committed."""
        sending = _SENDING.get()
        if sending is None or sending.is_marked:
            yield _without_name
            return
        forgotten: list[str] = []

        def mark(session: Session) -> None:
            forgotten.extend(self._take())
            _forget(session, forgotten)
            now = datetime.now(UTC)
            named = insert(session, ArrivedRecord).values(uid=sending.uid, at=now).on_conflict_do_nothing()
            if not cast("CursorResult[Any]", session.execute(named)).rowcount:
                raise HasArrivedError

        try:
            yield mark
        except BaseException:
            self._put(forgotten)
            raise
        sending.is_marked = True
        self._put([sending.uid])

    def _take(self) -> list[str]:
        with self._lock:
            taken, self._known = self._known[:_MOST], self._known[_MOST:]
        return taken

    def _put(self, names: list[str]) -> None:
        with self._lock:
            self._known += names


def _without_name(_: Session) -> None:
    """A change that is sent once alone."""


def _forget(session: Session, names: list[str]) -> None:
    """Where the role may not delete them, they stay until the server does (`rights/makers`)."""
    if names and session.scalar(select(func.has_table_privilege("arrived", "DELETE"))):
        session.execute(delete(ArrivedRecord).where(ArrivedRecord.uid.in_(names)))
