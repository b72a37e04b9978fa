"""Several people of a company answer for themselves; its own answers and levels stay as they are."""

from pathlib import Path

import pytest

from desktop.answers import answer_from_plain, answer_to_plain
from desktop.content.company import Company, People
from desktop.errors import SestanteError
from desktop.workspace import Case, Person, Workspace
from tests.builders import HEAD
from tests.desks import Opening, opening
from tests.versions import NEW, OLD, write_version

PERSONAL = HEAD + "answered_by: person\n"
BAKERY = Company(name="Panificio Lorusso", headcount=4, people=People(owner=1, employee=3))
CAREFUL = {"protections": ["copy", "two-step", "passwords"], "suspicious": "warns", "together": "prepares"}
CARELESS = {"protections": ["none"], "suspicious": "opens", "together": "paper"}


@pytest.fixture
def opened(tmp_path: Path) -> Opening:
    """Opens the same data folder with the shipped questionnaires, or those of another folder."""
    return opening(tmp_path / "data")


def a_case(workspace: Workspace, *questionnaires: str) -> Case:
    return workspace.choose_questionnaires(workspace.create_case(BAKERY).id, questionnaires)


def with_answers(workspace: Workspace, case: Case, person: Person, **plain: object) -> Case:
    """The case as a person answers it, after these answers."""
    own = workspace.people.case_of(case, person.id)
    (questionnaire,) = workspace.questionnaires(own)
    for name, value in plain.items():
        question = questionnaire.questions[name.replace("_", "-")]
        own = workspace.save_answer(own, question, answer_from_plain(question, value))
    return own


def test_people_answer_apart_and_find_their_answers_another_day(opened: Opening) -> None:
    with opened() as workspace:
        case = a_case(workspace, "technology-check", "skills")
        anna, bruno = (workspace.people.add(case, name, "employee") for name in ("Anna", "Bruno"))
        with_answers(workspace, case, anna, suspicious="warns")
        with_answers(workspace, case, bruno, suspicious="opens", search="ask")
    with opened() as workspace:
        case = workspace.case(case.id)
        told = {
            person.label: sorted(answer_to_plain(answer) for answer in person.answers.sheet.values())
            for person in workspace.people.everybody(case)
        }
        assert told == {"Anna": ["employee", "warns"], "Bruno": ["ask", "employee", "opens"]}
        assert case.sheet == {}


def test_the_role_is_never_asked_again(opened: Opening) -> None:
    with opened() as workspace:
        case = a_case(workspace, "skills")
        anna = workspace.people.add(case, "Anna", "it")
        own = workspace.people.case_of(case, anna.id)
        asked = [question.id for question in workspace.questions(own, "skills")]
        assert "role" not in asked
        assert "response" in asked
        assert anna.progress.shown == len(asked)


def test_what_people_say_leaves_the_levels_of_the_company_alone(opened: Opening) -> None:
    with opened() as workspace:
        case = a_case(workspace, "technology-check", "skills")
        backup = workspace.library.questionnaires["technology-check"].questions["backup"]
        case = workspace.save_answer(case, backup, answer_from_plain(backup, "tested"))
        before = workspace.scores.competences(case), workspace.scores.results(case)
        anna = workspace.people.add(case, "Anna", "owner")
        with_answers(workspace, case, anna, **CARELESS)
        assert (workspace.scores.competences(case), workspace.scores.results(case)) == before


def test_levels_by_role_are_those_in_the_middle(opened: Opening) -> None:
    with opened() as workspace:
        case = a_case(workspace, "technology-check", "skills")
        for name, role, plain in (
            ("Anna", "owner", CAREFUL),
            ("Bruno", "employee", CARELESS),
            ("Carla", "employee", CAREFUL),
            ("Dario", "employee", CARELESS),
        ):
            with_answers(workspace, case, workspace.people.add(case, name, role), **plain)
        workspace.people.add(case, "Emma", "it")
        levels = workspace.people.levels_by_role(case)
        assert set(levels) == {"owner", "employee"}
        assert levels["employee"]["cyber-backup"] == 0 < levels["owner"]["cyber-backup"]
        found = workspace.people.spread(case)["cyber-backup"].by_role["employee"]
        assert (found.people, found.lowest, found.highest) == (3, 0, levels["owner"]["cyber-backup"])


