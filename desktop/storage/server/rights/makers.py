"""What the server itself writes: who made a company, that it is theirs to look after, when a change arrived.

These functions run with the rights of the database's owner, whatever the search path of the session is.
"""

from typing import Final

from desktop.storage.parcels.marks import RETURNED

MARKS_DAYS: Final = 90
"""How long the server remembers a change that was sent late, by the server's own clock.

What laptops returned it remembers for good: their folders may come again at any time.
"""
_HEAD: Final = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
_TRIGGER: Final = f"RETURNS trigger LANGUAGE plpgsql {_HEAD}"
_IS_UNASSIGNED: Final = f"""
CREATE OR REPLACE FUNCTION public.sestante_is_unassigned(company integer) RETURNS boolean
LANGUAGE sql STABLE {_HEAD} AS $$
SELECT NOT EXISTS (
    SELECT FROM engagement JOIN company AS made ON made.id = engagement.company_id
    WHERE engagement.company_id = $1 AND made.made_by = session_user
    AND (office <> '' OR officer <> '' OR expert <> '')
)
$$
"""  # noqa: S608 - nothing from outside
_HAS_LINE: Final = f"""
CREATE OR REPLACE FUNCTION public.sestante_has_line(company integer, project integer) RETURNS boolean
LANGUAGE plpgsql STABLE {_HEAD} AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM service JOIN sestante_companies AS seen ON seen.id = service.company_id
        WHERE service.company_id = $1 AND service.project_id = $2
    );
END $$
"""
_MADE: Final = f"""
CREATE OR REPLACE FUNCTION public.sestante_company_made() {_TRIGGER} AS $$
BEGIN
    IF EXISTS (SELECT FROM person WHERE login = session_user) THEN
        NEW.made_by := session_user;
    END IF;
    RETURN NEW;
END $$
"""
_TAKEN_ON: Final = f"""
CREATE OR REPLACE FUNCTION public.sestante_company_taken_on() {_TRIGGER} AS $$
BEGIN
    INSERT INTO engagement (company_id, office, officer, expert, changed_at)
    SELECT NEW.id, office, '', expert, now() AT TIME ZONE 'UTC' FROM person
    WHERE login = session_user AND role IN ('office', 'expert');
    RETURN NULL;
END $$
"""  # noqa: S608 - nothing from outside
_ARRIVED: Final = f"""
CREATE OR REPLACE FUNCTION public.sestante_arrived() {_TRIGGER} AS $$
BEGIN
    NEW.at := now() AT TIME ZONE 'UTC';
    DELETE FROM arrived WHERE at < NEW.at - interval '{MARKS_DAYS} days' AND uid NOT LIKE '{RETURNED}%';
    RETURN NEW;
END $$
"""  # noqa: S608 - nothing from outside

FUNCTIONS: Final = {
    "sestante_is_unassigned(integer)": _IS_UNASSIGNED,
    "sestante_has_line(integer, integer)": _HAS_LINE,
    "sestante_company_made()": _MADE,
    "sestante_company_taken_on()": _TAKEN_ON,
    "sestante_arrived()": _ARRIVED,
}
"""By signature. A company that nobody looks after is its maker's; old marks go with the next one.

Whether a company has a service of a project is asked of companies that one sees alone.
"""

CALLED_BY_POLICIES: Final = ("sestante_is_unassigned(integer)", "sestante_has_line(integer, integer)")

TRIGGERS: Final = {
    "sestante_company_made": ("BEFORE", "company"),
    "sestante_company_taken_on": ("AFTER", "company"),
    "sestante_arrived": ("BEFORE", "arrived"),
}
"""By name: when they run, and of which table."""

PUT_TRIGGERS: Final = (
    *(
        f"CREATE OR REPLACE TRIGGER {name} {at} INSERT ON public.{table}"
        f" FOR EACH ROW EXECUTE FUNCTION {name}()"
        for name, (at, table) in TRIGGERS.items()
    ),
    *(f"ALTER TABLE public.{table} ENABLE TRIGGER {name}" for name, (_, table) in TRIGGERS.items()),
)
