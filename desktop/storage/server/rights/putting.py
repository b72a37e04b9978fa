"""Puts functions, triggers, policies and rights as they should be, in the transaction of a connection.

What should not be there goes: a policy, a right of somebody else on a table of ours.
"""

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from psycopg import Connection, sql

from desktop.storage.rights_here import Role
from desktop.storage.server.rights.fences import ALL_ROWS, SHARES, Share
from desktop.storage.server.rights.makers import CALLED_BY_POLICIES, FUNCTIONS, PUT_TRIGGERS
from desktop.storage.server.rights.roles import WITH_COMPANIES, groups_of, named
from desktop.storage.server.rights.views import VIEWS

_POLICIES = (
    "SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' AND tablename = ANY(%s)"
)
_GRANTEES = """
SELECT DISTINCT relname, CASE grantee WHEN 0 THEN '' ELSE pg_get_userbyid(grantee) END FROM (
    SELECT relname, relowner, (aclexplode(relacl)).grantee FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v')
    UNION SELECT relname, relowner, (aclexplode(attacl)).grantee FROM pg_class
    JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
) AS rights WHERE grantee <> relowner AND relname = ANY(%s)
"""
_SEQUENCES = """
SELECT pg_class.relname, owned.relname FROM pg_class
JOIN pg_depend ON pg_depend.objid = pg_class.oid AND deptype IN ('a', 'i') AND classid = 'pg_class'::regclass
JOIN pg_class AS owned ON owned.oid = pg_depend.refobjid
WHERE pg_class.relkind = 'S' AND owned.relnamespace = 'public'::regnamespace AND owned.relname = ANY(%s)
"""
_COLUMNS = """
SELECT relname, array_agg(CAST(attname AS text) ORDER BY attnum) FROM pg_attribute
JOIN pg_class ON pg_class.oid = attrelid
WHERE relnamespace = 'public'::regnamespace AND relname = ANY(%s) AND attnum > 0 AND NOT attisdropped
AND NOT EXISTS (
    SELECT FROM pg_depend JOIN pg_class AS counting ON counting.oid = pg_depend.objid
    WHERE refobjid = attrelid AND refobjsubid = attnum AND deptype IN ('a', 'i') AND counting.relkind = 'S'
)
GROUP BY relname
"""
_WRITING = ("INSERT", "UPDATE")
Statement: TypeAlias = sql.SQL | sql.Composed


def put_in_order(connection: Connection[Any], database: str) -> None:
    """Put everything as it should be; the tables and groups must be there."""
    tables = list(SHARES)
    sequences = dict(connection.execute(_SEQUENCES, (tables,)).fetchall())
    former = connection.execute(_POLICIES, (tables,)).fetchall()
    grantees = connection.execute(_GRANTEES, ([*tables, *sequences, *VIEWS],)).fetchall()
    statements = [*_of_the_database(database), *_functions(database)]
    statements += [_dropped(table, name) for table, name in former]
    statements += [_revoked(name, grantee, is_sequence=name in sequences) for name, grantee in grantees]
    columns = dict(connection.execute(_COLUMNS, (list(sequences.values()),)).fetchall())
    statements += _viewed(database)
    for table, shares in SHARES.items():
        statements += _shared(database, table, shares, columns.get(table, ()))
    for sequence, table in sequences.items():
        statements += _counted(database, sequence, SHARES[table])
    for statement in statements:
        connection.execute(statement)


def _of_the_database(database: str) -> Iterator[Statement]:
    groups = named(*groups_of(database).values())
    base = sql.Identifier(database)
    yield sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(base)
    yield sql.SQL("REVOKE ALL ON DATABASE {} FROM {}").format(base, groups)
    yield sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(base, groups)
    # Compiling statements takes longer than the rows of a workspace do: a second for what takes 50 ms.
    yield sql.SQL("ALTER DATABASE {} SET jit = off").format(base)
    yield sql.SQL("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    yield sql.SQL("REVOKE ALL ON SCHEMA public FROM {}").format(groups)
    yield sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(groups)


def _functions(database: str) -> Iterator[Statement]:
    groups = groups_of(database)
    for signature, text in FUNCTIONS.items():
        yield sql.SQL(text)
        yield sql.SQL(f"REVOKE ALL ON FUNCTION public.{signature} FROM PUBLIC")
        yield sql.SQL(f"REVOKE ALL ON FUNCTION public.{signature} FROM {{}}").format(named(*groups.values()))
    some = named(*(groups[role] for role in WITH_COMPANIES))
    for signature in CALLED_BY_POLICIES:
        yield sql.SQL(f"GRANT EXECUTE ON FUNCTION public.{signature} TO {{}}").format(some)
    yield from map(sql.SQL, PUT_TRIGGERS)


def _viewed(database: str) -> Iterator[Statement]:
    for name, text in VIEWS.items():
        yield sql.SQL(text)
        groups = _groups(database, ("office", "expert"))
        yield sql.SQL("GRANT SELECT ON public.{} TO {}").format(sql.Identifier(name), groups)


def _dropped(table: str, policy: str) -> Statement:
    return sql.SQL("DROP POLICY {} ON public.{}").format(sql.Identifier(policy), sql.Identifier(table))


def _revoked(name: str, grantee: str, *, is_sequence: bool) -> Statement:
    kind = sql.SQL("SEQUENCE" if is_sequence else "TABLE")
    whom = sql.Identifier(grantee) if grantee else sql.SQL("PUBLIC")
    return sql.SQL("REVOKE ALL ON {} public.{} FROM {} CASCADE").format(kind, sql.Identifier(name), whom)


def _shared(
    database: str, table: str, shares: tuple[Share, ...], given: Sequence[str]
) -> Iterator[Statement]:
    """`given` are the columns of a table that counts its rows itself, but for the number.

    Who could choose that might take the next numbers away, so that nobody could add anything, or take those
    of a row that is gone and for which another desk still has something to send.
    """
    name = sql.Identifier(table)
    yield sql.SQL("ALTER TABLE public.{} ENABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY").format(name)
    for share in shares:
        groups = _groups(database, share.roles)
        yield sql.SQL("CREATE POLICY {} ON public.{} FOR ALL TO {} USING ({}) WITH CHECK ({})").format(
            sql.Identifier("_".join(share.roles)), name, groups, *_conditions(table, share)
        )
        for right in share.rights:
            columns = (share.columns if right == "UPDATE" else ()) or (given if right in _WRITING else ())
            of = sql.SQL("({})").format(named(*columns)) if columns else sql.SQL("")
            yield sql.SQL("GRANT {} {} ON public.{} TO {}").format(sql.SQL(right), of, name, groups)


def _conditions(table: str, share: Share) -> tuple[Statement, Statement]:
    rows = share.rows.replace("{table}", table)
    kept = " AND ".join(f"({each})" for each in (rows, share.kept) if each) if rows != ALL_ROWS else rows
    return sql.SQL(rows), sql.SQL(kept)


def _counted(database: str, sequence: str, shares: tuple[Share, ...]) -> Iterator[Statement]:
    """Who adds rows takes numbers for them."""
    for share in shares:
        if "INSERT" in share.rights:
            groups = _groups(database, share.roles)
            yield sql.SQL("GRANT USAGE ON SEQUENCE public.{} TO {}").format(sql.Identifier(sequence), groups)


def _groups(database: str, roles: tuple[Role, ...]) -> Statement:
    groups = groups_of(database)
    return named(*(groups[role] for role in roles))
