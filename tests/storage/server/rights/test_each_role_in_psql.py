"""What each role sees and changes with `psql`: no more than the application shows."""

# ruff: noqa: S608 - the statements are what is tested

from collections.abc import Iterable
from pathlib import Path

import pytest

from desktop.models.base import Base
from desktop.storage.server.rights.fences import SHARES
from tests.hub_server import Hub

SEEN = {
    "carla": ["Alfa", "Beta", "Delta", "Gamma"],
    "nora": ["Alfa", "Beta"],
    "sara": ["Gamma"],
    "elio": ["Beta", "Gamma"],
}
OF_ROUNDS = (
    *("assessment", "answer", "remark", "respondent", "standing", "need", "step", "move", "kept_plan"),
    *("consent", "evidence", "expert_remark", "change", "received", "visitor"),
)
TO_COMPANY = {
    "company": "id",
    "engagement": "company_id",
    "round": "company_id",
    "reminder": "company_id",
    "service": "company_id",
    "project_member": "company_id",
    "loan": "company_id",
    "project": "(SELECT company_id FROM project_member WHERE project_id = project.id)",
    "respondent_answer": "(SELECT company_id FROM respondent JOIN round ON round.id = round_id"
    " WHERE respondent.id = respondent_id)",
    "evidence_content": "(SELECT company_id FROM evidence JOIN round ON round.id = round_id"
    " WHERE evidence.id = evidence_id)",
    "service_file": "(SELECT company_id FROM service WHERE service.id = service_id)",
    "service_file_content": "(SELECT company_id FROM service JOIN service_file ON service.id = service_id"
    " WHERE service_file.id = service_file_id)",
    **{table: f"(SELECT company_id FROM round WHERE id = {table}.round_id)" for table in OF_ROUNDS},
}
SHARED = ("question", "frame", "event", "pack", "pack_key", "person", "erased", "arrived", "alembic_version")
TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
OF_A_DESK = ("desk_key", "taken", "waiting")
DENIED = "permission denied"


NOT_OF_DELTA = ("engagement", "change")  # nobody was assigned to it


@pytest.mark.parametrize("login", SEEN)
def test_who_has_companies_sees_the_rows_of_these_alone(hub: Hub, login: str) -> None:
    asked = {table: f"SELECT DISTINCT {company} FROM {table}" for table, company in TO_COMPANY.items()}
    names = dict(line.split("|") for line in hub.ask("postgres", "SELECT id, name FROM company"))
    for table, told in hub.each(login, asked).items():
        assert not told.error
        found = sorted(names[each] for each in told.lines if each)
        without = {"Delta"} if table in NOT_OF_DELTA else set()
        assert (table, set(found) - without) == (table, set(SEEN[login]) - without)


def test_every_table_is_in_one_of_these_tests() -> None:
    assert set(SHARES) == {*TO_COMPANY, *SHARED, *OF_A_DESK, "preference", "figures"}


def test_every_table_of_the_models_has_its_rights_or_is_of_a_desk_alone(hub: Hub) -> None:
    asked = {
        "tables": TABLES,
        "open": f"{TABLES} AND NOT relrowsecurity",
        "without": f"{TABLES} AND NOT EXISTS (SELECT FROM pg_policies WHERE tablename = relname)",
    }
    told = {name: set(each.lines) for name, each in hub.each("postgres", asked).items()}
    assert told["tables"] == {*Base.metadata.tables, "alembic_version"} == set(SHARES)
    assert told["open"] == set()
    assert told["without"] == set(OF_A_DESK)


@pytest.mark.parametrize("login", SEEN)
def test_views_tell_the_numbers_of_what_one_sees_and_no_others(hub: Hub, login: str) -> None:
    seen = {kind: f"SELECT id FROM {kind} ORDER BY id" for kind in ("company", "round")}
    told = {"company": "SELECT id FROM sestante_companies", "round": "SELECT id FROM sestante_rounds"}
    found = hub.each(login, seen)
    if login == "carla":
        assert all("permission denied" in each.error for each in hub.each(login, told).values())
        return
    assert {kind: sorted(each.lines) for kind, each in hub.each(login, told).items()} == {
        kind: sorted(each.lines) for kind, each in found.items()
    }


