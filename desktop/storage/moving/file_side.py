"""A workspace's file at one end of a move: read as it stands, or made anew."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from desktop.errors import StorageError
from desktop.storage.connecting import Key, connect, database_errors
from desktop.storage.file_database import FileDatabase
from desktop.storage.moving.carried import columns_of, in_file
from desktop.storage.moving.sums import Values
from desktop.storage.places import FILE_NAME
from desktop.storage.reasons import reason_of
from desktop.storage.vault.vault import Vault
from desktop.storage.vault.vault_file import write_vault
from desktop.text import say

_NO_WORKSPACE = say("There is no workspace in {folder}: name the data folder of Sestante.")
_NOT_READ = say("{path} cannot be read: {reason}. Nothing was moved.")
_NOT_MADE = say("{path} could not be written: {reason}. Nothing was moved.")


def open_source(folder: Path, key: Key | None) -> FileDatabase:
    """The workspace in a folder, to be closed by who asks; StorageError where there is none."""
    if not (folder / FILE_NAME).is_file():
        raise StorageError(_NO_WORKSPACE, folder=folder)
    return FileDatabase(folder, key)


class FileSource:
    """The rows of a file, all on the same state."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, table: Table) -> Iterator[Values]:
        """The rows as they stand; bytes that are no characters become halves of such."""
        return iter(self._connection.execute(in_file(table)))

    def broken_references(self) -> list[tuple[Any, ...]]:
        """Rows that refer to what is not there: their table, number, and the table they refer to."""
        return [row[:3] for row in self._connection.execute("PRAGMA foreign_key_check")]


@contextmanager
def reading_file(database: FileDatabase) -> Iterator[FileSource]:
    """An open workspace to be read; StorageError where it cannot be."""
    database.prepare()  # of today's schema
    try:
        with closing(_connected(database.path, database.key, is_read_only=True)) as connection:
            connection.execute("BEGIN")
            yield FileSource(connection)
    except database_errors() as error:
        raise StorageError(_NOT_READ, path=database.path, reason=reason_of(error)) from error


class FileTarget(FileSource):
    """A new file that takes rows, all in one transaction."""

    def write(self, table: Table, rows: Iterable[Values]) -> None:
        """Put rows there."""
        marks = ", ".join("?" * len(table.columns))
        statement = f'INSERT INTO "{table.name}" ({columns_of(table)}) VALUES ({marks})'  # noqa: S608 - our own names
        self._connection.executemany(statement, rows)


@contextmanager
def making_file(folder: Path, lock: tuple[Vault, Key] | None = None) -> Iterator[FileTarget]:
    """A new workspace in a folder, encrypted from its first byte on where there is a lock.

    StorageError where it cannot be written.
    """
    key = None if lock is None else lock[1]
    try:
        folder.mkdir()
        if lock is not None:
            write_vault(folder, lock[0])
        with closing(FileDatabase(folder, key)) as database:
            database.prepare()
            with closing(_connected(database.path, key)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                yield FileTarget(connection)
                connection.commit()
    except database_errors(OSError) as error:
        raise StorageError(_NOT_MADE, path=folder, reason=reason_of(error)) from error


def _connected(path: Path, key: Key | None, *, is_read_only: bool = False) -> sqlite3.Connection:
    connection = connect(path, key, is_read_only=is_read_only)
    connection.isolation_level = None
    connection.row_factory = None
    connection.text_factory = _characters
    return connection


def _characters(found: bytes) -> str:
    return found.decode("utf-8", "surrogateescape")
