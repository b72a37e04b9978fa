"""Whether the server still holds the database that a desk opened, and not an earlier one in its place."""

from typing import Any

from psycopg import Connection

from desktop.errors import NotWrittenError
from desktop.storage.migrations import REVISIONS
from desktop.text import say

SCHEMA = "schema"
"""Told to all desks when the schema is another."""
_WHICH = """
SELECT concat_ws(' ', pg_database.oid,
(SELECT oid FROM pg_class WHERE relname = 'round' AND relnamespace = 'public'::regnamespace),
(SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint()))
FROM pg_database WHERE datname = current_database()
"""
_REVISION = "SELECT version_num FROM alembic_version"
_PUT_BACK = say(
    "The workspace on {address} was put back from a backup while Sestante was open. Close Sestante and open "
    "it again; what waits here is kept, and sent then."
)
_CLOSED = say("The workspace on {address} was closed meanwhile; what waits here is kept.")
_OTHER_SCHEMA = say(
    "The workspace on {address} was brought up to date while Sestante was open (schema {schema}). Install "
    "the version of Sestante that the others use, and open it again; what waits here is kept, and sent then."
)


class Sameness:
    """Remembers the database of the first connection, and compares that of every later one.

    Numbers of rows mean something else after a backup was put back: what a window that is open writes to
    round 17 would go to whatever company has that number now.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._which = ""
        self.is_closed = False
        self.is_doubted = False  # somebody told of another schema
        self.sees_schema = False  # figures alone are read of any

    def refuse_if_closed(self) -> None:
        """NotWrittenError where no connection is wanted any more."""
        if self.is_closed:
            raise NotWrittenError(_CLOSED, address=self._address)

    def check(self, connection: Connection[Any]) -> None:
        """NotWrittenError where it is another database or schema than it was at first, or none is wanted."""
        which = _one(connection, _WHICH)
        schema = _one(connection, _REVISION) if self.sees_schema else REVISIONS[-1]
        connection.rollback()
        self.refuse_if_closed()
        if self._which and which != self._which:
            raise NotWrittenError(_PUT_BACK, address=self._address)
        if schema != REVISIONS[-1]:
            raise NotWrittenError(_OTHER_SCHEMA, address=self._address, schema=schema)
        self._which, self.is_doubted = which, False


def _one(connection: Connection[Any], query: Any) -> str:
    found: Any = connection.execute(query).fetchone()
    return str(found[0])
