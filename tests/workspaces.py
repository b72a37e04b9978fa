"""Where a test's workspace is: in a file, or in a database on a server."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from desktop.storage import FILE_NAME, Database, FileDatabase, Reader
from desktop.storage.desk_store import DeskStore
from desktop.storage.server.address import read_address
from desktop.storage.server.connecting import engine_on
from desktop.storage.server.opening import on_server
from desktop.storage.server.schema import bring_up_to_date
from tests.serving import Server

TEMPLATE = "workspace"


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace that can be opened again and again; `url` is empty for a file in the folder."""

    folder: Path
    url: str = ""

    def open(self) -> Database:
        """The workspace, to be closed by who opened it."""
        own = FileDatabase(self.folder)
        return on_server(read_address(self.url), own) if self.url else own

    def read(self, sql: str) -> list[tuple[Any, ...]]:
        """What another program reads there."""
        if self.url:
            with psycopg.connect(self.url) as connection:
                return connection.execute(sql).fetchall()  # type: ignore[call-overload]
        with closing(sqlite3.connect(self.folder / FILE_NAME)) as file:
            return file.execute(sql).fetchall()

    @contextmanager
    def emptied(self) -> Iterator[Database]:
        """An empty workspace: of a server this one, emptied; else a file of its own."""
        with tempfile.TemporaryDirectory() as folder:
            if self.url:
                empty(self.url)
            database = Place(Path(folder), self.url).open()
            try:
                yield database
            finally:
                database.close()


def template_on(server: Server) -> str:
    """The database of a server that workspaces there are cloned from, made at first use."""
    with psycopg.connect(server.url("postgres")) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (TEMPLATE,)).fetchone()
    if found is None:
        server.run(f"CREATE DATABASE {TEMPLATE}")
        engine = engine_on(read_address(server.url(TEMPLATE)))
        bring_up_to_date(engine, TEMPLATE)
        engine.dispose()
    return TEMPLATE


def empty(url: str) -> None:
    """Take everything out of a workspace on a server but what it is called."""
    with psycopg.connect(url) as connection:
        names = connection.execute(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
            " AND tablename NOT IN ('alembic_version', 'preference')"
        ).fetchall()
        connection.execute("SET session_replication_role = replica")  # in any order
        for (name,) in names:
            connection.execute(f"DELETE FROM {name}")  # noqa: S608
        connection.execute("DELETE FROM preference WHERE name <> 'workspace_id'")


def erase_company_of(database: Database, round_id: int) -> None:
    """Delete the company of a round for good."""
    DeskStore(database).erase(Reader(database).load(round_id).company_id, "", str)
