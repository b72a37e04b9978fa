"""The roles of a server's people, and the groups of the database that stand for them."""

from typing import Final, get_args

from psycopg import sql

from desktop.errors import StorageError
from desktop.storage.rights_here import Role
from desktop.text import say

ROLES: Final[tuple[Role, ...]] = get_args(Role)
WITH_COMPANIES: Final[tuple[Role, ...]] = ("coordinator", "office", "expert")
_LONGEST = 63  # bytes of a name on a server
_TOO_LONG = say(
    "The name of the database, {name}, is too long for its groups, such as {group}: "
    "rename it so that it has at most {most} letters."
)


def group_of(database: str, role: Role) -> str:
    """The group of a role; StorageError where the database's name leaves no room for it."""
    group = f"{database}_{role}"
    if len(group.encode()) > _LONGEST:
        most = _LONGEST - len("_coordinator")
        raise StorageError(_TOO_LONG, name=database, group=group, most=most)
    return group


def groups_of(database: str) -> dict[Role, str]:
    """The groups of all roles."""
    return {role: group_of(database, role) for role in ROLES}


def named(*names: str) -> sql.Composed:
    """Names as they stand in a statement, separated by commas."""
    return sql.SQL(", ").join(map(sql.Identifier, names))
