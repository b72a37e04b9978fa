"""An administrator sets up a server and adds people: told line by line, safe to repeat."""

import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from desktop.cli import run_command
from tests.hub_server import hub_on
from tests.serving import Server

OWNER = "boss_of_tests"


class Administrator:
    """Types commands; each gives its status, what it printed, and what it complained of."""

    def __init__(self, server: Server, database: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.server, self.database, self._capsys = server, database, capsys
        self.user = "postgres"

    def types(self, *arguments: str) -> tuple[int, str, str]:
        url = self.server.url(self.database, self.user)
        status = run_command(["server", *arguments, "--lang", "en", "--database", url], _never, _never)
        said = self._capsys.readouterr()
        return status, said.out, said.err


def _never(*_given: object) -> int:
    raise AssertionError


@pytest.fixture
def boss(server: Server) -> Iterator[str]:
    """A login that owns databases and may make logins, and is no superuser."""
    server.run(f"CREATE ROLE {OWNER} LOGIN CREATEROLE")
    yield OWNER
    server.run(f"DROP ROLE {OWNER}")


@pytest.fixture
def admin(server: Server, capsys: pytest.CaptureFixture[str]) -> Iterator[Administrator]:
    with server.database() as database:
        made = Administrator(server, database, capsys)
        try:
            yield made
        finally:
            groups = [f"{database}_{role}" for role in ("coordinator", "office", "expert", "viewer")]
            for role in (*groups, f"anna_{database}"):
                server.run(
                    f"DO $$ BEGIN IF to_regrole('{role}') IS NOT NULL THEN"
                    f" DROP OWNED BY {role}; DROP ROLE {role}; END IF; END $$",
                    database,
                )


@pytest.fixture
def owned(admin: Administrator, boss: str) -> Iterator[Administrator]:
    """Signed in as the owner of the database."""
    admin.server.run(f"ALTER DATABASE {admin.database} OWNER TO {boss}")
    admin.user = boss
    yield admin
    admin.server.run(f"REASSIGN OWNED BY {boss} TO postgres; DROP OWNED BY {boss}", admin.database)


@pytest.mark.parametrize("who", ["admin", "owned"])
def test_what_was_made_is_told_once(who: str, request: pytest.FixtureRequest) -> None:
    administrator: Administrator = request.getfixturevalue(who)
    first, second = administrator.types("init"), administrator.types("init")
    assert (first[0], second[0]) == (0, 0)
    assert [first[1].count(": made"), first[1].count("already so")] == [6, 0]
    assert [second[1].count(": made"), second[1].count("already so")] == [0, 6]


def test_all_belongs_to_the_owner_even_where_the_server_s_administrator_works(owned: Administrator) -> None:
    owned.user = "postgres"
    assert OWNER in owned.types("init")[1]
    assert owned.types("rights")[0] == 0


def test_an_owner_who_may_make_no_groups_is_told_what_to_ask_for(owned: Administrator) -> None:
    owned.server.run(f"ALTER ROLE {OWNER} NOCREATEROLE")
    status, out, error = owned.types("init")
    assert (status, out) == (2, "")
    assert f"ALTER ROLE {OWNER} CREATEROLE" in error


def test_a_person_gets_a_login_a_role_and_a_password_shown_once(owned: Administrator) -> None:
    login = f"anna_{owned.database}"
    given = ("add-person", "Anna Bianchi", "--login", login, "--role", "office", "--office", "nord")
    owned.types("init")
    _, first, _ = owned.types(*given)
    assert re.search(r"shown this once: (\w{5}-){4}\w{5}\n", first)
    assert "no company has the office nord yet" in first
    _, second, _ = owned.types(*given)
    assert (second.count("already so"), "shown this once" in second) == (3, False)
    assert f"{login}: Anna Bianchi, office nord: its companies" in owned.types("people")[1]


def test_no_password_reaches_the_server(owned: Administrator, tmp_path: Path) -> None:
    login, file = f"anna_{owned.database}", tmp_path / "password"
    file.write_text("correct horse battery")
    owned.server.run("ALTER SYSTEM SET log_statement = 'all'")
    owned.server.run("SELECT pg_reload_conf()")
    owned.types("init")
    given = ("--role", "viewer", "--new-password-file", str(file))
    assert owned.types("add-person", "Anna", "--login", login, *given)[0] == 0
    log = (owned.server.folder / "log").read_text()
    owned.server.run("ALTER SYSTEM RESET ALL")
    assert "SCRAM-SHA-256$" in log
    assert "correct horse battery" not in log


def test_who_leaves_signs_in_no_longer(owned: Administrator) -> None:
    login = f"anna_{owned.database}"
    owned.types("init")
    owned.types("add-person", "Anna", "--login", login, "--role", "viewer")
    status, out, _ = owned.types("remove-person", login)
    assert (status, out.count(login)) == (0, 2)
    assert "Nobody was added yet." in owned.types("people")[1]
    assert owned.types("remove-person", login)[0] == 2


WRONG = {
    "an office is missing": ("anna", "office", "--office ID"),
    "an expert is missing": ("anna", "expert", "--expert ID"),
    "the login is no login": ("Anna Bianchi", "viewer", "small letters"),
    "the login is the server's": ("pg_anna", "viewer", "pg_"),
    "the login is mighty": ("postgres", "viewer", "SUPERUSER"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_with_a_person_is_said(owned: Administrator, what: str) -> None:
    login, role, words = WRONG[what]
    owned.types("init")
    status, _, error = owned.types("add-person", "Anna", "--login", login, "--role", role)
    assert (status, words in error) == (2, True)


def test_before_init_there_is_nobody_to_add(owned: Administrator) -> None:
    assert "sestante server init" in owned.types("add-person", "A", "--login", "a", "--role", "viewer")[2]


def test_a_password_in_the_address_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    url = "postgresql://anna:secret@localhost/hub"
    assert run_command(["server", "people", "--lang", "en", "--database", url], _never, _never) == 2
    error = capsys.readouterr().err
    assert "--password-file" in error
    assert "secret" not in error


SPOILT = {
    "ALTER TABLE step FORCE ROW LEVEL SECURITY": "step: row-level security is",
    "ALTER TABLE company DISABLE ROW LEVEL SECURITY": "company: row-level security is",
    "ALTER POLICY coordinator ON answer TO PUBLIC": "answer: the policy coordinator was changed",
    "CREATE POLICY mine ON remark USING (true)": "remark: the policy mine is not Sestante's",
    "DROP POLICY office ON engagement": "engagement: the policy office is missing",
    "GRANT SELECT ON company TO PUBLIC": "company: PUBLIC has rights that nobody gave: SELECT",
    "GRANT UPDATE (office) ON engagement TO {office}": "engagement: {office} has",
    "REVOKE INSERT ON answer FROM {office}": "answer: {office} has",
    "ALTER TABLE company DISABLE TRIGGER sestante_company_made": "sestante_company_made was changed",
    "ALTER TABLE answer OWNER TO {coordinator}": "answer belongs to {coordinator} instead of postgres",
    "CREATE OR REPLACE VIEW sestante_rounds AS SELECT id FROM round": "The view sestante_rounds was changed",
    "GRANT SELECT ON sestante_companies TO PUBLIC": "sestante_companies: PUBLIC has rights that nobody gave",
    "ALTER ROLE {viewer} LOGIN": "{viewer} is a group, and yet",
    "ALTER ROLE {anna} BYPASSRLS": "{anna} may do more than its role: BYPASSRLS",
    "GRANT {coordinator} TO {anna}": "{anna} belongs to {coordinator}",
    "GRANT pg_read_all_data TO {office}": "{office} belongs to pg_read_all_data",
    "REVOKE {office} FROM {anna}": "{anna} does not belong to {office}",
}


def test_what_was_spoilt_is_told_and_put_right(admin: Administrator) -> None:
    names = {role: f"{admin.database}_{role}" for role in ("coordinator", "office", "viewer")}
    names["anna"] = f"anna_{admin.database}"
    admin.types("init")
    admin.types("add-person", "Anna", "--login", names["anna"], "--role", "office", "--office", "nord")
    assert admin.types("rights")[::2] == (0, "")
    for spoiling in SPOILT:
        admin.server.run(spoiling.format(**names), admin.database)
    status, _, error = admin.types("rights")
    assert status == 1
    assert [words for each in SPOILT.values() if (words := each.format(**names)) not in error] == []
    assert admin.types("rights", "--repair")[::2] == (0, "")
    assert admin.types("rights")[::2] == (0, "")


def test_a_view_of_somebody_else_is_told_and_left_alone(admin: Administrator) -> None:
    admin.types("init")
    admin.server.run("CREATE VIEW names AS SELECT name FROM company", admin.database)
    admin.server.run("GRANT SELECT ON names TO PUBLIC", admin.database)
    status, _, error = admin.types("rights", "--repair")
    assert (status, "names is not Sestante's, and PUBLIC may use it" in error) == (1, True)


FOREIGN = {
    "CREATE FUNCTION show() RETURNS SETOF company LANGUAGE sql SECURITY DEFINER AS 'TABLE public.company'": (
        "public.show() is not Sestante's, and PUBLIC may use it: EXECUTE"
    ),
    "CREATE SCHEMA other CREATE VIEW names AS SELECT name FROM public.company": "",
    "GRANT SELECT (name) ON other.names TO {office}": "other.names is not Sestante's, and {office} may use",
    "CREATE TRIGGER spy BEFORE INSERT ON step EXECUTE FUNCTION sestante_announce()": "step: spy is not",
    "CREATE RULE also AS ON INSERT TO answer DO ALSO NOTIFY spies": "answer: also is not Sestante's",
}


def test_what_others_put_there_is_told_wherever_it_may_show_what_is_hidden(admin: Administrator) -> None:
    admin.types("init")
    names = {"office": f"{admin.database}_office"}
    for putting in FOREIGN:
        admin.server.run(putting.format(**names), admin.database)
    status, _, error = admin.types("rights")
    assert status == 1
    assert [words for each in FOREIGN.values() if (words := each.format(**names)) not in error] == []
    assert len(error.splitlines()) == len(FOREIGN) - 1


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_cannot_hold_all_characters_is_refused(
    server: Server, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    name = f"narrow_{encoding.lower()}"
    server.run(f"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0")
    try:
        arguments = ["server", "init", "--lang", "en", "--database", server.url(name)]
        assert run_command(arguments, _never, _never) == 2
        told = capsys.readouterr()
        assert (told.out, f"encoded as {encoding}" in told.err) == ("", True)
    finally:
        server.run(f"DROP DATABASE {name} WITH (FORCE)")


def test_who_is_no_administrator_changes_nothing(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    with hub_on(server) as hub:
        for name in ("carla", "nora", "vito"):
            arguments = ["server", "rights", "--repair", "--lang", "en", "--database", hub.url(name)]
            assert run_command(arguments, _never, _never) == 2
            assert "neither owns this database" in capsys.readouterr().err


@pytest.fixture
def asked_for_passwords(owned: Administrator) -> Iterator[str]:
    """Anna's login; from here on the server asks her for a password, as across a network."""
    rules = owned.server.folder / "data" / "pg_hba.conf"
    before = rules.read_text()
    login = f"anna_{owned.database}"
    rules.write_text(f"local {owned.database} {login} scram-sha-256\n{before}")
    owned.server.run("SELECT pg_reload_conf()")
    owned.types("init")
    yield login
    rules.write_text(before)
    owned.server.run("SELECT pg_reload_conf()")


def test_the_password_that_was_shown_signs_in(owned: Administrator, asked_for_passwords: str) -> None:
    login, address = asked_for_passwords, owned.server.url(owned.database, asked_for_passwords)
    _, out, _ = owned.types("add-person", "Anna", "--login", login, "--role", "viewer")
    password = out.rpartition("shown this once: ")[2].strip()
    with psycopg.connect(address, password=password) as connection:
        assert connection.execute("SELECT current_user").fetchone() == (login,)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(address, password="something else")  # noqa: S106 - a wrong one


def test_a_desk_of_a_coordinator_publishes_from_the_command_line(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    with hub_on(server) as hub:
        arguments = ["server", "publish", "--lang", "en", "--database", hub.url("carla")]
        said = [(run_command(arguments, _never, _never), capsys.readouterr().out) for _ in range(2)]
        assert said == [(0, "Published.\n"), (0, "Figures were published less than ten minutes ago.\n")]
        assert len(hub.ask("vito", "SELECT document FROM figures")) == 1
        arguments[-1] = hub.url("nora")
        assert run_command(arguments, _never, _never) == 2
        assert "your rights do not reach this far" in capsys.readouterr().err