@pytest.mark.parametrize("login", SEEN)
def test_the_application_shows_the_same_companies(hub: Hub, login: str, tmp_path: Path) -> None:
    with hub.desk(login, tmp_path) as desk:
        assert sorted(each.name for each in desk.cases()) == SEEN[login]
        assert len(desk.companies.read("it").rows) == len(SEEN[login])


def test_a_viewer_reads_figures_and_nothing_else(hub: Hub) -> None:
    told = hub.each("vito", {table: f"SELECT * FROM {table}" for table in SHARES})
    assert [table for table, each in told.items() if DENIED not in each.error] == ["figures"]
    assert [table for table, each in told.items() if each.lines] == ["figures"]


@pytest.mark.parametrize("login", ["nora", "elio"])
def test_what_is_shared_is_read_by_all_who_have_companies(hub: Hub, login: str) -> None:
    told = hub.each(login, {table: f"SELECT * FROM {table}" for table in SHARED})
    assert all(each.lines and not each.error for each in told.values())


@pytest.mark.parametrize("login", [*SEEN, "vito"])
def test_what_belongs_to_a_single_computer_is_nobodys(hub: Hub, login: str) -> None:
    told = hub.each(login, {table: f"SELECT * FROM {table}" for table in OF_A_DESK})
    assert all(DENIED in each.error for each in told.values())


def test_reports_of_imports_and_results_without_a_round_are_the_coordinators(hub: Hub) -> None:
    lines = "SELECT count(*) FROM preference WHERE name LIKE 'import-%'"
    alone = "SELECT count(*) FROM received WHERE round_id IS NULL"
    assert [hub.ask(login, lines) for login in ("carla", "nora", "elio")] == [["1"], ["0"], ["0"]]
    assert [hub.ask(login, alone) for login in ("carla", "nora", "elio")] == [["1"], ["0"], ["0"]]
    assert hub.ask("nora", "SELECT value FROM preference WHERE name = 'report_hub'") == ['"Hub"']


REFUSED = {
    "deletes a company": "DELETE FROM company",
    "assigns a company": "UPDATE engagement SET office = 'nord', expert = 'elio-e'",
    "takes a company nobody has": "INSERT INTO engagement VALUES (4, 'nord', '', 'elio-e', NULL, now())",
    "says that it made a company": "UPDATE company SET made_by = session_user",
    "widens its own rights": "UPDATE person SET office = 'sud', expert = '', role = 'coordinator'",
    "adds itself once more": "INSERT INTO person VALUES ('x', 'x', 'coordinator', '', '', now())",
    "empties a table": "TRUNCATE answer",
    "becomes coordinator": "SET ROLE {coordinator}",
    "becomes the owner": "SET ROLE postgres",
    "becomes somebody else": "SET SESSION AUTHORIZATION postgres",
    "joins the coordinators": "GRANT {coordinator} TO {me}",
    "makes a login": "CREATE ROLE thief LOGIN",
    "takes row-level security away": "ALTER TABLE company DISABLE ROW LEVEL SECURITY",
    "leaves row-level security out": "SET row_security = off; SELECT * FROM company",
    "adds a policy": "CREATE POLICY mine ON company USING (true)",
    "changes a policy": "ALTER POLICY coordinator ON company TO PUBLIC",
    "drops a policy": "DROP POLICY coordinator ON company",
    "makes a function": "CREATE FUNCTION steal() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
    "replaces a function": "CREATE OR REPLACE FUNCTION sestante_company_made() RETURNS trigger"
    " LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "makes a trigger": "CREATE TRIGGER mine BEFORE INSERT ON answer EXECUTE FUNCTION sestante_company_made()",
    "makes a view": "CREATE VIEW mine AS SELECT * FROM company",
    "makes a table": "CREATE TABLE mine (id int)",
    "makes a temporary table": "CREATE TEMP TABLE mine (id int)",
    "makes a schema": "CREATE SCHEMA mine",
    "runs a program": "COPY company TO PROGRAM 'cat'",
    "writes a file": "COPY company TO '/tmp/stolen'",
    "reads a file": "SELECT pg_read_file('/etc/passwd')",
    "lists a folder": "SELECT pg_ls_dir('.')",
    "reads passwords": "SELECT * FROM pg_authid",
    "turns triggers off": "SET session_replication_role = 'replica'",
    "sets a sequence back": "SELECT setval('company_id_seq', 1)",
    "takes numbers away": "INSERT INTO question (id, key) VALUES (1000, 'x')",
    "chooses a number": "INSERT INTO reminder (id, uid, company_id, due_on, kind, text, made_at)"
    " SELECT 1000, 'x', id, now(), 'call', '', now() FROM company",
    "changes a number": "UPDATE reminder SET id = id + 1000",
    "installs a pack": "INSERT INTO pack VALUES ('x', 1, '1', 'x', '', now(), '')",
    "trusts a key": "UPDATE pack_key SET public_key = ''",
    "changes what all prefer": "UPDATE preference SET value = '1'",
    "renames a question": "UPDATE question SET key = 'x'",
    "removes an event": "DELETE FROM event",
    "publishes figures": "INSERT INTO figures (made_at, document) VALUES (now(), '')",
    "changes the schema's revision": "UPDATE alembic_version SET version_num = '1'",
    "says that nothing was erased": "DELETE FROM erased",
    "ends another's session": "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE usename = 'postgres'",
}


