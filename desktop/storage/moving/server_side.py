"""A server's database at one end of a move, reached as its owner: what it holds is all there is."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from psycopg import Connection, Error, connect, sql
from sqlalchemy import Table

from desktop.errors import StorageError
from desktop.storage.migrations import REVISIONS
from desktop.storage.moving.carried import on_server, rows_carried, tables
from desktop.storage.moving.sums import Values
from desktop.storage.server.address import Address
from desktop.storage.server.parameters import parameters
from desktop.storage.server.reasons import told_error
from desktop.text import say

_AT_ONCE = 5000  # rows
_NO_WORKSPACE = say(
    "{address} holds no workspace of this version of Sestante: "
    "make it, or bring it up to date, with: sestante server init. Nothing was moved."
)
_NOT_OWNER = say(
    "{address}: only who owns the database moves a workspace, since nobody else sees all of it. "
    "Sign in as {owner}. Nothing was moved."
)
_SETTINGS = (
    "statement_timeout = 0",  # for large tables
    "idle_in_transaction_session_timeout = 0",  # while the file at the other end is read or compared
    "search_path = public",
    "row_security = off",  # refused instead of rows hidden by a policy
)
_SCHEMA = "SELECT to_regclass('public.alembic_version') IS NOT NULL"
_OWNER = """
SELECT pg_get_userbyid(relowner), pg_has_role(session_user, relowner, 'USAGE')
FROM pg_class WHERE oid = to_regclass('public.company')
"""


class ServerSide:
    """The tables of a server in one transaction, which is undone unless it comes to its end."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection

    def rows(self, table: Table) -> Iterator[Values]:
        """The rows, as a file writes them."""
        with self._connection.cursor(f"each_{table.name}") as cursor:
            cursor.itersize = _AT_ONCE
            cursor.execute(on_server(table).encode())
            yield from cursor

    def has_any(self) -> bool:
        """Whether anything that a move carries is there already."""
        return any(self._is_filled(table) for table in tables())

    def close_to_others(self) -> None:
        """Let nobody else write, and no trigger run, until the transaction ends."""
        for table in tables():
            self._run("ALTER TABLE {} DISABLE TRIGGER USER", table)

    def write(self, table: Table, rows: Iterable[Values]) -> None:
        """Put rows into an empty table."""
        names = sql.SQL(", ").join(sql.Identifier(each.name) for each in table.columns)
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
        with self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)

    def open_to_others(self) -> None:
        """Let triggers run again, and new rows get numbers after those that came."""
        for table in tables():
            self._run("ALTER TABLE {} ENABLE TRIGGER USER", table)
            column = table.columns.get("id")
            if column is None or not self._sequence(table):
                continue
            self._run(
                "SELECT setval(%s, coalesce(max(id), 1), max(id) IS NOT NULL) FROM {}",
                table,
                self._sequence(table),
            )

    def _sequence(self, table: Table) -> str | None:
        found: Any = self._connection.execute(
            "SELECT pg_get_serial_sequence(%s, 'id')", (f'"{table.name}"',)
        ).fetchone()
        name: str | None = found[0]
        return name

    def _is_filled(self, table: Table) -> bool:
        question = f"SELECT EXISTS (SELECT FROM {{}}{rows_carried(table)})"  # noqa: S608 - our own names
        found: Any = self._run(question, table).fetchone()
        return bool(found[0])

    def _run(self, statement: str, table: Table, *values: Any) -> Any:
        composed = sql.SQL(statement).format(sql.Identifier(table.name))
        return self._connection.execute(composed, values or None)


@contextmanager
def at_server(address: Address, *, is_read_only: bool = False) -> Iterator[ServerSide]:
    """The workspace at an address; what is done there is kept at the end, or not at all.

    StorageError where the server does not answer or refuses, where there is no workspace of today's schema,
    and for all but the owner of the database.
    """
    try:
        with connect(**parameters(address), autocommit=True) as connection:
            for setting in _SETTINGS:
                connection.execute(f"SET {setting}".encode())
            _require_owner(connection, address)  # first: others may not even ask for the schema
            _require_workspace(connection, address)
            beginning = "REPEATABLE READ READ ONLY" if is_read_only else "READ COMMITTED"
            with connection.transaction():
                connection.execute(f"SET TRANSACTION ISOLATION LEVEL {beginning}".encode())
                yield ServerSide(connection)
            if not is_read_only:
                connection.execute("ANALYZE")
    except Error as error:
        raise told_error(error, address.told, is_at_desk=False) from error


def _require_workspace(connection: Connection[Any], address: Address) -> None:
    there: Any = connection.execute(_SCHEMA).fetchone()
    if there[0]:
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if revision == (REVISIONS[-1],):
            return
    raise StorageError(_NO_WORKSPACE, address=address.told)


def _require_owner(connection: Connection[Any], address: Address) -> None:
    """Of the tables, where there are any."""
    for owner, is_owner in connection.execute(_OWNER):
        if not is_owner:
            raise StorageError(_NOT_OWNER, address=address.told, owner=owner)
