"""Several people answer the company's questions apart, and agree; what they said in secret stays secret."""

import json
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.answers import Chosen, Number, answer_from_plain, answer_to_plain
from desktop.content.company import Company, People
from desktop.dossier import share
from desktop.exchange.results.envelope import write
from desktop.report import write_pdf
from desktop.storage import FILE_NAME, Hand
from desktop.workspace import Agreement, Case, Workspace
from tests.builders import HEAD
from tests.desks import Opening, opening
from tests.versions import NEW, OLD, write_version

BAKERY = Company(name="Panificio Lorusso", headcount=4, people=People(owner=1, employee=3))
DAY = date(2027, 1, 4)
ANNA = {"backup": "tested", "fraud": "drills", "accounts": "shared", "cloud-map": "nothing"}
BRUNO = {"backup": "tested", "fraud": "never", "accounts": "shared", "cloud-map": "listed"}
CARLA = {"backup": "tested", "fraud": "never", "cloud-map": "listed", "cloud-contract": "tried"}


@pytest.fixture
def opened(tmp_path: Path) -> Opening:
    """Opens the same data folder with the shipped questionnaires, or those of another folder."""
    return opening(tmp_path / "data")


@pytest.fixture
def workspace(opened: Opening) -> Iterator[Workspace]:
    with opened() as workspace:
        yield workspace


@pytest.fixture
def case(workspace: Workspace) -> Case:
    """The bakery with a questionnaire for the company and one for each person; three have answered apart."""
    case = a_case(workspace, "technology-check", "skills")
    for name, role, plain in (
        ("Anna", "owner", ANNA),
        ("Bruno", "employee", BRUNO),
        ("Carla", "it", CARLA),
    ):
        say(workspace, case, workspace.voices.add(case, name, role).id, plain)
    return case


def a_case(workspace: Workspace, *questionnaires: str) -> Case:
    return workspace.choose_questionnaires(workspace.create_case(BAKERY).id, questionnaires)


def say(workspace: Workspace, case: Case, person: int, plain: dict[str, str]) -> None:
    own = workspace.voices.case_of(case, person)
    (questionnaire,) = workspace.questionnaires(own)
    for name, value in plain.items():
        question = questionnaire.questions[name]
        own = workspace.save_answer(own, question, answer_from_plain(question, value))


def row(workspace: Workspace, case: Case, question: str) -> Agreement:
    return next(each for each in workspace.voices.side_by_side(case) if each.question.id == question)


def told(workspace: Workspace, case: Case) -> dict[str, object]:
    """Who told each of the company's answers, as its history says."""
    changes = workspace.history.of(workspace.case(case.id))
    return {change.key.partition("/")[2]: change.told_by for change in changes if change.what == "answer"}


def test_each_is_asked_by_her_own_answers_and_the_company_has_none_yet(
    workspace: Workspace, case: Case
) -> None:
    anna, bruno, _ = workspace.voices.everybody(case)
    asked = {
        person.label: {each.id for each in workspace.questions(own, "technology-check")}
        for person in (anna, bruno)
        for own in (workspace.voices.case_of(case, person.id),)
    }
    assert "cloud-contract" not in asked["Anna"]
    assert "cloud-contract" in asked["Bruno"]
    assert workspace.case(case.id).sheet == {}
    contract = row(workspace, case, "cloud-contract")
    assert [(each.is_asked, each.answer) for each in contract.said] == [
        (False, None),
        (True, None),
        (True, Chosen("tried")),
    ]


def test_rows_say_who_agrees(workspace: Workspace, case: Case) -> None:
    stances = {each.question.id: each.stance for each in workspace.voices.side_by_side(case)}
    assert (stances["backup"], stances["fraud"], stances["accounts"]) == ("agree", "differ", "open")


def test_an_answer_taken_over_is_the_companys_and_tells_whose_it_is(workspace: Workspace, case: Case) -> None:
    fraud = row(workspace, case, "fraud")
    after = workspace.voices.take_over(case, fraud, Chosen("never"))
    assert workspace.case(case.id).sheet == after.sheet == {fraud.question.key: Chosen("never")}
    assert told(workspace, case) == {"fraud": "Bruno · Carla"}
    assert workspace.history.hand == Hand()
    assert workspace.scores.card(after, "technology-check").overall.headline == 0


