"""What an office and an expert do all day with their companies is refused nowhere."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from desktop.advising import ExpertRemark, ServiceLine
from desktop.answers import Reserved
from desktop.content.company import Constraints
from desktop.exchange.results.envelope import write
from desktop.storage import Remark
from desktop.text import wording
from desktop.workspace import Case, Workspace
from desktop.workspace.incoming import Outcome
from desktop.workspace.incoming.words import reason
from tests.desks import DAY, Desk, a_firm
from tests.hub_server import Hub, hub_on
from tests.serving import Server
from tests.ui.visitors import with_visitors


@pytest.fixture(scope="module")
def hub(server: Server) -> Iterator[Hub]:
    with hub_on(server) as made:
        yield made


@pytest.fixture(params=["carla", "nora", "elio"])
def desk(hub: Hub, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Workspace]:
    with hub.desk(request.param, tmp_path) as opened:
        yield opened


@pytest.fixture
def case(desk: Workspace) -> Case:
    return desk.create_case(a_firm("Forno"))


def taken_in(desk: Workspace, file: Path) -> Outcome:
    found = desk.incoming.files((file,))
    [outcome] = desk.incoming.take_in(found, lambda _done: None, lambda: False, accept_changed=False)
    return outcome


def test_a_visit(desk: Workspace, case: Case, tmp_path: Path) -> None:
    question = desk.questions(case, desk.questionnaires(case)[0].id)[0]
    case = desk.save_answer(case, question, Reserved.UNKNOWN)
    case = desk.save_answer(case, question, None)
    desk.history.undo(case)
    desk.history.redo(case)
    case = desk.save_company(case.id, a_firm("Forno Rossi"))
    case = desk.save_constraints(case, Constraints(weeks=20))
    desk.visits.save_remark(case, question.key, Remark(note="ask again"))
    paper = tmp_path / "paper.txt"
    paper.write_text("x")
    evidence = desk.visits.add_evidence(case, f"question:{question.key}", paper)
    desk.visits.remove_evidence(case, evidence)
    desk.kept_plans.keep(case, "first", Constraints())
    desk.kept_plans.delete(case, desk.kept_plans.of(case)[0].id)
    desk.consent.record(case, "1")
    desk.consent.withdraw(case)
    person = desk.people.add(case, "Anna", "owner")
    desk.people.remove(case, person.id)
    case = desk.choose_questionnaires(case.id, tuple(each.id for each in desk.offers.first()))
    assert desk.case(case.id).company.name == "Forno Rossi"


def test_rounds_and_what_is_due(desk: Workspace, case: Case) -> None:
    later = desk.rounds.begin(case)
    desk.rounds.remove(later)
    company = case.company_id
    reminder = desk.reminders.add(company, DAY, "call", "again")
    desk.reminders.finish(reminder)
    desk.reminders.delete(desk.reminders.add(company, DAY, "call", "never mind"))
    desk.register.save_consultant(company, "Anna")
    desk.register.archive(company)
    desk.register.archive(company, is_away=False)
    desk.register.keep_until(company, DAY)
    assert desk.rounds.all(case)[0].stage == "T0"


def test_advising_and_services(desk: Workspace, case: Case) -> None:
    desk.hub.counting.count(lambda _done: None, lambda: False)
    now = datetime.now(UTC).date()
    uid = desk.hub.advising.save_remark(case.id, ExpertRemark("", "", "first things first", "Elio", now))
    desk.hub.advising.remove_remark(uid)
    line = ServiceLine(f"s{case.id}", case.company_id, "training", "Course", date(2027, 1, 1))
    desk.hub.services.save(line)
    desk.hub.services.set_state(desk.hub.services.of_company(case.company_id), "delivered")
    desk.hub.services.remove([line.uid])
    assert desk.hub.counting.waiting == 0


def test_a_result_comes_in(desk: Workspace, tmp_path: Path) -> None:
    sender = Desk(tmp_path / "sender")
    file = sender.send(sender.firm(a_firm("Officina")), tmp_path / "result.sestante")
    sender.close()
    assert taken_in(desk, file).kind == "added"
    assert "Officina" in [each.name for each in desk.cases()]


def test_a_result_that_both_sides_changed_waits_for_a_choice(desk: Workspace, tmp_path: Path) -> None:
    with closing(Desk(tmp_path / "sender")) as sender:
        sent = sender.firm(a_firm("Torneria"))
        first = sender.send(sent, tmp_path / "first.sestante")
        second = sender.send(sender.answer(sent, range(3, 6)), tmp_path / "second.sestante")
        case = desk.case(taken_in(desk, first).case_id or 0)
        question = desk.questions(case, desk.questionnaires(case)[0].id)[0]
        desk.save_answer(case, question, Reserved.UNKNOWN)
        outcome = taken_in(desk, second)
        assert outcome.kind == "conflict"
        assert outcome.kept in desk.hub.plans_in.pending_numbers()


def test_scores_that_name_no_company_are_for_the_coordinator(hub: Hub, tmp_path: Path) -> None:
    with closing(Desk(tmp_path / "sender")) as sender:
        file = sender.send(sender.firm(a_firm("Nessuno")), tmp_path / "scores.sestante", "scores")
    with hub.desk("nora", tmp_path) as nora, hub.desk("carla", tmp_path) as carla:
        refused, kept = taken_in(nora, file), taken_in(carla, file)
    assert (refused.kind, kept.kind) == ("refused", "kept")
    assert "pass it on" in str(refused.why)


def test_a_result_that_no_questionnaire_here_can_read_is_for_the_coordinator_to_keep(
    hub: Hub, tmp_path: Path
) -> None:
    with closing(Desk(tmp_path / "sender")) as sender:
        result = sender.result(sender.firm(a_firm("Ignota")))
        [quick] = result.assessments
        unknown = tmp_path / "unknown.sestante"
        unknown.write_bytes(write(replace(result, assessments=(replace(quick, version="9.9"),))))
    with hub.desk("nora", tmp_path) as nora, hub.desk("carla", tmp_path) as carla:
        refused, kept = (taken_in(each, unknown) for each in (nora, carla))
    assert (refused.kind, kept.kind) == ("refused", "waiting")
    told, waits = (reason(each, wording("en")) for each in (refused, kept))
    assert "is not known here" in told
    assert "only the coordinator of the hub can keep" in told
    assert "kept until then" not in told
    assert "It is kept until then." in waits


def test_a_result_of_a_company_of_others_is_told_and_changes_nothing(hub: Hub, tmp_path: Path) -> None:
    sender = Desk(tmp_path / "sender")
    file = sender.send(sender.firm(a_firm("Di Sara")), tmp_path / "result.sestante")
    sender.close()
    with hub.desk("sara", tmp_path) as sara, hub.desk("nora", tmp_path) as nora:
        outcomes = [
            next(desk.incoming.take_in(desk.incoming.files((file,)), lambda _: None, lambda: False))
            for desk in (sara, nora)
        ]
        assert [each.kind for each in outcomes] == ["added", "refused"]
        assert "companies that you do not see" in str(outcomes[1].why)
        assert "Di Sara" not in [each.name for each in nora.cases()]


@pytest.mark.parametrize("login", ["carla", "nora"])
def test_an_event(hub: Hub, tmp_path: Path, login: str) -> None:
    with hub.desk(login, tmp_path) as desk:
        event = with_visitors(desk)
        assert len(desk.hub.events.visitors(event)) == 3
        desk.hub.events.end(event)
        listed = next(each.row for each in desk.hub.advising.companies() if each.row.name.startswith("Offic"))
        assert login == "carla" or listed.engagement.office == "nord"


def test_marks_of_what_was_sent_late_are_let_go_after_some_months(hub: Hub) -> None:
    hub.ask("postgres", "DELETE FROM arrived; INSERT INTO arrived VALUES ('old', now()), ('new', now())")
    hub.ask("postgres", "UPDATE arrived SET at = at - interval '91 days' WHERE uid = 'old'")
    hub.ask("nora", "INSERT INTO arrived VALUES ('late', '1990-01-01')")  # the clock of a desk may be wrong
    assert hub.ask("postgres", "SELECT uid FROM arrived ORDER BY uid") == ["late", "new"]


def test_what_is_told_of_held_data_names_the_server(desk: Workspace, case: Case, tmp_path: Path) -> None:
    folder = desk.rights.export(case.company_id, tmp_path, "en")
    [paper] = folder.glob("*.pdf")
    told = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert "on the server of the hub" in " ".join(told.split())
