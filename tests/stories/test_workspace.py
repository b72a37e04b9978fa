"""A consultant's days: companies made, interviewed, interrupted, and found again."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from shutil import copy
from threading import Thread

import pytest

from desktop.answers import Answer, Chosen, Number, Reserved, Rows, Text, Ticked
from desktop.content.company import Company, Constraints, People
from desktop.content.library import Library, read_library
from desktop.content.questionnaires.questionnaire import Question, QuestionKey
from desktop.errors import StorageError
from desktop.paths import assessments_folder, resources_folder
from desktop.storage import FileDatabase
from desktop.workspace import Case, Place, Workspace

Opening = Callable[[], AbstractContextManager[Workspace]]

BAKERY = Company(name="Panificio Lorusso", headcount=6, sector="C", people=People(owner=1, employee=5))


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped content, read once."""
    return read_library(assessments_folder(), resources_folder())


@pytest.fixture
def opened(library: Library, tmp_path: Path) -> Opening:
    """Opens the same data folder as a workspace, and closes it again."""

    @contextmanager
    def open_workspace() -> Iterator[Workspace]:
        with closing(Workspace(library, FileDatabase(tmp_path / "data"))) as workspace:
            yield workspace

    return open_workspace


def best_answer(question: Question) -> Answer:
    """A full answer to any kind of question."""
    choices = frozenset(choice.id for choice in question.choices if not choice.exclusive)
    columns = frozenset(column.id for column in question.columns)
    match question.kind:
        case "one" | "scale":
            return Chosen(question.choices[-1].id)
        case "many":
            return Ticked(choices)
        case "number":
            return Number(question.minimum or Fraction(0))
        case "text":
            return Text("Perché no?")
        case "grid":
            step = Ticked(columns) if columns else Chosen(question.choices[-1].id)
            return Rows({row.id: step for row in question.rows})


def with_both(workspace: Workspace) -> Case:
    """A bakery with two questionnaires that have every kind of question and share some."""
    case = workspace.create_case(BAKERY)
    return workspace.choose_questionnaires(case.id, ("dma-sme", "technology-check"))


def answer_everything(workspace: Workspace, case: Case) -> Case:
    for questionnaire_id in case.questionnaire_ids:
        for question in workspace.library.questionnaires[questionnaire_id].questions.values():
            case = workspace.save_answer(case, question, best_answer(question))
    return case


def test_a_folder_can_be_opened_by_its_path_alone(tmp_path: Path) -> None:
    with closing(Workspace.open(tmp_path / "data")) as workspace:
        assert workspace.cases() == ()
        assert workspace.last_case() is None


def test_a_new_case_has_the_quick_check_and_hours_for_those_who_work_there(opened: Opening) -> None:
    with opened() as workspace:
        case = workspace.create_case(BAKERY)
    assert case.company == BAKERY
    assert case.questionnaire_ids == ("quick",)
    assert case.constraints.hours_per_week == {"owner": 2, "employee": 2}
    assert case.sheet == {}
    assert case.place == Place()


def test_the_case_in_hand_is_the_case_on_disk(opened: Opening) -> None:
    with opened() as workspace:
        case = answer_everything(workspace, with_both(workspace))
        case = workspace.save_constraints(case, Constraints(weeks=13, start=date(2027, 1, 11)))
        case = workspace.save_place(case, Place("questions", "dma-sme", "automation"))
    with opened() as workspace:
        assert workspace.last_case() == case


@pytest.mark.parametrize("answer", [Reserved.UNKNOWN, Chosen("tested")])
def test_an_answer_can_be_given_and_taken_back(opened: Opening, answer: Answer) -> None:
    with opened() as workspace:
        case = workspace.create_case(BAKERY)
        question = workspace.library.questionnaires["technology-check"].questions["backup"]
        case = workspace.save_answer(case, question, answer)
        assert workspace.case(case.id).sheet == case.sheet == {question.key: answer}
        case = workspace.save_answer(case, question, None)
        assert workspace.case(case.id).sheet == case.sheet == {}


def test_a_number_that_is_no_decimal_comes_back_exactly(opened: Opening) -> None:
    with opened() as workspace:
        case = workspace.create_case(BAKERY)
        question = workspace.library.questionnaires["technology-check"].questions["computer-users"]
        case = workspace.save_answer(case, question, Number(Fraction(1, 3)))
        assert workspace.case(case.id).sheet == case.sheet


def test_the_place_is_found_again_exactly(opened: Opening) -> None:
    place = Place("questions", "technology-check", "backup")
    with opened() as workspace:
        workspace.save_place(workspace.create_case(BAKERY), place)
    with opened() as workspace:
        found = workspace.last_case()
    assert found is not None
    assert found.place == place