NO = (
    DENIED,
    "must be owner",
    "must be member",
    "must have admin option",
    "must be superuser",
    "must be a superuser",
    "query would be affected by row-level security",
    "violates row-level security",
)


def allowed(hub: Hub, login: str, attempts: Iterable[str]) -> list[str]:
    """What was not refused for want of rights."""
    statements = {
        what: REFUSED[what].format(coordinator=hub.group("coordinator"), me=hub.login(login))
        for what in attempts
    }
    told = hub.each(login, statements)
    return [what for what, each in told.items() if not any(words in each.error for words in NO)]


@pytest.mark.parametrize("login", ["nora", "elio", "vito"])
def test_nobody_but_the_coordinator(hub: Hub, login: str) -> None:
    assert allowed(hub, login, REFUSED) == []
    told = hub.psql(login, "ALTER SYSTEM SET log_statement = 'all'").error
    assert any(words in told for words in NO)


OF_THE_SERVER = (
    *("widens its own rights", "adds itself once more", "empties a table", "becomes the owner"),
    *("becomes somebody else", "makes a login", "takes row-level security away", "adds a policy"),
    *("makes a function", "makes a view", "makes a table", "runs a program", "reads a file"),
    *("reads passwords", "turns triggers off", "changes the schema's revision"),
)


def test_the_coordinator_has_all_companies_and_not_the_server(hub: Hub) -> None:
    assert allowed(hub, "carla", OF_THE_SERVER) == []


TOUCHED = {
    "answers": "UPDATE answer SET value = '2' RETURNING round_id",
    "profiles": "UPDATE company SET contact_email = 'x' RETURNING id",
    "notes": "DELETE FROM remark RETURNING round_id",
    "steps": "UPDATE step SET state = 'open' RETURNING round_id",
    "services": "UPDATE service SET note = 'x' RETURNING company_id",
    "rounds": "UPDATE round SET visited_at = now() RETURNING company_id",
}


@pytest.mark.parametrize("login", ["nora", "sara", "elio"])
def test_a_change_of_all_rows_changes_those_of_own_companies_alone(hub: Hub, login: str) -> None:
    own = {*hub.ask(login, "SELECT id FROM company"), *hub.ask(login, "SELECT id FROM round")}
    for what, told in hub.each(login, TOUCHED).items():
        assert (what, told.error) == (what, "")
        assert len(set(told.lines)) == len(SEEN[login])
        assert set(told.lines) <= own


