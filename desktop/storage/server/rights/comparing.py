"""What differs between the rights as they are and as they should be, in sentences."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from psycopg import Connection

from desktop.storage.server.announcing import ANNOUNCING
from desktop.storage.server.rights.fences import SHARES
from desktop.storage.server.rights.makers import TRIGGERS
from desktop.storage.server.rights.observed import Fact, Facts
from desktop.storage.server.rights.roles import ROLES
from desktop.storage.server.rights.views import VIEWS
from desktop.text import Sentence, quoted, say

_ATTRIBUTES = """
SELECT rolname, concat_ws(', ', CASE WHEN rolcanlogin THEN 'LOGIN' END,
CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
CASE WHEN rolcreatedb THEN 'CREATEDB' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END,
CASE WHEN rolreplication THEN 'REPLICATION' END)
FROM pg_roles WHERE rolname = ANY(%s)
"""
POWERS = frozenset({"SUPERUSER", "CREATEROLE", "CREATEDB", "BYPASSRLS", "REPLICATION"})
_MEMBERS = """
SELECT grouped.rolname, member.rolname, admin_option FROM pg_auth_members
JOIN pg_roles AS grouped ON grouped.oid = roleid
JOIN pg_roles AS member ON member.oid = pg_auth_members.member
WHERE grouped.rolname = ANY(%s) OR member.rolname = ANY(%s)
"""
_TRIGGERS = frozenset({ANNOUNCING, *TRIGGERS})
_ELSEWHERE = "SELECT datname FROM pg_database WHERE datname <> current_database()"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it should be; some of it a repair leaves to the server's administrator."""

    sentence: Sentence
    can_be_repaired: bool = True


def between(before: Facts, after: Facts) -> Iterator[Difference]:
    """What putting everything in order changed."""
    for fact in sorted({*before, *after}):
        was, should = before.get(fact), after.get(fact)
        if was != should:
            yield Difference(_told(fact, was, should))


def _told(fact: Fact, was: str | None, should: str | None) -> Sentence:
    kind, what, whom = fact
    match kind:
        case "rights":
            return _told_right(what, whom, was, should)
        case "policy":
            return _told_policy(what, whom, was, should)
        case "rows":
            return say("{what}: row-level security is {was}", what=what, was=quoted(was or "off"))
        case "owner":
            return say("{what} belongs to {whom} instead of {other}", what=what, whom=was, other=should)
    return _told_made(kind, whom or what, was)


def _told_made(kind: str, name: str, was: str | None) -> Sentence:
    if kind == "view" and was is None:
        return say("The view {name} is missing", name=name)
    if kind == "view":
        return say("The view {name} was changed", name=name)
    if was is None:
        return say("The function or trigger {name} is missing", name=name)
    return say("The function or trigger {name} was changed", name=name)


def _told_right(what: str, whom: str, was: str | None, should: str | None) -> Sentence:
    if should is None:
        return say("{what}: {whom} has rights that nobody gave: {rights}", what=what, whom=whom, rights=was)
    if not was:
        return say(
            "{what}: {whom} has no right, but should have {others}", what=what, whom=whom, others=should
        )
    return say(
        "{what}: {whom} has {rights} instead of {others}", what=what, whom=whom, rights=was, others=should
    )


def _told_policy(what: str, name: str, was: str | None, should: str | None) -> Sentence:
    if was is None:
        return say("{what}: the policy {name} is missing", what=what, name=name)
    if should is None:
        return say("{what}: the policy {name} is not Sestante's", what=what, name=name)
    return say("{what}: the policy {name} was changed", what=what, name=name)