def test_the_last_case_is_the_one_worked_on_last(opened: Opening) -> None:
    with opened() as workspace:
        first = workspace.create_case(BAKERY)
        workspace.create_case(Company(name="Second", headcount=1))
        workspace.save_place(first, Place("results"))
    with opened() as workspace:
        assert [summary.name for summary in workspace.cases()] == ["Panificio Lorusso", "Second"]
        assert workspace.last_case() == workspace.case(first.id)


def test_a_deleted_case_is_gone_and_the_other_stays(opened: Opening) -> None:
    with opened() as workspace:
        first, second = workspace.create_case(BAKERY), workspace.create_case(BAKERY)
        workspace.register.erase(second.company_id)
        assert [summary.id for summary in workspace.cases()] == [first.id]
        with pytest.raises(StorageError, match="no longer in the workspace"):
            workspace.case(second.id)


def test_a_changed_company_keeps_its_answers(opened: Opening) -> None:
    with opened() as workspace:
        case = answer_everything(workspace, with_both(workspace))
        grown = Company(name="Panificio Lorusso", headcount=60, people=People(owner=1, employee=58, it=1))
        assert workspace.save_company(case.id, grown).sheet == case.sheet
        assert workspace.case(case.id).company == grown


def test_a_questionnaire_chosen_off_and_on_again_keeps_its_answers(opened: Opening) -> None:
    with opened() as workspace:
        case = answer_everything(workspace, with_both(workspace))
        alone = workspace.choose_questionnaires(case.id, ("technology-check",))
        assert alone.questionnaire_ids == ("technology-check",)
        assert workspace.choose_questionnaires(case.id, case.questionnaire_ids).sheet == case.sheet


def test_answers_that_no_longer_fit_stay_in_the_database(opened: Opening, tmp_path: Path) -> None:
    with opened() as workspace:
        case = answer_everything(workspace, with_both(workspace))
    shelf = tmp_path / "assessments"
    shelf.mkdir()
    for file in assessments_folder().glob("dma-sme*.yaml"):
        copy(file, shelf)
    smaller = Library(shelf, resources_folder())
    with closing(Workspace(smaller, FileDatabase(tmp_path / "data"))) as edition:
        shortened = edition.case(case.id)
        assert set(shortened.sheet) == {key for key in case.sheet if key.startswith("dma-sme/")}
        assert [found.id for found in edition.questionnaires(shortened)] == ["dma-sme"]
        edition.save_place(shortened, Place("results"))
    with opened() as workspace:
        assert workspace.case(case.id).sheet == case.sheet


def test_an_answer_whose_choice_is_gone_is_not_shown_but_kept(opened: Opening, library: Library) -> None:
    with opened() as workspace:
        case = workspace.create_case(BAKERY)
        question = library.questionnaires["technology-check"].questions["backup"]
        workspace.save_answer(case, question, Chosen("a-choice-of-another-edition"))
        assert workspace.case(case.id).sheet == {}
    with opened() as workspace:
        kept = replace(question, choices=(replace(question.choices[0], id="a-choice-of-another-edition"),))
        workspace._sheets._questions_of_today = {question.key: kept}
        assert workspace.case(case.id).sheet == {QuestionKey(question.key): Chosen(kept.choices[0].id)}


def test_a_workspace_opened_in_one_thread_works_in_another(tmp_path: Path) -> None:
    opened: list[Workspace] = []
    worker = Thread(target=lambda: opened.append(Workspace.open(tmp_path / "data")))
    worker.start()
    worker.join()
    with closing(opened[0]) as workspace:
        case = workspace.create_case(BAKERY)
        saver = Thread(target=workspace.save_place, args=(case, Place("plan")))
        saver.start()
        saver.join()
        assert workspace.case(case.id).place == Place("plan")
    FileDatabase(tmp_path / "data").close()


def test_a_second_workspace_on_the_folder_is_refused(opened: Opening) -> None:
    with opened(), pytest.raises(StorageError, match="already open"), opened():
        pass


def test_an_interview_ends_in_results_and_a_plan(opened: Opening) -> None:
    with opened() as workspace:
        case = answer_everything(workspace, with_both(workspace))
        results = workspace.scores.results(case)
        dossier = workspace.dossier(case, made_on=date(2027, 1, 4))
    assert [result.questionnaire.id for result in results] == list(case.questionnaire_ids)
    assert dossier.plan.start == date(2027, 1, 11)
    assert dossier.results == results


def test_an_empty_interview_has_a_plan_too(opened: Opening) -> None:
    with opened() as workspace:
        case = workspace.create_case(BAKERY)
        assert workspace.plans.make(workspace.situation(case)) == workspace.dossier(case).plan


def test_a_printed_plan_is_written_or_refused_with_a_sentence(opened: Opening, tmp_path: Path) -> None:
    from desktop.report import ReportError, write_pdf

    with opened() as workspace:
        dossier = workspace.dossier(workspace.create_case(BAKERY))
        write_pdf(dossier, tmp_path / "plan.pdf", "it")
        with pytest.raises(ReportError):
            write_pdf(dossier, tmp_path / "nowhere" / "plan.pdf", "it")
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF-")
