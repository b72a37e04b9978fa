"""What somebody who signed in to a server may do there."""

from dataclasses import replace
from typing import Any

from psycopg import Connection

from desktop.errors import StorageError
from desktop.storage.rights_here import EVERYTHING, RightsHere, rights_of
from desktop.storage.server.rights.roles import groups_of
from desktop.text import say

_ABOUT_ME = """
SELECT session_user, rolsuper OR pg_has_role(session_user, datdba, 'MEMBER'), array(
    SELECT CAST(grouped.rolname AS text) FROM pg_roles AS grouped
    WHERE grouped.rolname = ANY(%s) AND pg_has_role(session_user, grouped.oid, 'MEMBER')
)
FROM pg_database JOIN pg_roles ON rolname = session_user WHERE datname = current_database()
"""
_NO_ROLE = say(
    "{login} may sign in to {address}, but has no role there yet. Its administrator gives one with: "
    "sestante server add-person"
)


def rights_here(connection: Connection[Any], database: str, address: str) -> RightsHere:
    """The rights of who signed in; the database's owner may do everything. StorageError without a role."""
    groups = groups_of(database)
    found: Any = connection.execute(_ABOUT_ME, (list(groups.values()),)).fetchone()
    login, is_mighty, held = found
    if is_mighty:
        return replace(EVERYTHING, login=login, works_for_hub=True)
    for role, group in groups.items():
        if group in held:
            return rights_of(role, login)
    raise StorageError(_NO_ROLE, login=login, address=address)
