"""What visitors of an event leave with the hub, and what they take home."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.answers import Chosen, Reserved
from desktop.cli import run_command
from desktop.content.networks.hub_desk import HubDesk, KnownNames, read_hub_desk
from desktop.paths import resources_folder
from desktop.storage import FILE_NAME
from desktop.storage.connecting import connect
from desktop.storage.event_values import StoredEvent
from desktop.workspace import Workspace
from desktop.workspace.events import Stand, Visit, VisitorContact
from tests.desks import Desk, a_picture_of, the_content

ANNA = VisitorContact(company="Officine Bianchi", name="Anna Bianchi", email="anna@example.org")
WRITER = Path(__file__).with_name("stand_writer.py")


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "hub")
    yield desk
    desk.close()


def stand_of(desk: Desk, code: str = "") -> Stand:
    events = desk.workspace.hub.events
    events.enter_mode(events.create("Fiera di Serena", "Serena", date(2026, 11, 23)), code)
    stand = events.stand
    assert stand is not None
    return stand


def the_event(desk: Desk) -> StoredEvent:
    (event,) = desk.workspace.hub.events.all()
    return event


def answered(stand: Stand, count: int = 99, language: str = "it") -> Visit:
    visit = stand.begin(language)
    visit = stand.save(visit.told(sector="C", headcount=6))
    for question in stand.questions(visit)[:count]:
        visit = stand.save_answer(visit, question, Chosen(question.choices[1].id))
    return visit


def test_a_photo_of_the_code_goes_on_at_home(hub: Desk, tmp_path: Path) -> None:
    stand = stand_of(hub)
    visit = answered(stand)
    (code,) = hub.workspace.hub.events.take_home(stand, visit).codes()
    stand.end(visit)
    home = Desk(tmp_path / "home")
    home.take(a_picture_of(code, tmp_path / "photo.png"))
    case = home.only()
    assert len(case.sheet) == 12
    assert (case.company.name, case.company.headcount, case.company.sector) == ("La vostra impresa", 6, "C")
    assert home.workspace.dossier(case).quick_wins
    home.close()


def test_the_visitors_language_comes_home_with_the_code(hub: Desk, tmp_path: Path) -> None:
    stand = stand_of(hub)
    visit = answered(stand, language="en")
    (code,) = hub.workspace.hub.events.take_home(stand, visit).codes()
    stand.enlist(visit, ANNA)
    home = Desk(tmp_path / "home")
    home.take(a_picture_of(code, tmp_path / "photo.png"))
    for desk in (home, hub):
        assert desk.only().constraints.languages[0] == "en"
    home.close()


def test_the_sheet_of_who_knows_nothing_tells_no_score(hub: Desk) -> None:
    stand = stand_of(hub)
    visit = stand.save(stand.begin("it").told(sector="C", headcount=6))
    while left := [each for each in stand.questions(visit) if each.key not in stand.sheet(visit)]:
        visit = stand.save_answer(visit, left[0], Reserved.UNKNOWN)
    front = PdfReader(BytesIO(hub.workspace.hub.events.take_home(stand, visit).paper())).pages[0]
    told = " ".join(front.extract_text().split())
    assert "Ancora non si sa" in told
    assert "/ 100" not in told
    assert "su 100" not in told


def test_the_code_of_who_left_a_name_is_of_the_hubs_own_company(hub: Desk, tmp_path: Path) -> None:
    stand = stand_of(hub)
    visit = answered(stand)
    (before,) = hub.workspace.hub.events.take_home(stand, visit).codes()
    stand.enlist(visit, ANNA)
    hub.take(a_picture_of(before, tmp_path / "photo.png"))
    assert len(hub.names()) == 1


def test_without_a_name_one_line_of_facts_and_scores_is_all_that_stays(hub: Desk) -> None:
    stand = stand_of(hub)
    stand.end(answered(stand))
    (visitor,) = hub.workspace.hub.events.visitors(the_event(hub).id)
    assert visitor.firm == {
        "country": "IT",
        "region": None,
        "province": None,
        "sector": "C",
        "size_class": "micro",
    }
    assert visitor.scores["overall"] == 2765
    with closing(connect(hub.folder / FILE_NAME)) as file:
        assert [tuple(row) for row in file.execute("SELECT draft, round_id FROM visitor")] == [("", None)]
    assert hub.names() == []


def test_who_goes_in_the_middle_leaves_nothing_but_that_somebody_came(hub: Desk) -> None:
    stand = stand_of(hub)
    stand.end(answered(stand, 5))
    (visitor,) = hub.workspace.hub.events.visitors(the_event(hub).id)
    assert (visitor.choice, visitor.firm, visitor.scores) == ("gone", {}, {})


def test_a_name_on_the_list_is_looked_after_by_the_office_of_its_province(hub: Desk) -> None:
    plain = stand_of(hub)
    stand = Stand(the_content(), hub.workspace._stores, plain.event, example_hub())
    visit = answered(stand)
    visit = stand.save(visit.told(province="CR"))
    stand.enlist(visit, ANNA)
    case = hub.only()
    assert (case.company.province, case.company.region) == ("CR", "ITC4")
    with closing(connect(hub.folder / FILE_NAME)) as file:
        (row,) = file.execute("SELECT office, event_id FROM engagement").fetchall()
    assert tuple(row) == ("montechiaro", plain.event.id)


def example_hub() -> HubDesk:
    library = the_content()
    known = KnownNames(
        provinces={code for each in library.network.regions.values() for code in each.provinces},
        services=library.network.services,
        competences=library.catalogue.competences,
        labs=library.network.support.labs,
    )
    return read_hub_desk(resources_folder() / "examples" / "pack" / "hub", known)[0]


def test_an_event_counts_its_visitors_and_who_was_assessed_again(hub: Desk) -> None:
    stand = stand_of(hub)
    stand.end(answered(stand))
    stand.end(answered(stand, 2))
    stand.enlist(answered(stand), ANNA)
    case = hub.only()
    hub.workspace.rounds.begin(case)
    event = the_event(hub)
    assert event.counts == {"anonymous": 1, "gone": 1, "listed": 1}
    assert (event.visitors, event.later) == (3, 1)


def test_a_company_that_is_erased_leaves_its_visit_in_the_count_alone(hub: Desk) -> None:
    stand = stand_of(hub)
    stand.enlist(answered(stand), ANNA)
    hub.workspace.register.erase(hub.only().company_id)
    (visitor,) = hub.workspace.hub.events.visitors(the_event(hub).id)
    assert (visitor.choice, visitor.company, visitor.firm) == ("listed", "", {})


def test_answers_that_are_not_known_count_as_answers(hub: Desk) -> None:
    stand = stand_of(hub)
    visit = answered(stand)
    question = next(each for each in stand.questions(visit) if each.allows_unknown)
    visit = stand.save_answer(visit, question, Reserved.UNKNOWN)
    assert stand.is_finished(visit)
    visit = stand.save_answer(visit, question, None)
    assert not stand.is_finished(visit)


def test_each_event_keeps_the_questionnaire_chosen_for_it(hub: Desk) -> None:
    events = hub.workspace.hub.events
    assert [each.id for each in events.questionnaires] == ["quick", "quantum"]
    fair, school = (events.create(name, "", date(2026, 11, 23)) for name in ("Fiera", "Scuola"))
    events.enter_mode(fair, asks="quantum")
    asked = events.stand
    assert asked is not None
    assert asked.questionnaire.id == "quantum"
    asked.enlist(answered(asked), ANNA)
    assert hub.only().questionnaire_ids == ("quantum",)
    events.enter_mode(school)
    assert {each.name: events.asks(each) for each in events.all()} == {"Fiera": "quantum", "Scuola": ""}


def test_where_the_questionnaire_chosen_is_gone_the_usual_one_is_asked(hub: Desk) -> None:
    event = hub.workspace.hub.events.create("Fiera", "", date(2026, 11, 23))
    hub.workspace.hub.events.enter_mode(event, asks="former")
    stand = hub.workspace.hub.events.stand
    assert stand is not None
    assert stand.asks_as_usual


def test_a_code_is_not_to_be_read_in_the_file(hub: Desk) -> None:
    stand_of(hub, "fiera-2718")
    assert hub.workspace.hub.events.is_code(" fiera-2718 ")
    assert not hub.workspace.hub.events.is_code("fiera-2719")
    assert b"2718" not in (hub.folder / FILE_NAME).read_bytes()


def test_a_forgotten_code_is_overcome_at_the_command_line(
    hub: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_of(hub, "forgotten")
    hub.close()
    for told in ("Event mode is over", "not in event mode"):
        assert (
            run_command(["--data", str(hub.folder), "end-event-mode", "--lang", "en"], _nothing, _nothing)
            == 0
        )
        assert told in capsys.readouterr().out


def _nothing(_: object) -> int:
    return 1


def test_nothing_of_an_interrupted_visit_outlives_event_mode(hub: Desk) -> None:
    answered(stand_of(hub), 5)
    hub.workspace.hub.events.leave_mode()
    with closing(connect(hub.folder / FILE_NAME)) as file:
        assert [tuple(row) for row in file.execute("SELECT choice, draft FROM visitor")] == [("gone", "")]


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"uid": "x"}', '{"later": true}', "\x00"])
def test_a_draft_that_cannot_be_read_is_a_visit_that_is_over(hub: Desk, damaged: str) -> None:
    stand = stand_of(hub)
    answered(stand, 3)
    with closing(connect(hub.folder / FILE_NAME)) as file, file:
        file.execute("UPDATE visitor SET draft = ?", (damaged,))
    assert stand.interrupted() is None
    (visitor,) = hub.workspace.hub.events.visitors(the_event(hub).id)
    assert visitor.choice == "gone"


def test_a_visit_of_yesterday_is_nobodys_to_go_on_with(hub: Desk) -> None:
    stand = stand_of(hub)
    answered(stand, 3)
    with closing(connect(hub.folder / FILE_NAME)) as file, file:
        file.execute("UPDATE visitor SET came_at = datetime(came_at, '-1 hour')")
    assert stand.interrupted() is None
    assert the_event(hub).counts == {"gone": 1}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_what_was_answered_before_the_plug_was_pulled_is_there(tmp_path: Path, repository: Path) -> None:
    folder = tmp_path / "data"
    with closing(Workspace.open(folder)) as workspace:
        workspace.hub.events.enter_mode(workspace.hub.events.create("Fiera", "", date(2026, 11, 23)))
    writer = subprocess.Popen(
        [sys.executable, str(WRITER), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(repository)},
    )
    with writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        printed = [writer.stdout.readline().split() for _ in range(20)]
        writer.send_signal(signal.SIGKILL)
        printed += [line.split() for line in writer.stdout.read().splitlines(keepends=True) if "\n" in line]
    with closing(Workspace.open(folder)) as workspace:
        stand = workspace.hub.events.stand
        assert stand is not None
        visit = stand.interrupted()
        assert visit is not None
        assert set(visit.draft.answers) >= {key for key, _ in printed}
        assert visit.draft.answers[printed[-1][0]] is not None
        assert visit.draft.headcount == 6
