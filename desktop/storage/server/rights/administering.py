"""An administrator's connection to a server: who they are there, and what else they need."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from psycopg import Connection, Error, connect, sql

from desktop.errors import StorageError
from desktop.storage.server.address import Address
from desktop.storage.server.parameters import parameters
from desktop.storage.server.reasons import told_error
from desktop.text import say

OLDEST = 140_000  # PostgreSQL 14
_ABOUT_ME = """
SELECT session_user, pg_get_userbyid(datdba), rolsuper, rolcreaterole,
pg_has_role(session_user, datdba, 'USAGE')
FROM pg_database JOIN pg_roles ON rolname = session_user WHERE datname = current_database()
"""
_TOO_OLD = say("{address} runs PostgreSQL {version}; Sestante needs {oldest} or newer. Nothing was changed.")
_NOT_UTF8 = say(
    "{address}: the database is encoded as {encoding}, which cannot hold the characters of all languages. "
    "Make one with: CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0. Nothing was changed."
)
_NOT_OWNER = say(
    "{address}: {login} neither owns this database ({owner} does) nor is an administrator of the server. "
    "Sign in as one of them. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Administrator:
    """A connection of somebody who may change the database, and who they are."""

    connection: Connection[Any]
    address: Address
    login: str
    owner: str
    is_superuser: bool
    may_make_roles: bool

    @property
    def database(self) -> str:
        """The name of the database."""
        return self.address.database

    @property
    def works_as(self) -> str:
        """The owner, where somebody else works in their place; what is made belongs to them."""
        return self.owner if self.owner != self.login else ""

    def become_owner(self) -> None:
        """Until the end of the transaction, make everything as the owner."""
        if self.works_as:
            self.connection.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(self.works_as)))

    def be_oneself(self) -> None:
        """Go on as who signed in."""
        self.connection.execute("RESET ROLE")


@contextmanager
def administering(address: Address) -> Iterator[Administrator]:
    """Connect as who owns the database, or as the server's administrator; StorageError for anybody else.

    Each block of `connection.transaction()` is done as a whole, or not at all.
    """
    try:
        with connect(**parameters(address), autocommit=True) as connection:
            connection.execute("SET statement_timeout = 0")  # a large database takes its time
            connection.execute("SET search_path = public")
            yield _administrator(connection, address)
    except Error as error:
        raise told_error(error, address.told, is_at_desk=False) from error


def _administrator(connection: Connection[Any], address: Address) -> Administrator:
    version = connection.info.server_version
    if version < OLDEST:
        told = f"{version // 10_000}"
        raise StorageError(_TOO_OLD, address=address.told, version=told, oldest=f"{OLDEST // 10_000}")
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise StorageError(_NOT_UTF8, address=address.told, encoding=encoding, name=address.database)
    found: Any = connection.execute(_ABOUT_ME).fetchone()
    login, owner, is_superuser, may_make_roles, is_owner = found
    if not is_superuser and not is_owner:
        raise StorageError(_NOT_OWNER, address=address.told, login=login, owner=owner)
    return Administrator(connection, address, login, owner, is_superuser, is_superuser or may_make_roles)