def beyond_repair(facts: Facts, owner: str) -> Iterator[Difference]:
    """What stands in the database that rights were not made for."""
    for (kind, what, whom), how in sorted(facts.items()):
        if kind == "owner" and how != owner and what in (*SHARES, *VIEWS):
            yield Difference(
                say("{what} belongs to {whom} instead of {other}", what=what, whom=how, other=owner)
            )
        elif kind == "rights" and what == "schema public" and "CREATE" in how:
            yield Difference(
                say(
                    "{whom} may make tables of their own in the schema public: only the server's "
                    "administrator can change that (REVOKE CREATE ON SCHEMA public)",
                    whom=whom,
                ),
                can_be_repaired=False,
            )
        elif kind == "trigger" and what in SHARES and whom not in _TRIGGERS:
            yield Difference(
                say("{what}: {name} is not Sestante's, and runs with changes", what=what, name=whom),
                can_be_repaired=False,
            )
        elif kind == "foreign" or (kind == "rights" and _is_foreign(what, facts)):
            yield Difference(
                say(
                    "{what} is not Sestante's, and {whom} may use it: {rights}",
                    what=what,
                    whom=whom,
                    rights=how,
                ),
                can_be_repaired=False,
            )


def _is_foreign(what: str, facts: Facts) -> bool:
    """A table or view of somebody else's may show what ours hide."""
    is_relation = ("owner", what, "") in facts
    is_sequence = what.endswith("_seq")
    return is_relation and what not in SHARES and what not in VIEWS and not is_sequence


@dataclass(frozen=True, slots=True)
class Belonging:
    """That a login or group belongs to a group, and whether it may give that to others."""

    group: str
    member: str
    is_admin: bool


@dataclass(frozen=True)
class Roles:
    """The server's roles as they are: powers by name of those that matter, and who belongs to what."""

    powers: Mapping[str, frozenset[str]]
    belongings: tuple[Belonging, ...]
    groups_elsewhere: frozenset[str]


def roles_now(connection: Connection[Any], groups: Collection[str], logins: Collection[str]) -> Roles:
    """The groups and logins of a database, as the server has them."""
    names = [*groups, *logins]
    found = connection.execute(_ATTRIBUTES, (names,)).fetchall()
    members = connection.execute(_MEMBERS, (names, names)).fetchall()
    others = [name for (name,) in connection.execute(_ELSEWHERE)]
    return Roles(
        powers={name: frozenset(text.split(", ")) - {""} for name, text in found},
        belongings=tuple(sorted((Belonging(*row) for row in members), key=str)),
        groups_elsewhere=frozenset(f"{name}_{role}" for name in others for role in ROLES),
    )


def of_roles(
    roles: Roles, groups: Collection[str], people: Mapping[str, str], owner: str
) -> Iterator[Difference]:
    """What differs in powers and groups; `people` are the groups by login as they should be."""
    for name in (*groups, *people):
        if name not in roles.powers:
            yield Difference(say("{name} is missing among the server's roles", name=name), name in groups)
        elif powers := sorted(roles.powers[name] & POWERS):
            yield Difference(
                say("{name} may do more than its role: {powers}", name=name, powers=", ".join(powers))
            )
        if name in groups and "LOGIN" in roles.powers.get(name, ()):
            yield Difference(say("{name} is a group, and yet somebody can sign in as it", name=name))
    held = {(each.group, each.member) for each in roles.belongings}
    for login, group in people.items():
        if login in roles.powers and (group, login) not in held:
            yield Difference(say("{name} does not belong to {group}", name=login, group=group))
    for each in wrong_belongings(roles, groups, people, owner):
        yield Difference(
            say(
                "{name} belongs to {group}, which their role does not allow",
                name=each.member,
                group=each.group,
            )
        )


def wrong_belongings(
    roles: Roles, groups: Collection[str], people: Mapping[str, str], owner: str
) -> Iterator[Belonging]:
    """Who belongs to what they should not, or may give it to others."""
    for each in roles.belongings:
        is_own = people.get(each.member) == each.group and not each.is_admin
        is_known = each.member in people or each.member in groups
        is_elsewhere = each.group in roles.groups_elsewhere and each.member not in groups
        is_owners = each.member == owner and each.group in groups  # who makes a group administers it
        if not is_own and (is_known or each.group in groups) and not is_elsewhere and not is_owners:
            yield each