STRANGE = {
    "an answer": "INSERT INTO answer SELECT {round}, id, '9', now() FROM question",
    "a reminder": "INSERT INTO reminder (uid, company_id, due_on, kind, text, made_at)"
    " VALUES ('x', {company}, now(), 'call', '', now())",
    "a round": "INSERT INTO round (company_id, stage, constraints, place, started_at, changed_at, visited_at)"
    " VALUES ({company}, 'T9', '', '', now(), now(), now())",
    "its own round": "UPDATE round SET company_id = {company}",
    "its own answers": "UPDATE answer SET round_id = {round}",
    "its own service": "UPDATE service SET company_id = {company}",
    "a project of others": "UPDATE service SET project_id = {project}",
    "a new service of a project of others": "INSERT INTO service (uid, company_id, project_id, category,"
    " kind, title, note, technology, price_cents, aid_cents, aid_scheme, started_on, attendees,"
    " state, officer, provider, made_at, changed_at) SELECT 'x', id, {project}, '', '', 'x', '', '', 1, 0,"
    " '', now(), 1, 'planned', '', '', now(), now() FROM company",
    "a loan": "INSERT INTO loan (uid, company_id, login, taken_at)"
    " VALUES ('x', {company}, session_user, now())",
}


@pytest.mark.parametrize("login", ["nora", "elio"])
def test_nothing_is_put_into_a_company_of_others(hub: Hub, login: str) -> None:
    [company] = hub.ask("postgres", "SELECT id FROM company WHERE name = 'Delta'")
    [of_it] = hub.ask("postgres", f"SELECT id FROM round WHERE company_id = {company}")
    [project] = hub.ask("postgres", "SELECT id FROM project WHERE title = 'Delta'")
    places = {"company": company, "round": of_it, "project": project}
    attempts = {what: each.format(**places) for what, each in STRANGE.items()}
    for what, told in hub.each(login, attempts).items():
        assert (what, "violates row-level security policy" in told.error) == (what, True)


@pytest.mark.parametrize("login", ["nora", "elio"])
def test_services_of_own_projects_stay_ones_own_also_when_a_company_leaves(hub: Hub, login: str) -> None:
    """Whether a company of others has services of a project is not told either."""
    own = "SELECT project_id FROM project_member WHERE project_member.company_id = service.company_id"
    assert not hub.psql(login, f"UPDATE service SET project_id = ({own})").error
    hub.ask("postgres", "CREATE TABLE kept AS SELECT * FROM project_member; DELETE FROM project_member")
    try:
        assert not hub.psql(login, "UPDATE service SET state = 'reported'").error
        assert hub.ask(login, "SELECT DISTINCT state FROM service") == ["reported"]
        [beta] = hub.ask(
            login,
            "SELECT company_id, project_id FROM service JOIN company"
            " ON company.id = company_id WHERE name = 'Beta'",
        )
        told = f"SELECT sestante_has_line({beta.replace('|', ', ')})"
        assert [hub.ask(each, told) for each in (login, "sara")] == [["t"], ["f"]]
    finally:
        hub.ask(
            "postgres",
            "INSERT INTO project_member SELECT * FROM kept; DROP TABLE kept; UPDATE service SET"
            " project_id = NULL, state = 'planned'",
        )


def test_who_takes_a_company_along_signs_with_their_own_name(hub: Hub) -> None:
    statement = "INSERT INTO loan (uid, company_id, login, taken_at) SELECT 'y', id, '{}', now() FROM company"
    assert "row-level security" in hub.psql("nora", statement.format(hub.login("sara"))).error
    assert not hub.each("nora", {"own": statement.format(hub.login("nora"))})["own"].error
    assert DENIED in hub.psql("nora", "UPDATE loan SET login = session_user").error


def test_statements_of_others_are_not_shown(hub: Hub) -> None:
    own = f"usename = '{hub.login('nora')}'"
    shown = hub.ask("nora", f"SELECT query FROM pg_stat_activity WHERE NOT {own} AND query <> ''")
    assert set(shown) <= {"<insufficient privilege>"}


def test_statistics_tell_nothing_of_rows(hub: Hub) -> None:
    hub.ask("postgres", "ANALYZE")
    for login in ("nora", "elio", "vito"):
        assert hub.ask(login, "SELECT most_common_vals FROM pg_stats WHERE schemaname = 'public'") == []