def test_a_person_has_scores_of_her_own(opened: Opening) -> None:
    with opened() as workspace:
        case = a_case(workspace, "technology-check", "skills")
        anna = workspace.people.add(case, "Anna", "owner")
        own = with_answers(workspace, case, anna, suspicious="warns")
        (result,) = workspace.scores.results(own)
        assert result.questionnaire.id == "skills"
        assert result.scorecard.dimensions["safety"].headline == 100
        assert set(workspace.scores.competences(own)) <= set(workspace.library.catalogue.competences)


def test_another_role_keeps_what_only_the_former_was_asked(opened: Opening) -> None:
    with opened() as workspace:
        case = a_case(workspace, "skills")
        anna = workspace.people.add(case, "Anna", "employee")
        with_answers(workspace, case, anna, mistake="tells", choose="looks")
        changed = workspace.people.change(case, anna.id, "Anna", "it")
        assert changed.progress.answered == 1
        assert workspace.people.change(case, anna.id, "Anna", "owner").progress.answered == 1
        assert workspace.people.change(case, anna.id, "A.", "employee").progress.answered == 2


@pytest.mark.parametrize("label", ["", " \t", "anna", "\x00"])
def test_a_label_must_tell_people_apart(opened: Opening, label: str) -> None:
    with opened() as workspace:
        case = a_case(workspace, "skills")
        anna = workspace.people.add(case, "Anna", "employee")
        with pytest.raises(SestanteError):
            workspace.people.add(case, label, "owner")
        assert workspace.people.change(case, anna.id, "ANNA", "employee").label == "ANNA"


def test_somebody_removed_is_missed_with_a_sentence(opened: Opening) -> None:
    with opened() as workspace:
        case = a_case(workspace, "skills")
        anna = workspace.people.add(case, "Anna", "owner")
        own = workspace.people.case_of(case, anna.id)
        workspace.people.remove(case, anna.id)
        search = workspace.library.questionnaires["skills"].questions["search"]
        for act in (
            lambda: workspace.people.load(case, anna.id),
            lambda: workspace.save_answer(own, search, answer_from_plain(search, "ask")),
        ):
            with pytest.raises(SestanteError, match="no longer in the list"):
                act()
        assert workspace.people.everybody(case) == ()


def test_a_new_version_leaves_people_in_the_version_they_began(opened: Opening, tmp_path: Path) -> None:
    edition = write_version(tmp_path / "edition", OLD, "1.0", head=PERSONAL)
    with opened(edition) as workspace:
        case = a_case(workspace, "small")
        anna = workspace.people.add(case, "Anna", "owner")
        with_answers(workspace, case, anna, backup="automatic", fax="daily")
    write_version(edition / "versions" / "small@1.0", OLD, "1.0", head=PERSONAL)
    write_version(edition, NEW, "2.0", head=PERSONAL)
    with opened(edition) as workspace:
        case = workspace.case(case.id)
        assert workspace.moves.waiting(case.id) is None
        workspace.moves.make(case.id)
        (found,) = workspace.people.questionnaires(case)
        (anna,) = workspace.people.everybody(case)
        assert (found.version, anna.progress.answered, anna.progress.shown) == ("1.0", 2, 4)


def test_without_the_version_they_began_what_still_fits_is_kept(opened: Opening, tmp_path: Path) -> None:
    edition = write_version(tmp_path / "edition", OLD, "1.0", head=PERSONAL)
    with opened(edition) as workspace:
        case = a_case(workspace, "small")
        anna = workspace.people.add(case, "Anna", "owner")
        with_answers(workspace, case, anna, fraud="often", fax="daily")
    write_version(edition, NEW, "2.0", head=PERSONAL)
    with opened(edition) as workspace:
        (anna,) = workspace.people.everybody(workspace.case(case.id))
        assert [answer_to_plain(answer) for answer in anna.answers.sheet.values()] == ["often"]
    write_version(edition, OLD, "1.0", head=PERSONAL)
    with opened(edition) as workspace:
        assert len(workspace.people.everybody(workspace.case(case.id))[0].answers.sheet) == 2
