"""What another client writes with a login of the hub stops nobody else's work."""

# ruff: noqa: S608 - the statements are what is tested

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.errors import NotWrittenError, StorageError
from desktop.storage.server.others import News, Presence, others_on
from desktop.territory.wanted import Wanted
from tests.desks import a_firm
from tests.hub_server import Hub, hub_on
from tests.servers import until
from tests.serving import Server


@pytest.fixture(scope="module")
def hub(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    with hub_on(server) as made:
        with made.desk("nora", tmp_path_factory.mktemp("data")) as desk:
            desk.create_case(a_firm("Forno"))
        yield made


@pytest.fixture(autouse=True)
def _forno_alone(hub: Hub) -> Iterator[None]:
    yield
    hub.ask("postgres", "DELETE FROM company WHERE name <> 'Forno'")


NONSENSE = ("", "  ", f"company {'9' * 5000} 1", "company -1 x", "\u0663 \u0663", "a b c d")


def test_nonsense_told_to_all_desks_is_not_listened_to(hub: Hub, tmp_path: Path) -> None:
    heard: list[News | Presence] = []
    with hub.database_of("carla", tmp_path) as database, closing(others_on(database, heard.append)) as others:
        others.start()
        assert until(lambda: heard)
        told = "; ".join(f"NOTIFY sestante, '{said}'" for said in (*NONSENSE, "company 7 8"))
        hub.ask("vito", told)
        assert until(lambda: News("company", 7, 8) in heard)
        assert heard == [News(), News("company", 7, 8)]


MOMENTS = ("infinity", "-infinity", "0044-03-15 BC", "12000-01-01")


@pytest.mark.parametrize("moment", MOMENTS)
def test_days_that_no_calendar_here_knows_close_no_list(hub: Hub, tmp_path: Path, moment: str) -> None:
    hub.ask(
        "nora",
        f"""
        UPDATE round SET started_at = '{moment}', changed_at = '{moment}', visited_at = '{moment}';
        UPDATE company SET keep_until = '{moment}';
        UPDATE engagement SET changed_at = '{moment}';
        DELETE FROM reminder;
        INSERT INTO reminder (uid, company_id, due_on, kind, text, made_at)
            SELECT 'x', id, '{moment}', 'call', '', '{moment}' FROM company;
        """,
    )
    with hub.desk("carla", tmp_path) as desk:
        [case] = desk.cases()
        assert len(desk.companies.read("it").rows) == 1
        assert len(desk.hub.advising.companies()) == 1
        assert desk.reminders.due()
        desk.hub.territory.figures(Wanted())
        opened = desk.case(case.id)
        desk.save_company(opened.id, replace(opened.company, vat="1"), opened.company)
        desk.history.undo(opened)


@pytest.mark.parametrize("stage", ["", "x", "{", "T", "T-1", "Tx1", f"T{'9' * 30}", f"T{'9' * 5000}"])
def test_a_stage_that_is_none_stops_nobody(hub: Hub, tmp_path: Path, stage: str) -> None:
    hub.ask("nora", f"UPDATE round SET stage = '{stage}'")
    with hub.desk("carla", tmp_path) as desk:
        case = desk.last_case()
        assert case is not None
        assert case.company.name == "Forno"
        assert len(desk.rounds.all(case)) == 1
        assert desk.rounds.next_stage(case) == "T1"
        assert len(desk.companies.read("it").rows) == 1
        desk.hub.territory.figures(Wanted())


def test_what_a_server_cannot_hold_is_refused_for_good(hub: Hub, tmp_path: Path) -> None:
    with hub.desk("nora", tmp_path) as desk:
        with pytest.raises(StorageError, match="cannot hold this") as refused:
            desk.create_case(replace(a_firm("Large"), headcount=2**40))
        assert not isinstance(refused.value, NotWrittenError)


def test_where_numbers_are_used_up_what_is_entered_may_be_sent_later(hub: Hub, tmp_path: Path) -> None:
    hub.ask("nora", "SELECT nextval('company_id_seq')")  # as often as it takes
    hub.ask("postgres", "SELECT setval('company_id_seq', 2147483647)")
    with hub.desk("nora", tmp_path) as desk:
        with pytest.raises(NotWrittenError, match="no numbers left"):
            desk.create_case(a_firm("Late"))
        hub.ask("postgres", "SELECT setval('company_id_seq', (SELECT max(id) FROM company))")
        assert desk.create_case(a_firm("Late")).company.name == "Late"


def test_the_encoding_that_a_computer_prefers_spoils_nothing(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    with hub.desk("nora", tmp_path) as desk:
        made = desk.create_case(a_firm("Caffè 北京"))
        assert desk.case(made.id).company.name == "Caffè 北京"
