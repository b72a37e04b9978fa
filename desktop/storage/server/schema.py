"""The tables of a workspace on a server: made, looked at and brought up to date by one desk at a time."""

import json
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, text
from sqlalchemy import inspect as look_at

from desktop.errors import StorageError
from desktop.storage.copies.making import WORKSPACE_ID
from desktop.storage.migrations import APPLICATION_ID, REVISIONS
from desktop.storage.server.announcing import CHANNEL, announce_changes
from desktop.storage.server.sameness import SCHEMA
from desktop.text import say

_NO_WORKSPACE = say(
    "{address} holds no workspace of Sestante yet; the administrator makes one with: sestante server init"
)
_NEWER = say(
    "The workspace on {address} was made by a newer Sestante (schema {schema}): "
    "install the newer version on this computer. Nothing was changed."
)
_OLDER = say(
    "The workspace on {address} is of an earlier Sestante (schema {schema}). The administrator brings it "
    "up to date with: sestante server init. Nothing was changed."
)
_OF_ANOTHER = say("{address} is the database of another program; make a database of its own for Sestante.")


def inspect(engine: Engine, address: str) -> None:
    """StorageError, saying what to do, where a database is not a workspace of today's schema."""
    with engine.connect() as connection:
        revision = revision_of(connection)
    if revision is None:
        raise StorageError(_NO_WORKSPACE, address=address)
    if revision not in REVISIONS:
        raise StorageError(_NEWER, address=address, schema=revision)
    if revision != REVISIONS[-1]:
        raise StorageError(_OLDER, address=address, schema=revision)


def bring_up_to_date(engine: Engine, address: str) -> str | None:
    """Make the tables, or walk them to today's schema; returns the revision there was (None: nothing).

    Two that do this at once wait for each other; all of it is done, or nothing.
    """
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:ours)"), {"ours": APPLICATION_ID})
        revision = revision_of(connection)
        if revision is None:
            _make(connection, address)
        elif revision not in REVISIONS:
            raise StorageError(_NEWER, address=address, schema=revision)
        elif revision != REVISIONS[-1]:
            upgrade(connection)
            connection.execute(
                text("SELECT pg_notify(:channel, :told)"), {"channel": CHANNEL, "told": SCHEMA}
            )
        announce_changes(connection)
    return revision


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Walk the schema to a revision with Alembic, in the transaction of the connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parents[1] / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def revision_of(connection: Connection) -> str | None:
    """The schema's revision; None where there is none."""
    if connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _make(connection: Connection, address: str) -> None:
    if look_at(connection).get_table_names():
        raise StorageError(_OF_ANOTHER, address=address)
    upgrade(connection)
    connection.execute(
        text("INSERT INTO preference (name, value) VALUES (:name, :value)"),
        {"name": WORKSPACE_ID, "value": json.dumps(str(uuid4()))},
    )
