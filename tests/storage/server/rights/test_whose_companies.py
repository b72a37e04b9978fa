"""Whoever is assigned to a company, and whoever made it, sees it; nobody else does, in any table."""

# ruff: noqa: S608 - the statements are what is tested

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.advising import Engagement
from desktop.errors import StorageError
from tests.desks import a_firm
from tests.examples import times
from tests.hub_server import PEOPLE, Hub, hub_on
from tests.serving import Server

BELOW = ("round", "engagement", "reminder", "service")
LOGINS = tuple(each.login for each in PEOPLE if each.role != "viewer")


@dataclass(frozen=True)
class Firm:
    """A company as it is assigned; None where nobody ever was."""

    maker: str
    engagement: Engagement | None

    def is_seen_by(self, login: str) -> bool:
        person = next(each for each in PEOPLE if each.login == login)
        given = self.engagement or Engagement()
        if person.role == "coordinator" or (self.maker == login and given == Engagement()):
            return True
        if person.role == "office":
            return given.office == person.office
        return person.expert in (given.expert, given.officer)


engagements = st.builds(
    Engagement,
    office=st.sampled_from(["", "nord", "sud", "est"]),
    officer=st.sampled_from(["", "elio-e", "luca"]),
    expert=st.sampled_from(["", "elio-e", "mara"]),
)
firms = st.builds(Firm, st.sampled_from(["", "carla", "nora", "sara", "elio"]), st.none() | engagements)

Ask = Callable[[str, str], list[int]]


@pytest.fixture(scope="module")
def empty(server: Server) -> Iterator[Hub]:
    with hub_on(server) as hub:
        yield hub


@pytest.fixture(scope="module")
def ask(empty: Hub) -> Iterator[Ask]:
    """Asks for numbers of companies, on connections that stay open."""
    with ExitStack() as stack:
        open_ones = {
            login: stack.enter_context(psycopg.connect(empty.url(login), autocommit=True))
            for login in (*LOGINS, "postgres")
        }

        def answer(login: str, statement: str) -> list[int]:
            cursor = open_ones[login].execute(statement)  # type: ignore[call-overload]
            return sorted(row[0] for row in cursor) if cursor.description else []

        yield answer


def _write(hub: Hub, ask: Ask, number: int, firm: Firm) -> None:
    maker = hub.login(firm.maker) if firm.maker else ""
    ask(
        "postgres",
        "INSERT INTO company (id, uuid, name, vat, country, ateco, headcount, owners, employees, it_staff,"
        " contact_name, contact_role, contact_email, contact_phone, created_at, made_by)"
        f" VALUES ({number}, 'u{number}', '', '', '', '', 1, 1, 0, 0, '', '', '', '', now(), '{maker}');"
        "INSERT INTO round (company_id, stage, constraints, place, started_at, changed_at, visited_at)"
        f" VALUES ({number}, 'T0', '', '', now(), now(), now());"
        "INSERT INTO reminder (uid, company_id, due_on, kind, text, made_at)"
        f" VALUES ('m{number}', {number}, now(), '', '', now());"
        "INSERT INTO service (uid, company_id, category, kind, title, note, technology, price_cents,"
        " aid_cents, aid_scheme, started_on, attendees, state, officer, provider, made_at, changed_at) VALUES"
        f" ('v{number}', {number}, '', '', '', '', '', 1, 0, '', now(), 1, '', '', '', now(), now())",
    )
    if firm.engagement is not None:
        each = firm.engagement
        ask(
            "postgres",
            f"INSERT INTO engagement VALUES ({number}, '{each.office}', '{each.officer}', '{each.expert}',"
            " NULL, now())",
        )


@settings(max_examples=times(20))
@given(made=st.lists(firms, max_size=6))
def test_each_sees_exactly_the_companies_that_are_theirs(empty: Hub, ask: Ask, made: list[Firm]) -> None:
    ask("postgres", "DELETE FROM service; DELETE FROM company")
    for number, firm in enumerate(made, 1):
        _write(empty, ask, number, firm)
    for login in LOGINS:
        own = [number for number, firm in enumerate(made, 1) if firm.is_seen_by(login)]
        assert ask(login, "SELECT id FROM company") == own
        for table in BELOW:
            engaged = [each for each in own if table != "engagement" or made[each - 1].engagement]
            found = ask(login, f"SELECT company_id FROM {table}")
            assert [each for each in found if each in engaged] == found
            assert (table == "engagement" and login != "carla") or found == engaged


@pytest.fixture
def bare(empty: Hub, ask: Ask) -> Hub:
    ask("postgres", "DELETE FROM service; DELETE FROM company")
    return empty


@pytest.mark.parametrize(
    ("login", "expected"),
    [("nora", Engagement(office="nord")), ("elio", Engagement(expert="elio-e")), ("carla", Engagement())],
)
def test_who_makes_a_company_looks_after_it(
    bare: Hub, tmp_path: Path, login: str, expected: Engagement
) -> None:
    with bare.desk(login, tmp_path) as desk:
        case = desk.create_case(a_firm("Forno"))
        question = desk.questions(case, desk.questionnaires(case)[0].id)[0]
        desk.save_answer(case, question, None)
        [listed] = desk.hub.advising.companies()
        assert (listed.row.name, listed.row.engagement) == ("Forno", expected)
    assert bare.ask("postgres", "SELECT made_by FROM company") == [bare.login(login)]


def test_a_company_given_to_another_office_is_seen_there_alone(bare: Hub, tmp_path: Path) -> None:
    with bare.desk("nora", tmp_path) as nora, bare.desk("carla", tmp_path) as carla:
        case = nora.create_case(a_firm("Forno"))
        [company] = carla.hub.advising.companies()
        carla.hub.advising.assign({company.row.id: Engagement(office="sud")})
        assert nora.cases() == ()
        with pytest.raises(StorageError):
            nora.case(case.id)
        with bare.desk("sara", tmp_path) as sara:
            assert [each.name for each in sara.cases()] == ["Forno"]


def test_nobody_but_the_coordinator_deletes_or_assigns(bare: Hub, tmp_path: Path) -> None:
    with bare.desk("nora", tmp_path) as nora, bare.desk("carla", tmp_path) as carla:
        case = nora.create_case(a_firm("Forno"))
        [company] = nora.hub.advising.companies()
        for act in (
            lambda: nora.register.erase(company.row.id, "asked"),
            lambda: nora.hub.advising.assign({company.row.id: Engagement(office="sud")}),
        ):
            with pytest.raises(StorageError, match="your rights do not reach this far"):
                act()
        assert (nora.rights_here.can_delete, nora.rights_here.can_assign) == (False, False)
        assert (carla.rights_here.can_delete, carla.rights_here.can_assign) == (True, True)
        carla.register.erase(case.company_id)
        assert nora.cases() == ()


def test_a_login_without_a_role_opens_nothing(bare: Hub, tmp_path: Path) -> None:
    bare.server.run(
        f"CREATE ROLE stray_{bare.mark} LOGIN; GRANT CONNECT ON DATABASE {bare.database} TO PUBLIC"
    )
    try:
        with pytest.raises(StorageError, match="has no role there yet"), bare.desk("stray", tmp_path):
            pass
    finally:
        bare.server.run(
            f"REVOKE CONNECT ON DATABASE {bare.database} FROM PUBLIC; DROP ROLE stray_{bare.mark}"
        )
