"""SQLAlchemy on the workspace's file: durable, one writer at a time, with the schema of today's models."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import URL, Engine, create_engine, create_mock_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from desktop.errors import NotWrittenError, StorageError
from desktop.models import Base
from desktop.storage.connecting import Key, database_errors, module, unlock
from desktop.storage.copies.making import WORKSPACE_ID
from desktop.storage.copies.rotation import keep
from desktop.storage.migrations import APPLICATION_ID, REVISIONS
from desktop.storage.reasons import reason_of
from desktop.text import say

BUSY = 5000
"""Milliseconds to wait for another program that is writing."""
_NOT_BROUGHT_UP = say("{path} could not be brought up to date and was left as it was.")
_HALF_A_CHARACTER = say("A text contains an incomplete character and was not saved; type it again.")
_NOT_WRITTEN = say(
    "{path} could not be written: {reason}. What was saved before is safe: "
    "free space on the disk, or check that the folder may be written, and try again."
)


def open_engine(path: Path, revision: str | None, key: Key | None = None) -> Engine:
    """An engine on a file of a known revision, or on a new file (None), brought up to date."""
    engine = _engine(path, key)
    try:
        with said_in_sentences(path):
            _bring_up_to_date(engine, path, revision, key)
    except BaseException:
        engine.dispose()
        raise
    return engine


def migrate(path: Path, revision: str = "head", key: Key | None = None) -> None:
    """Walk the schema of a file up to a revision with Alembic.

    Foreign keys are off meanwhile: rebuilding a table drops it first, which would delete what refers to it.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    engine = _engine(path, key, keeps_references=False)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise StorageError(_NOT_BROUGHT_UP, path=path)
    finally:
        engine.dispose()


@contextmanager
def said_in_sentences(path: Path) -> Iterator[None]:
    """StorageError where the file or its disk refuses."""
    try:
        yield
    except UnicodeError as error:
        raise StorageError(_HALF_A_CHARACTER) from error
    except DBAPIError as error:
        raise NotWrittenError(_NOT_WRITTEN, path=path, reason=reason_of(error.orig)) from error
    except database_errors(OSError) as error:
        raise NotWrittenError(_NOT_WRITTEN, path=path, reason=reason_of(error)) from error


def _engine(path: Path, key: Key | None, *, keeps_references: bool = True) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), module=module(key), hide_parameters=True)
    event.listen(engine, "connect", partial(_on_connected, key=key, keeps_references=keeps_references))
    event.listen(engine, "begin", _on_begun)
    return engine


def _on_connected(connection: Any, _record: Any, *, key: Key | None, keeps_references: bool) -> None:
    unlock(connection, key)
    connection.isolation_level = None
    references = "ON" if keeps_references else "OFF"
    for pragma in (
        *("journal_mode=WAL", "synchronous=FULL", f"foreign_keys={references}", f"busy_timeout={BUSY}"),
        "secure_delete=ON",  # who is removed is gone from the file, not only from its tables
    ):
        connection.execute(f"PRAGMA {pragma}")


def _on_begun(connection: Any) -> None:
    # A transaction that reads first and writes later would fail at once when another writer came between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _bring_up_to_date(engine: Engine, path: Path, revision: str | None, key: Key | None) -> None:
    if revision is None:
        _make_tables(engine)
    elif revision != REVISIONS[-1]:
        keep(path, key, "update")
        migrate(path, key=key)
    with engine.begin() as connection:
        # Where there is an id already, nothing is written, and the file stays as it is.
        given = (WORKSPACE_ID, json.dumps(str(uuid4())))
        connection.exec_driver_sql("INSERT OR IGNORE INTO preference (name, value) VALUES (?, ?)", given)


@cache
def _tables() -> tuple[str, ...]:
    """What makes all tables with their indexes; worded once, and in a new file nothing is asked for first."""
    found: list[str] = []

    def word(statement: Any, *_: object) -> None:
        found.append(str(statement.compile(dialect=sqlite.dialect())))

    Base.metadata.create_all(create_mock_engine("sqlite://", word), checkfirst=False)
    return tuple(found)


def _make_tables(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        for statement in _tables():
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
        )
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (REVISIONS[-1],))