def test_what_all_said_is_taken_over_in_one_go_and_undone(workspace: Workspace, case: Case) -> None:
    after, count = workspace.voices.take_over_common(case)
    assert count == 1
    assert {key: answer_to_plain(answer) for key, answer in after.sheet.items()} == {
        "technology-check/backup": "tested"
    }
    assert told(workspace, case) == {"backup": "Anna · Bruno · Carla"}
    assert workspace.voices.take_over_common(after) == (after, 0)
    workspace.history.undo(case)
    assert workspace.case(case.id).sheet == {}
    assert row(workspace, workspace.case(case.id), "backup").waits


def test_an_agreed_answer_that_is_another_one_is_offered_again(workspace: Workspace, case: Case) -> None:
    backup = row(workspace, case, "backup").question
    other = workspace.save_answer(case, backup, Chosen("scraps"))
    assert row(workspace, other, "backup").waits
    assert workspace.voices.take_over_common(other)[0].sheet[backup.key] == Chosen("tested")


def test_one_alone_agrees_with_nobody(workspace: Workspace) -> None:
    case = a_case(workspace, "technology-check")
    say(workspace, case, workspace.voices.add(case, "Anna", "owner").id, ANNA)
    workspace.voices.add(case, "Bruno", "employee")
    assert {each.stance for each in workspace.voices.side_by_side(case)} == {"open"}
    assert workspace.voices.take_over_common(case) == (case, 0)
    assert workspace.voices.apart(case) == ()


def test_somebody_goes_on_another_day_in_the_first_questionnaire_that_is_open(opened: Opening) -> None:
    with opened() as workspace:
        case = a_case(workspace, "quick", "technology-check")
        anna = workspace.voices.add(case, "Anna", "owner")
        own = workspace.voices.case_of(case, anna.id)
        assert own.place.questionnaire == "quick"
        for question in workspace.questions(own, "quick"):
            own = workspace.save_answer(own, question, answer_from_plain(question, "unknown"))
    with opened() as workspace:
        own = workspace.voices.case_of(workspace.case(case.id), anna.id)
        assert own.place.questionnaire == "technology-check"
        assert workspace.voices.load(case, anna.id).progress.answered >= len(own.sheet) > 0


def test_another_name_goes_along_and_somebody_removed_is_told_no_more(
    workspace: Workspace, case: Case, tmp_path: Path
) -> None:
    case, _ = workspace.voices.take_over_common(case)
    case = workspace.voices.take_over(case, row(workspace, case, "fraud"), Chosen("drills"))
    anna = workspace.voices.everybody(case)[0]
    workspace.voices.change(case, anna.id, "Anna-Maria-Zoe", "owner")
    assert told(workspace, case) == {"backup": "Anna-Maria-Zoe · Bruno · Carla", "fraud": "Anna-Maria-Zoe"}
    workspace.voices.remove(case, anna.id)
    assert told(workspace, case) == {"backup": "Bruno · Carla", "fraud": ""}
    assert workspace.case(case.id).sheet == case.sheet
    workspace.close()
    assert b"Anna" not in (tmp_path / "data" / FILE_NAME).read_bytes()


def confided(workspace: Workspace, case: Case) -> None:
    """All three tell something about themselves in secret."""
    questionnaire = workspace.library.questionnaires["skills"]
    for person in workspace.people.everybody(case):
        own = workspace.people.case_of(case, person.id)
        for name, plain in (("suspicious", "opens"), ("search", "ask"), ("protections", ["none"])):
            question = questionnaire.questions[name]
            own = workspace.save_answer(own, question, answer_from_plain(question, plain))


def test_what_was_told_in_secret_appears_nowhere(workspace: Workspace, case: Case, tmp_path: Path) -> None:
    def all_that_is_told(name: str) -> tuple[object, ...]:
        dossier = workspace.dossier(workspace.case(case.id), made_on=DAY)
        dossier = share(dossier, "full")
        write_pdf(dossier, tmp_path / name, "en")
        told_ = workspace.outgoing.result(dossier, "full")
        result = json.loads(write(told_).splitlines()[0])
        for entry in ("round", "people", "plan", "competences"):
            result.pop(entry)  # when it was changed, and what roles need: told without saying who
        return (
            workspace.voices.side_by_side(case),
            workspace.history.of(case),
            workspace.voices.apart(case),
            result,
            [workspace.voices.load(case, each.id).progress for each in workspace.voices.everybody(case)],
        )

    before = all_that_is_told("before.pdf")
    confided(workspace, case)
    assert all_that_is_told("after.pdf") == before
    keys = {each.question.key for each in workspace.voices.side_by_side(case)}
    assert not any(key.startswith("skills/") for key in keys)
    printed = " ".join(page.extract_text() for page in PdfReader(tmp_path / "after.pdf").pages)
    labels = workspace.library.questionnaires["skills"].text("en").questions["suspicious"].choices
    assert labels["opens"].text not in printed


