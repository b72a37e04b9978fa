"""Single companies brought out of a copy into the workspace, with all that belongs to them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Table

from desktop.models import Base
from desktop.storage.connecting import connect
from desktop.storage.copies.examining import OpenedCopy
from desktop.storage.database import Database
from desktop.storage.parcels.marks import marks_of

_SHARED = "question"
_WITHOUT_COMPANY = frozenset(
    (
        *("alembic_version", "preference", "erased", "desk_key", "pack", "pack_key", _SHARED),
        *("event", "visitor", "project"),  # of the hub; what is here of them stays as it is
        *("frame", "standing", "need"),  # counted anew
        *("person", "figures", "loan", "taken", "waiting", "arrived"),  # of several desks
    )
)
_OF_THE_HUB = ("event", "project")
"""A company's rows may name one; it is found here by its UID, or left out."""
_NO_PARENTS = (_SHARED, *_OF_THE_HUB)


def bring_back(database: Database, copy: OpenedCopy, uuids: Iterable[str]) -> int:
    """Put companies of a copy in the place of those of the same UUID here; returns how many it were.

    All in one transaction: afterwards every one of them is as in the copy, or nothing changed. A company
    that was erased here is one of the workspace again.
    """
    with database.session() as session, closing(connect(copy.database, copy.key)) as source:
        target = session.connection()
        return sum(_Moving(source, target).bring(uuid) for uuid in uuids)


class _Moving:
    """One company on its way; `_ids` maps the numbers of rows there to those here, by table."""

    def __init__(self, source: sqlite3.Connection, target: Connection) -> None:
        self._source = source
        self._target = target
        self._ids: dict[str, dict[int, int]] = {}

    def bring(self, uuid: str) -> bool:
        found = self._source.execute("SELECT id FROM company WHERE uuid = ?", (uuid,)).fetchone()
        if found is None:
            return False
        here = "SELECT id FROM company WHERE uuid = ?"
        self._target.exec_driver_sql(f"DELETE FROM service WHERE company_id IN ({here})", (uuid,))  # noqa: S608
        for gone in ("company", "erased"):
            self._target.exec_driver_sql(f"DELETE FROM {gone} WHERE uuid = ?", (uuid,))  # noqa: S608 - our own names
        self._forget_returns(uuid)
        for table in Base.metadata.sorted_tables:
            if table.name not in _WITHOUT_COMPANY:
                self._bring_rows(table, found["id"])
        self._join_changes()
        return True

    def _forget_returns(self, uuid: str) -> None:
        """What laptops have returned since the copy was made is no longer here, and may come again."""
        asked, of_it = "SELECT uid FROM arrived WHERE uid LIKE ?", (f"{marks_of(uuid)}%",)
        kept = {row["uid"] for row in self._source.execute(asked, of_it)}
        for (mark,) in self._target.exec_driver_sql(asked, of_it).all():
            if mark not in kept:
                self._target.exec_driver_sql("DELETE FROM arrived WHERE uid = ?", (mark,))

    def _bring_rows(self, table: Table, company_id: int) -> None:
        mapped = self._ids.setdefault(table.name, {})
        for row in self._rows(table, company_id):
            values = self._translated(table, dict(row))
            if any(values[column.name] is None for column in table.columns if not column.nullable):
                continue  # of a project that is not here
            if "uid" in values:  # kept here for the accounts, or by a company that became one with it
                self._target.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE uid = ?', (values["uid"],))  # noqa: S608
            before = values.pop("id", None)
            columns, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
            verb = "INSERT OR IGNORE" if table.name == "received" else "INSERT"
            statement = f'{verb} INTO "{table.name}" ({columns}) VALUES ({marks})'
            made = self._target.exec_driver_sql(statement, tuple(values.values()))
            if before is not None:
                mapped[before] = made.lastrowid

    def _rows(self, table: Table, company_id: int) -> Iterator[sqlite3.Row]:
        """The rows of the company, the first made first."""
        if table.name == "company":
            yield from self._source.execute("SELECT * FROM company WHERE id = ?", (company_id,))
            return
        key = next(key for key in table.foreign_keys if key.column.table.name not in _NO_PARENTS)
        parent, name = key.column.table.name, key.parent.name
        order = "id" if "id" in table.c else name
        statement = f'SELECT * FROM "{table.name}" WHERE "{name}" = ? ORDER BY "{order}"'  # noqa: S608 - our own
        for identity in self._ids[parent]:
            yield from self._source.execute(statement, (identity,))

    def _translated(self, table: Table, values: dict[str, Any]) -> dict[str, Any]:
        """The row with the numbers that hold here."""
        for key in table.foreign_keys:
            name, parent = key.parent.name, key.column.table.name
            if values[name] is not None:
                values[name] = self._number_here(parent, values[name])
        if table.name == "round":
            values["counted_at"] = None
        return values

    def _number_here(self, parent: str, number: int) -> int | None:
        if parent == _SHARED:
            return self._question(number)
        return self._hubs(parent, number) if parent in _OF_THE_HUB else self._ids[parent][number]

    def _hubs(self, table: str, number: int) -> int | None:
        """The event or project of the same UID here."""
        uid = self._source.execute(f"SELECT uid FROM {table} WHERE id = ?", (number,)).fetchone()  # noqa: S608
        found = self._target.exec_driver_sql(f"SELECT id FROM {table} WHERE uid = ?", tuple(uid))  # noqa: S608
        return found.scalar()

    def _question(self, identity: int) -> int:
        known = self._ids.setdefault(_SHARED, {})
        if identity not in known:
            key = self._source.execute("SELECT key FROM question WHERE id = ?", (identity,)).fetchone()[0]
            self._target.exec_driver_sql("INSERT OR IGNORE INTO question (key) VALUES (?)", (key,))
            found = self._target.exec_driver_sql("SELECT id FROM question WHERE key = ?", (key,))
            known[identity] = found.scalar_one()
        return known[identity]

    def _join_changes(self) -> None:
        """An undo names the change it turned round, and a change of a file the number of the file."""
        changes, files = self._ids["change"], self._ids["evidence"]
        for before, after in changes.items():
            row = self._source.execute("SELECT what, key, of FROM change WHERE id = ?", (before,)).fetchone()
            key = row["key"]
            if row["what"] == "evidence" and key.isdecimal():
                key = str(files.get(int(key), key))
            values = (key, changes.get(row["of"]), after)
            self._target.exec_driver_sql("UPDATE change SET key = ?, of = ? WHERE id = ?", values)
