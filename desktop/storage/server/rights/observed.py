"""What holds on a server at the moment, as short facts that two moments can be compared by."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from psycopg import Connection

Fact: TypeAlias = tuple[str, str, str]
"""What kind of fact, of what, and of whom; such as ("rights", "company", "hub_office")."""
Facts: TypeAlias = Mapping[Fact, str]

_TABLES = """
SELECT 'owner', relname, '', pg_get_userbyid(relowner) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v', 'm', 'f', 'p')
UNION ALL SELECT 'rows', relname, '',
concat_ws(', ', CASE WHEN relrowsecurity THEN 'on' ELSE 'off' END,
CASE WHEN relforcerowsecurity THEN 'forced' END)
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
"""
_RIGHTS = """
SELECT 'rights', what, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END,
string_agg(privilege_type || of || CASE WHEN is_grantable THEN '*' ELSE '' END, ', '
ORDER BY privilege_type, of)
FROM (
    SELECT relname AS what, '' AS of, relowner AS owner, (aclexplode(relacl)).* FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT relname, '(' || attname || ')', relowner, (aclexplode(attacl)).* FROM pg_class
    JOIN pg_attribute ON attrelid = pg_class.oid WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT proname || '()', '', proowner,
    (aclexplode(coalesce(proacl, acldefault('f', proowner)))).*
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'schema ' || nspname, '', nspowner,
    (aclexplode(coalesce(nspacl, acldefault('n', nspowner)))).*
    FROM pg_namespace WHERE nspname = 'public'
    UNION ALL SELECT 'database', '', datdba, (aclexplode(coalesce(datacl, acldefault('d', datdba)))).*
    FROM pg_database WHERE datname = current_database()
) AS rights WHERE grantee <> owner GROUP BY 1, 2, 3
"""
_POLICIES = """
SELECT 'policy', tablename, policyname,
concat_ws(' ', permissive, cmd, 'TO', array_to_string(roles, ', '), 'USING', qual, 'CHECK', with_check)
FROM pg_policies WHERE schemaname = 'public'
"""
_FUNCTIONS = """
SELECT 'function', proname || '()', '', pg_get_functiondef(oid) || pg_get_userbyid(proowner) FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
"""
_TRIGGERS = """
SELECT 'trigger', relname, tgname, pg_get_triggerdef(pg_trigger.oid) || ' ' || CAST(tgenabled AS text)
FROM pg_trigger
JOIN pg_class ON pg_class.oid = tgrelid WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal
"""
_VIEWS = """
SELECT 'view', relname, '', concat_ws(' ', pg_get_viewdef(oid), array_to_string(reloptions, ', '))
FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
"""

_RULES = "SELECT 'trigger', tablename, rulename, definition FROM pg_rules WHERE schemaname = 'public'"
_FOREIGN = """
SELECT 'foreign', what, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END,
string_agg(DISTINCT privilege_type, ', ' ORDER BY privilege_type)
FROM (
    SELECT nspname || '.' || proname || '()' AS what, proowner AS owner, nspname, pg_proc.oid,
    (aclexplode(coalesce(proacl, acldefault('f', proowner)))).*
    FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
    WHERE prosecdef AND NOT (nspname = 'public' AND starts_with(proname, 'sestante_'))
    UNION ALL SELECT nspname || '.' || relname, relowner, nspname, pg_class.oid, (aclexplode(relacl)).*
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind IN ('r', 'v', 'm', 'f', 'p') AND nspname <> 'public'
    UNION ALL SELECT nspname || '.' || relname, relowner, nspname, pg_class.oid, (aclexplode(attacl)).*
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind IN ('r', 'v', 'm', 'f', 'p') AND nspname <> 'public'
) AS reached
WHERE grantee <> owner AND nspname <> 'information_schema' AND NOT starts_with(nspname, 'pg_')
AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = reached.oid AND deptype = 'e')
GROUP BY 1, 2, 3
"""
"""What belongs to others and lets its user read with the rights of its owner, perhaps; not of extensions."""


def observed(connection: Connection[Any]) -> Facts:
    """Owners, row-level security, rights, policies, functions, triggers, rules and views as they are now."""
    found: dict[Fact, str] = {}
    for query in (_TABLES, _RIGHTS, _POLICIES, _FUNCTIONS, _TRIGGERS, _RULES, _VIEWS, _FOREIGN):
        for kind, what, whom, how in connection.execute(query):
            found[str(kind), str(what), str(whom)] = str(how)
    return found
