"""Rows of many companies gathered up, and inserted with one statement for each table."""

import json
from typing import Any, Final, TypeAlias

from sqlalchemy import LargeBinary, Select, String, Table, column, func, literal, select, text
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from desktop.storage.inserting import insert, is_shared
from desktop.storage.parcels.parts import ELSEWHERE
from desktop.storage.parcels.reading import plain_of

Columns: TypeAlias = dict[str, Any]
_Gathered: TypeAlias = dict[str, tuple[Table, list[Columns]]]
_MOST: Final = 20_000
"""Rows of a table that are held before they are written."""


class ManyRows:
    """Rows on their way into tables whose rows nobody needs to know the numbers of.

    They are in the database after `write`; those of one table in the order in which they were added.
    `elsewhere` are the numbers there of what all companies share, by column and what it is known by.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.elsewhere: dict[str, dict[str, int]] = {name: {} for name in ELSEWHERE}
        self._new: _Gathered = {}
        self._over: _Gathered = {}

    def add(self, table: Table, rows: list[Columns]) -> None:
        """Rows that are not there."""
        self._gather(self._new, table, rows)

    def put_over(self, table: Table, rows: list[Columns]) -> None:
        """Rows that may be there, known by the table's primary key."""
        self._gather(self._over, table, rows)

    def write(self) -> None:
        """Write all of them."""
        for gathered in (self._new, self._over):
            for table, rows in gathered.values():
                write_rows(self.session, table, rows, is_over=gathered is self._over)
            gathered.clear()

    def _gather(self, into: _Gathered, table: Table, rows: list[Columns]) -> None:
        gathered = into.setdefault(table.name, (table, []))[1]
        gathered += rows
        if len(gathered) > _MOST:
            self.write()


def write_rows(session: Session, table: Table, rows: list[Columns], *, is_over: bool = False) -> None:
    """Insert rows that all have the same columns; one that is over another one takes its place."""
    if not rows:
        return
    names = list(rows[0])
    is_one = is_shared(session) and not any(_is_bytes(table.c[name].type) for name in names)
    statement = insert(session, table)
    if is_one:
        statement = statement.from_select(names, _from_document(table, names, rows))
    if is_over:
        keys = [each.name for each in table.primary_key]
        new = {name: getattr(statement.excluded, name) for name in names if name not in keys}
        statement = statement.on_conflict_do_update(index_elements=keys, set_=new)
    if is_one:
        session.execute(statement)
    else:
        session.execute(statement, rows)


def _is_bytes(kind: TypeEngine[Any]) -> bool:
    return isinstance(kind, LargeBinary)


def _from_document(table: Table, names: list[str], rows: list[Columns]) -> Select[Any]:
    """All rows as one parameter: a server takes them many times faster than one after the other."""
    plain = [{name: plain_of(value) for name, value in row.items()} for row in rows]
    document = literal(json.dumps(plain, ensure_ascii=False), String).op("::")(text("json"))
    given = func.json_to_recordset(document)
    found = given.table_valued(*(column(name, table.c[name].type) for name in names))
    return select(*found.render_derived(with_types=True).c)
