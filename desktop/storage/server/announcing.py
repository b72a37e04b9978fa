"""What the server tells all desks after a change: the table and numbers, never what was written."""

from typing import LiteralString

from sqlalchemy import Connection, text

CHANNEL = "sestante"
ANNOUNCING = "announce"
"""The name of the triggers that tell."""
_OF_COMPANY: dict[str, tuple[str, str]] = {
    "company": ("id", "INSERT OR UPDATE OR DELETE"),
    "round": ("company_id", "INSERT OR DELETE OR UPDATE OF changed_at, stage, constraints"),
    "engagement": ("company_id", "INSERT OR UPDATE OR DELETE"),
    "reminder": ("company_id", "INSERT OR UPDATE OR DELETE"),
    "service": ("company_id", "INSERT OR UPDATE OR DELETE"),
    "project_member": ("company_id", "INSERT OR UPDATE OR DELETE"),
    "loan": ("company_id", "INSERT OR UPDATE OR DELETE"),
}
"""Tables whose rows belong to a company, by the column of its number; and what is told of them."""
_OF_ALL = ("pack", "preference", "project", "event", "expert_remark", "person", "figures", "frame")
"""Tables of which it is told that something changed, once for each statement."""
_OF_ROUNDS = (
    *("answer", "assessment", "change", "evidence", "move", "question", "remark", "respondent"),
    *("respondent_answer", "step"),
)
"""Tables of which nothing is written without the `changed_at` of a round, which is told."""
TOLD = frozenset((*_OF_COMPANY, *_OF_ALL, *_OF_ROUNDS))
"""Tables of which every change is told, by themselves or as a change of the round."""
_FUNCTION: LiteralString = """
CREATE OR REPLACE FUNCTION sestante_announce() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    found jsonb;
BEGIN
    IF TG_LEVEL = 'STATEMENT' THEN
        PERFORM pg_notify('sestante', TG_TABLE_NAME);
        RETURN NULL;
    END IF;
    found := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    PERFORM pg_notify(
        'sestante',
        TG_TABLE_NAME || ' ' || coalesce(found ->> TG_ARGV[0], '0') || ' ' || coalesce(found ->> 'id', '0')
    );
    RETURN NULL;
END
$$
"""


def announce_changes(connection: Connection) -> None:
    """Let the server tell of changes, in the transaction of the connection; safe to repeat.

    What is told is `TABLE COMPANY ID` (numbers, 0 where there is none) or `TABLE`, when it is committed.
    """
    connection.execute(text(_FUNCTION.replace(":", r"\:")))
    for table, (company, events) in _OF_COMPANY.items():
        _trigger(connection, table, f"AFTER {events}", f"ROW EXECUTE FUNCTION sestante_announce('{company}')")
    for table in _OF_ALL:
        _trigger(
            connection,
            table,
            "AFTER INSERT OR UPDATE OR DELETE",
            "STATEMENT EXECUTE FUNCTION sestante_announce()",
        )


def _trigger(connection: Connection, table: str, events: str, act: str) -> None:
    connection.execute(text(f'CREATE OR REPLACE TRIGGER {ANNOUNCING} {events} ON "{table}" FOR EACH {act}'))
