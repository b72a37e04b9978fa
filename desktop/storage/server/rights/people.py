"""The people of a server: their logins, roles, and whose companies they see."""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from psycopg import sql

from desktop.errors import StorageError
from desktop.storage.rights_here import Role
from desktop.storage.server.rights.administering import Administrator
from desktop.storage.server.rights.comparing import POWERS, Roles, roles_now
from desktop.storage.server.rights.roles import groups_of, named
from desktop.text import Sentence, say

LEAST: Final = 12
"""Characters of a password that somebody chose."""
_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_GROUPS, _GROUP = 5, 5
_LOGIN = re.compile(r"[a-z_][a-z0-9_.@-]{0,62}")
_SAVE = """
INSERT INTO person (login, name, role, office, expert, made_at) VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (login) DO UPDATE SET name = excluded.name, role = excluded.role, office = excluded.office,
expert = excluded.expert
"""
_ALL = "SELECT login, name, role, office, expert FROM person ORDER BY name, login"
_READY = "SELECT to_regclass('public.person') IS NOT NULL AND to_regrole(%s) IS NOT NULL"
_NAMED = """
SELECT EXISTS (SELECT FROM engagement WHERE office = %(office)s),
EXISTS (SELECT FROM engagement WHERE %(expert)s IN (expert, officer))
"""
_FORGET = "DELETE FROM person WHERE login = %s RETURNING name"
_BAD_LOGIN = say(
    "{login} cannot be a login: use small letters, digits, and . _ - @ (at most 63), with a letter first."
)
_RESERVED = say("{login} belongs to the server itself (it begins with pg_); choose another login.")
_NOT_READY = say("{address} holds no workspace with groups yet; run first: sestante server init")
_MIGHTY = say(
    "{login} may do more on this server than any role of Sestante ({powers}), so that no role would hold it "
    "back. Choose another login for this person."
)
_NO_OFFICE = say("Say which office: --office ID, as in the hub's own file.")
_NO_EXPERT = say("Say which expert: --expert ID, the expert's or officer's id in the hub's own file.")
_TOO_SHORT = say("The password has fewer than {least} characters; choose a longer one.")
_NO_NAME = say("Say the person's name.")
_UNKNOWN = say("Nobody here has the login {login}. People are listed by: sestante server people")
_MAY_NOT = say(
    "{address}: {login} may not make logins. Let the server's administrator run: "
    "ALTER ROLE {login} CREATEROLE"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works on the server; `office` and `expert` are ids of the hub's own file, or empty."""

    login: str
    name: str
    role: Role
    office: str = ""
    expert: str = ""


def good_password() -> str:
    """A password that nobody guesses (some 120 bits), in groups that can be read aloud."""
    letters = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(letters)


def people_of(admin: Administrator) -> tuple[Person, ...]:
    """Everybody, by name; StorageError before the workspace was set up."""
    _require_ready(admin)
    return tuple(Person(*row) for row in admin.connection.execute(_ALL))


def roles_of(admin: Administrator, *more: str) -> Roles:
    """The server's roles as far as they concern this database and its people."""
    logins = [person.login for person in people_of(admin)]
    return roles_now(admin.connection, list(groups_of(admin.database).values()), [*logins, *more])


def has_login(admin: Administrator, login: str) -> bool:
    """Whether somebody can be signed in by this name already."""
    return "LOGIN" in roles_of(admin, login).powers.get(login, ())


def add_person(admin: Administrator, person: Person, password: str | None) -> Iterator[Sentence]:
    """Let somebody sign in with a role, or change what they may do; tells each thing.

    The password is made unreadable on this side, so that the server's log never sees it. None leaves that of
    an existing login as it is.
    """
    _check(person, password)
    _require_ready(admin)
    with admin.connection.transaction():
        roles = roles_of(admin, person.login)
        if powers := sorted(roles.powers.get(person.login, frozenset()) & POWERS):
            raise StorageError(_MIGHTY, login=person.login, powers=", ".join(powers))
        if person.login == admin.owner:
            raise StorageError(_MIGHTY, login=person.login, powers="OWNER")
        if not admin.may_make_roles:
            raise StorageError(_MAY_NOT, address=admin.address.told, login=admin.login)
        told = [
            _login(admin, roles, person.login, password),
            *_group(admin, roles, person),
            _line(admin, person),
            *_unknown(admin, person),
        ]
    yield from told


def remove_person(admin: Administrator, login: str) -> Iterator[Sentence]:
    """Let somebody sign in no longer; what they did stays. A login that other databases know is kept."""
    _require_ready(admin)
    groups = set(groups_of(admin.database).values())
    with admin.connection.transaction():
        roles = roles_of(admin, login)
        admin.become_owner()
        found = admin.connection.execute(_FORGET, (login,)).fetchone()
        admin.be_oneself()
        held = [each.group for each in roles.belongings if each.member == login]
        if found is None and not groups.intersection(held):
            raise StorageError(_UNKNOWN, login=login)
        for group in groups.intersection(held):
            admin.connection.execute(sql.SQL("REVOKE {} FROM {}").format(named(group), named(login)))
        is_kept = bool(set(held) - groups) or login not in roles.powers
        if not is_kept:
            admin.connection.execute(sql.SQL("DROP ROLE {}").format(named(login)))
    yield say(
        "{name} ({login}) is no longer among the people",
        name=login if found is None else found[0],
        login=login,
    )
    if is_kept:
        yield say("The login {login} stays, for another database of this server", login=login)
    else:
        yield say("The login {login} is gone", login=login)


def _check(person: Person, password: str | None) -> None:
    if not _LOGIN.fullmatch(person.login):
        raise StorageError(_BAD_LOGIN, login=person.login)
    if person.login.startswith("pg_"):
        raise StorageError(_RESERVED, login=person.login)
    if not person.name.strip():
        raise StorageError(_NO_NAME)
    if person.role == "office" and not person.office:
        raise StorageError(_NO_OFFICE)
    if person.role == "expert" and not person.expert:
        raise StorageError(_NO_EXPERT)
    if password is not None and len(password) < LEAST:
        raise StorageError(_TOO_SHORT, least=LEAST)


def _require_ready(admin: Administrator) -> None:
    [group, *_] = groups_of(admin.database).values()
    found: Any = admin.connection.execute(_READY, (f'"{group}"',)).fetchone()
    if not found[0]:
        raise StorageError(_NOT_READY, address=admin.address.told)


def _login(admin: Administrator, roles: Roles, login: str, password: str | None) -> Sentence:
    powers = roles.powers.get(login)
    if powers is not None and "LOGIN" in powers and password is None:
        return say("Login {login}: already so", login=login)
    verb = "CREATE ROLE" if powers is None else "ALTER ROLE"
    statement = sql.SQL("{} {} LOGIN").format(sql.SQL(verb), sql.Identifier(login))
    if password is not None:
        statement += sql.SQL(" PASSWORD {}").format(sql.Literal(_verifier(admin, login, password)))
    admin.connection.execute(statement)
    if powers is None:
        return say("Login {login}: made", login=login)
    return say("Login {login}: has a new password", login=login)


def _verifier(admin: Administrator, login: str, password: str) -> str:
    """What a server keeps of a password (SCRAM-SHA-256)."""
    made = admin.connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return made.decode()


def _group(admin: Administrator, roles: Roles, person: Person) -> Iterator[Sentence]:
    groups = groups_of(admin.database)
    wanted = groups[person.role]
    held = {each.group for each in roles.belongings if each.member == person.login}
    for group in sorted(held.intersection(groups.values()) - {wanted}):
        admin.connection.execute(sql.SQL("REVOKE {} FROM {}").format(named(group), named(person.login)))
        yield say("{login}: no longer in {group}", login=person.login, group=group)
    if wanted in held:
        yield say("{login}: in {group}, already so", login=person.login, group=wanted)
    else:
        admin.connection.execute(sql.SQL("GRANT {} TO {}").format(named(wanted), named(person.login)))
        yield say("{login}: put in {group}", login=person.login, group=wanted)


def _unknown(admin: Administrator, person: Person) -> Iterator[Sentence]:
    """An id that no company names yet may be a slip of the keyboard."""
    found: Any = admin.connection.execute(
        _NAMED, {"office": person.office, "expert": person.expert}
    ).fetchone()
    has_office, has_expert = found
    if person.role == "office" and not has_office:
        yield say("Please note: no company has the office {id} yet", id=person.office)
    if person.role == "expert" and not has_expert:
        yield say("Please note: no company names {id} as its expert or officer yet", id=person.expert)


def _line(admin: Administrator, person: Person) -> Sentence:
    if person in people_of(admin):
        return say("{name} among the people: already so", name=person.name)
    now = datetime.now(UTC).replace(tzinfo=None)
    office = person.office if person.role != "viewer" else ""
    expert = person.expert if person.role == "expert" else ""
    admin.become_owner()
    admin.connection.execute(_SAVE, (person.login, person.name, person.role, office, expert, now))
    admin.be_oneself()
    return say("{name} among the people: written down", name=person.name)
