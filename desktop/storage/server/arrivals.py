"""Changes that count once, however often they are sent: each carries a name that the server remembers."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, cast

from sqlalchemy import CursorResult, bindparam, delete, exists, func, select
from sqlalchemy.orm import Session

from desktop.models import ArrivedRecord
from desktop.storage.inserting import CLASHED, insert
from desktop.storage.moments import now_in

_MOST = 20  # names forgotten at once
_WAS_THERE = exists().where(ArrivedRecord.uid == bindparam("uid"))


class HasArrivedError(Exception):
    """The change was written before, though its sender never heard of it."""


class Sending:
    """A change on its way, by its name; it is named in the first transaction alone.

    `is_first` where it was never sent before.
    """

    def __init__(self, uid: str, *, is_first: bool) -> None:
        self.uid = uid
        self.is_first = is_first
        self.is_marked = False


_SENDING: ContextVar[Sending | None] = ContextVar("sending", default=None)


@contextmanager
def sent_as(uid: str, *, is_first: bool = False) -> Iterator[Sending]:
    """In this thread, until the end of the block, the next transaction on a server is named.

    HasArrivedError where one of this name was committed before; nothing is written then.
    """
    sending = Sending(uid, is_first=is_first)
    before = _SENDING.set(sending)
    try:
        yield sending
    finally:
        _SENDING.reset(before)


class Marking:
    """Names one transaction where it is to be named: looks at its beginning, writes at its end."""

    def __init__(self, sending: Sending | None, forgotten: list[str]) -> None:
        self._sending = sending
        self._forgotten = forgotten
        self.is_done = False

    @property
    def uid(self) -> str:
        """The name; empty where there is none."""
        return "" if self._sending is None else self._sending.uid

    @property
    def is_first(self) -> bool:
        """Whether nothing of this name can have arrived."""
        return self._sending is None or self._sending.is_first

    @property
    def forgotten(self) -> list[str]:
        """Names that the server need not remember any longer."""
        return self._forgotten

    def begin(self, session: Session) -> None:
        """HasArrivedError where it was committed before."""
        if not self.is_first and session.scalar(select(_WAS_THERE), {"uid": self.uid}):
            raise HasArrivedError

    def end(self, session: Session) -> None:
        """As `begin`, and the name stands there with the commit; not where something clashed."""
        if self._sending is None or session.info.get(CLASHED):
            return
        _forget(session, self._forgotten)
        values = {"uid": self.uid, "at": now_in(session)}
        named = insert(session, ArrivedRecord).values(values).on_conflict_do_nothing()
        if not cast("CursorResult[Any]", session.execute(named)).rowcount:
            raise HasArrivedError
        self.is_done = True


class Arrivals:
    """Gives transactions their names, and forgets them on the server once they were heard of here."""

    def __init__(self) -> None:
        self._known: list[str] = []
        self._lock = Lock()

    @contextmanager
    def marking(self) -> Iterator[Marking]:
        """Gives what names a transaction; at the end of the block it must be committed."""
        sending = _SENDING.get()
        if sending is None or sending.is_marked:
            yield Marking(None, [])
            return
        marking = Marking(sending, self._take())
        try:
            yield marking
        except BaseException:
            self._put(marking.forgotten)
            raise
        sending.is_marked = marking.is_done
        self._put([sending.uid] if marking.is_done else marking.forgotten)

    def _take(self) -> list[str]:
        with self._lock:
            taken, self._known = self._known[:_MOST], self._known[_MOST:]
        return taken

    def _put(self, names: list[str]) -> None:
        with self._lock:
            self._known += names


def _forget(session: Session, names: list[str]) -> None:
    """Where the role may not delete them, they stay until the server does (`rights/makers`)."""
    if names and session.scalar(select(func.has_table_privilege("arrived", "DELETE"))):
        session.execute(delete(ArrivedRecord).where(ArrivedRecord.uid.in_(names)))
