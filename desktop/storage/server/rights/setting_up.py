"""Makes a workspace on a server, or brings one up to date: groups, tables, rights. Safe to repeat."""

from collections.abc import Iterator

from psycopg import sql
from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError

from desktop.errors import StorageError
from desktop.storage.migrations import REVISIONS
from desktop.storage.server.address import Address
from desktop.storage.server.connecting import engine_on
from desktop.storage.server.reasons import told_error
from desktop.storage.server.rights.administering import Administrator, administering
from desktop.storage.server.rights.comparing import between
from desktop.storage.server.rights.fences import SHARES
from desktop.storage.server.rights.observed import observed
from desktop.storage.server.rights.putting import put_in_order
from desktop.storage.server.rights.roles import groups_of, named
from desktop.storage.server.rights.views import VIEWS
from desktop.storage.server.schema import bring_up_to_date
from desktop.text import Sentence, say

_ROLES = "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)"
_TABLES = """
SELECT relname, relkind = 'S' FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') AND relname = ANY(%s)
AND pg_get_userbyid(relowner) <> %s
"""
_SCHEMA_OF_ANOTHER = """
SELECT FROM pg_namespace WHERE nspname = 'public' AND NOT pg_has_role(CAST(%s AS name), nspowner, 'USAGE')
"""
_MAY_NOT = say(
    "{address}: the groups {groups} are missing, and {login} may not make them. Let the server's "
    "administrator run: ALTER ROLE {login} CREATEROLE, and then run this again."
)


def set_up(address: Address) -> Iterator[Sentence]:
    """Do what is missing and tell each thing; what was there stays."""
    with administering(address) as admin:
        if admin.works_as:
            yield say("All of it will belong to {owner}, who owns the database", owner=admin.owner)
        yield from make_groups(admin)
        with admin.connection.transaction():
            give_to_owner(admin)
        yield _tables(admin)
        yield from put_rights(admin)


def make_groups(admin: Administrator) -> Iterator[Sentence]:
    """The groups that stand for the roles; StorageError where they are missing and may not be made."""
    groups = list(groups_of(admin.database).values())
    there = {name for (name,) in admin.connection.execute(_ROLES, (groups,))}
    missing = [name for name in groups if name not in there]
    if missing and not admin.may_make_roles:
        raise StorageError(_MAY_NOT, address=admin.address.told, groups=", ".join(missing), login=admin.login)
    for name in groups:
        if name in there:
            yield say("Group {name}: already so", name=name)
        else:
            admin.connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(name)))
            yield say("Group {name}: made", name=name)


def give_to_owner(admin: Administrator) -> None:
    """Tables that belong to somebody else, as after a copy was put back, go to the database's owner."""
    if not admin.is_superuser:
        return
    if admin.connection.execute(_SCHEMA_OF_ANOTHER, (admin.owner,)).fetchone() is not None:  # PostgreSQL 14
        admin.connection.execute(sql.SQL("ALTER SCHEMA public OWNER TO {}").format(named(admin.owner)))
    for name, _ in admin.connection.execute(_TABLES, ([*SHARES, *VIEWS], admin.owner)).fetchall():
        statement = sql.SQL("ALTER TABLE public.{} OWNER TO {}")
        admin.connection.execute(statement.format(named(name), named(admin.owner)))


def put_rights(admin: Administrator) -> Iterator[Sentence]:
    """Rights and row-level security as they should be, all of it or nothing."""
    connection = admin.connection
    with connection.transaction():
        before = observed(connection)
        admin.become_owner()
        put_in_order(connection, admin.database)
        admin.be_oneself()
        differences = tuple(between(before, observed(connection)))
    if not differences:
        yield say("Rights and row-level security of {count} tables: already so", count=len(SHARES))
    elif not any(kind == "policy" for kind, _, _ in before):
        yield say("Rights and row-level security of {count} tables: made", count=len(SHARES))
    else:
        for each in differences:
            yield say("Put right: {sentence}", sentence=each.sentence)


def _tables(admin: Administrator) -> Sentence:
    engine = engine_on(admin.address)
    if admin.works_as:
        _as_owner(engine, admin.works_as)
    try:
        before = bring_up_to_date(engine, admin.address.told)
    except DBAPIError as error:
        raise told_error(error.orig or error, admin.address.told, is_at_desk=False) from error
    finally:
        engine.dispose()
    now = REVISIONS[-1]
    if before is None:
        return say("Tables of a workspace (schema {schema}): made", schema=now)
    if before == now:
        return say("Tables of a workspace (schema {schema}): already so", schema=now)
    return say("Tables of a workspace: brought from schema {before} to {schema}", before=before, schema=now)


def _as_owner(engine: Engine, owner: str) -> None:
    @event.listens_for(engine, "connect")
    def become(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(owner)))
        connection.commit()  # type: ignore[attr-defined]