def test_what_is_said_about_the_company_is_not_what_was_told_in_secret(
    workspace: Workspace, case: Case
) -> None:
    spread = workspace.people.spread(case)
    assert spread == {}
    confided(workspace, case)
    secret = {person.label: set(person.answers.sheet) for person in workspace.people.everybody(case)}
    open_ = {person.label: set(person.answers.sheet) for person in workspace.voices.everybody(case)}
    assert not any(secret[name] & open_[name] for name in secret)


def test_a_secret_stays_one_when_its_questionnaire_becomes_the_companys(
    opened: Opening, tmp_path: Path
) -> None:
    edition = write_version(tmp_path / "edition", OLD, "1.0", head=HEAD + "answered_by: person\n")
    with opened(edition) as workspace:
        case = a_case(workspace, "small")
        for name in ("Anna", "Bruno"):
            own = workspace.people.case_of(case, workspace.people.add(case, name, "employee").id)
            fraud = workspace.questionnaires(own)[0].questions["fraud"]
            workspace.save_answer(own, fraud, Chosen("often"))
    write_version(edition, NEW, "2.0", head=HEAD)
    with opened(edition) as workspace:
        case = workspace.choose_questionnaires(case.id, ())
        case = workspace.choose_questionnaires(case.id, ("small",))
        assert not workspace.questionnaires(case)[0].is_personal
        assert workspace.voices.heard(case) == ()
        say(workspace, case, workspace.voices.everybody(case)[0].id, {"fraud": "never"})
        (fraud,) = (each for each in workspace.voices.side_by_side(case) if each.question.id == "fraud")
        assert [(each.person.label, each.answer) for each in fraud.said] == [("Anna", Chosen("never"))]


def test_how_far_apart_they_are_leaves_by_role_unless_all_is_told(
    workspace: Workspace, case: Case, tmp_path: Path
) -> None:
    say(workspace, case, workspace.voices.everybody(case)[2].id, {"accounts": "repeated"})
    dossier = workspace.dossier(case, made_on=DAY)
    for scope, names in (("full", True), ("no-contact", False), ("scores", False)):
        path = tmp_path / f"{scope}.pdf"
        write_pdf(share(dossier, scope), path, "en")
        words = " ".join(page.extract_text() for page in PdfReader(path).pages)
        assert [name in words for name in ("Anna", "Bruno", "Carla")] == [names] * 3
        assert ("several pairs of eyes" in words) is (scope != "scores")
    assert share(dossier, "scores").voices == ()


def test_numbers_are_compared_as_they_are(workspace: Workspace, case: Case) -> None:
    users = workspace.library.questionnaires["technology-check"].questions["computer-users"]
    for person, count in zip(workspace.voices.everybody(case), ("4", "4.0", "5"), strict=True):
        say(workspace, case, person.id, {"computer-users": count})
    found = row(workspace, case, "computer-users")
    four = Number(Fraction(4))
    assert [each.answer == four for each in found.said] == [True, True, False]
    assert found.stance == "differ"
    assert workspace.voices.take_over(case, found, four).sheet[users.key] == four


def test_a_questionnaire_is_compared_among_those_who_answered_it(workspace: Workspace) -> None:
    case = a_case(workspace, "quick", "technology-check")
    people = [workspace.voices.add(case, name, "employee").id for name in ("Anna", "Bruno", "Carla")]
    questions = workspace.library.questionnaires
    for person, questionnaire, name, plain in (
        (people[0], "quick", "year-goals", "unknown"),
        (people[1], "technology-check", "incidents", "lost"),
        (people[2], "technology-check", "incidents", "on-paper"),
    ):
        question = questions[questionnaire].questions[name]
        workspace.save_answer(
            workspace.voices.case_of(case, person), question, answer_from_plain(question, plain)
        )
    (found,) = workspace.voices.apart(case)
    assert found.apart.questionnaire.id == "technology-check"
    assert [(voice.label, voice.number) for voice in found.voices] == [("Bruno", 2), ("Carla", 3)]
    assert [each.question for each in found.apart.differing] == ["incidents"]
