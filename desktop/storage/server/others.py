"""Those who work on the same server: who has which company open, and what they have just changed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from psycopg import Connection

from desktop.storage.database import Database
from desktop.storage.rows import Rows
from desktop.storage.server.listening import Heard, Link, Listening
from desktop.storage.server.server_database import ServerDatabase

_CLASS = 0x5E57A47  # of the advisory locks that say who has a company open; the other number is the company's
_PRESENT = "present"
_TELL = "SELECT pg_notify('sestante', 'present')"
_SIT_DOWN = "SELECT pg_try_advisory_lock_shared(%s, %s)"
_GET_UP = "SELECT pg_advisory_unlock_shared(%s, %s)"
_WHO = """
SELECT pg_locks.objid AS company, pg_stat_activity.usename AS login
FROM pg_locks JOIN pg_stat_activity ON pg_stat_activity.pid = pg_locks.pid
WHERE pg_locks.locktype = 'advisory' AND pg_locks.classid = %s AND pg_locks.objsubid = 2 AND pg_locks.granted
AND pg_stat_activity.datname = current_database() AND pg_locks.pid != pg_backend_pid()
ORDER BY pg_stat_activity.backend_start
"""
_NAMES = "SELECT login, name FROM person"
_TOLD = re.compile(r"([a-z_]{1,63})(?: ([0-9]{1,10}) ([0-9]{1,10}))?")


@dataclass(frozen=True, slots=True)
class News:
    """Something changed at another desk: in which table, of which company and which row; 0 where not known.

    An empty table means that anything may have changed, as after the connection came back.
    """

    table: str = ""
    company_id: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class Presence:
    """Who has which company open at another desk: names by the number of the company, in order of coming."""

    names: dict[int, tuple[str, ...]]

    def at(self, company_id: int) -> tuple[str, ...]:
        """Who has a company open."""
        return self.names.get(company_id, ())


Tell: TypeAlias = Callable[[News | Presence], None]


class Others:
    """Listens to them; `tell` is called in a thread of its own, with plain values, until this is closed."""

    def __init__(self, database: ServerDatabase, tell: Tell) -> None:
        self._database = database
        self._tell = tell
        self._company: int | None = None
        self._held: int | None = None
        self.present = Presence({})

    @property
    def listening(self) -> Listening:
        """The connection of this desk on which it listens, too."""
        return self._database.listening

    def start(self) -> None:
        """Begin."""
        self._database.listen(self.on_heard, self.on_link)

    def look_at(self, company_id: int | None) -> None:
        """Say that a company is open at this desk, or none; one that was is not any longer."""
        self._company = company_id
        self.listening.ask(self._take_place)

    def close(self) -> None:
        """End; others see that this desk is gone."""
        self.listening.close()

    def on_heard(self, heard: Heard) -> None:
        """What a session of the server told."""
        if heard.payload == _PRESENT:
            self.listening.ask(self._look_round)
            return
        if self._database.is_own(heard.process):
            return
        if (told := _TOLD.fullmatch(heard.payload)) is not None:  # anybody who may connect may tell anything
            table, company, row = told.groups("0")
            self._tell(News(table, int(company), int(row)))

    def on_link(self, link: Link) -> None:
        """The connection is there, where nothing is held yet and anything may have changed; or it broke."""
        if link.is_new:
            self._held = None
            self.listening.ask(self._take_place)
            self._tell(News())
        elif not link.is_up:
            self._show(Presence({}))

    def _take_place(self, connection: Connection[Any]) -> None:
        """Runs in the thread of the connection."""
        wanted = self._company
        if wanted != self._held:
            if self._held is not None:
                connection.execute(_GET_UP, (_CLASS, self._held))
            if wanted is not None:
                connection.execute(_SIT_DOWN, (_CLASS, wanted))
            self._held = wanted
            connection.execute(_TELL)
        self._look_round(connection)

    def _look_round(self, connection: Connection[Any]) -> None:
        there = connection.execute(_WHO, (_CLASS,)).fetchall()
        names = told_apart(dict(connection.execute(_NAMES).fetchall())) if there else {}
        found: dict[int, list[str]] = {}
        for company, login in there:
            found.setdefault(company, []).append(names.get(login, login))
        self._show(Presence({company: tuple(dict.fromkeys(who)) for company, who in found.items()}))

    def _show(self, present: Presence) -> None:
        if present != self.present:
            self.present = present
            self._tell(present)


def others_on(database: Database, tell: Tell) -> Others:
    """Those of a server."""
    if not isinstance(database, ServerDatabase):
        raise TypeError("nobody else works on a file")
    return Others(database, tell)


def name_of(login: str, rows: Rows) -> str:
    """The name of who has a login, else the login: not every role reads names."""
    return told_apart({row["login"]: row["name"] for row in rows(_NAMES)}).get(login, login)


def told_apart(names: dict[str, str]) -> dict[str, str]:
    """What people are called, by their logins: where two have one name, the login stands beside it."""
    every = list(names.values())
    return {login: name if every.count(name) == 1 else f"{name} ({login})" for login, name in names.items()}
