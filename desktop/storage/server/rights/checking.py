"""Whether a server's rights are as they should be, and putting them right.

What should be is put in place in a transaction that is given up again, and compared: so the check and the
repair are the same statements.
"""

from collections.abc import Iterator
from typing import Any

from psycopg import Rollback, sql
from psycopg.errors import InsufficientPrivilege

from desktop.storage.server.rights.administering import Administrator
from desktop.storage.server.rights.comparing import (
    POWERS,
    Difference,
    between,
    beyond_repair,
    of_roles,
    wrong_belongings,
)
from desktop.storage.server.rights.observed import observed
from desktop.storage.server.rights.people import people_of, roles_of
from desktop.storage.server.rights.putting import put_in_order
from desktop.storage.server.rights.roles import groups_of, named
from desktop.storage.server.rights.setting_up import give_to_owner, make_groups
from desktop.text import Sentence, say


def differences(admin: Administrator) -> tuple[Difference, ...]:
    """Everything that is not as it should be; nothing is changed. Desks wait for a moment meanwhile."""
    groups, people = groups_of(admin.database), _people(admin)
    found = list(of_roles(roles_of(admin), list(groups.values()), people, admin.owner))
    with admin.connection.transaction():
        before = observed(admin.connection)
        admin.become_owner()
        put_in_order(admin.connection, admin.database)
        found += between(before, observed(admin.connection))
        raise Rollback
    found += beyond_repair(before, admin.owner)
    return tuple(found)


def repair(admin: Administrator) -> Iterator[Sentence]:
    """Put everything right that this administrator may; tells each thing."""
    before = differences(admin)
    for _ in make_groups(admin):
        pass
    with admin.connection.transaction():
        give_to_owner(admin)
    _repair_roles(admin)
    with admin.connection.transaction():
        admin.become_owner()
        put_in_order(admin.connection, admin.database)
    left = {str(each.sentence) for each in differences(admin)}
    for each in before:
        if str(each.sentence) not in left:
            yield say("Put right: {sentence}", sentence=each.sentence)


def _people(admin: Administrator) -> dict[str, str]:
    groups = groups_of(admin.database)
    return {person.login: groups[person.role] for person in people_of(admin)}


def _repair_roles(admin: Administrator) -> None:
    groups, people = list(groups_of(admin.database).values()), _people(admin)
    roles = roles_of(admin)
    for name, powers in roles.powers.items():
        wrong = powers & (POWERS if name in people else POWERS | {"LOGIN"})
        for power in sorted(wrong):
            _try(admin, sql.SQL("ALTER ROLE {} {}").format(named(name), sql.SQL(f"NO{power}")))
    for each in wrong_belongings(roles, groups, people, admin.owner):
        _try(admin, sql.SQL("REVOKE {} FROM {}").format(named(each.group), named(each.member)))
    for login, group in people.items():
        if login in roles.powers:
            _try(admin, sql.SQL("GRANT {} TO {}").format(named(group), named(login)))


def _try(admin: Administrator, statement: Any) -> None:
    """What this administrator may not do stays among the differences."""
    try:
        with admin.connection.transaction():
            admin.connection.execute(statement)
    except InsufficientPrivilege:
        return
