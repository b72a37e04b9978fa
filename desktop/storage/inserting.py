"""INSERT that may meet what is there already, in the words of the database at hand."""

from typing import Any, TypeAlias

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

CLASHED = "clashed"
"""In `Session.info` where something clashed: sent late, the change stays unnamed, and can be sent again."""
Insert: TypeAlias = sqlite.Insert | postgresql.Insert


def insert(session: Session, record: type[Any] | Table) -> Insert:
    """An INSERT with `on_conflict_do_update` and `on_conflict_do_nothing`; of a table, without the ORM."""
    if is_shared(session):
        return postgresql.insert(record)
    return sqlite.insert(record)


def is_shared(session: Session) -> bool:
    """Whether it is a server, where others may write at the same time."""
    return session.get_bind().dialect.name == "postgresql"
