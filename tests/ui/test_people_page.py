"""People answer one after the other on one computer: kept apart, kept at every step, removed for good."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.answers import Chosen, answer_from_plain
from desktop.ui.fields import Picker
from desktop.workspace import Case, Person, Place, Workspace
from tests.builders import best_answers
from tests.ui.hand import Hand

SKILLS = ("technology-check", "skills")


@pytest.fixture
def case(workspace: Workspace, bakery: int) -> Case:
    """The bakery with a questionnaire for the company and one for each person."""
    return workspace.choose_questionnaires(bakery, SKILLS)


@pytest.fixture
def hand(open_window: Callable[[], Hand], workspace: Workspace, case: Case) -> Hand:
    workspace.save_place(case, Place("people", "skills"))
    return open_window()


def people(workspace: Workspace, case: Case) -> list[tuple[str, str, int]]:
    return [(each.label, each.role, each.progress.answered) for each in workspace.people.everybody(case)]


def only(workspace: Workspace, case: Case) -> Person:
    (person,) = workspace.people.everybody(case)
    return person


def said(widget: QWidget) -> str:
    return "\n".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())


def test_the_company_page_offers_it_for_each_person(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    hand = open_window()
    hand.click("other-questionnaires")
    hand.click("questionnaire-skills")
    assert workspace.case(bakery).questionnaire_ids == SKILLS
    hand.click("step-questions")
    hand.click("section-skills-all")
    assert hand.see("people-page")


def test_a_name_and_enter_add_a_person_to_begin_with(hand: Hand, workspace: Workspace, case: Case) -> None:
    hand.until(lambda: hand.focused() == "person-name")
    for key in (Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_A):
        hand.press(key)
    hand.press(Qt.Key.Key_Return)
    assert people(workspace, case) == [("anna", "owner", 0)]
    hand.until(lambda: hand.focused() == f"person-{only(workspace, case).id}-answer")


def test_the_second_person_is_an_employee_unless_one_says_so(
    hand: Hand, workspace: Workspace, case: Case
) -> None:
    for name in ("Anna", "Bruno"):
        hand.write("person-name", name)
        hand.click("person-done")
    hand.write("person-name", "Carla")
    role = hand.see("person-role", Picker)
    role.setCurrentIndex(role.findData("it"))
    hand.click("person-done")
    assert [role for _, role, _ in people(workspace, case)] == ["owner", "employee", "it"]


def test_the_keyboard_stays_in_the_list_whoever_is_added_or_changed(
    hand: Hand, workspace: Workspace, case: Case
) -> None:
    for name in ("Anna", "Bruno"):
        hand.write("person-name", name)
        hand.click("person-done")
    anna, bruno = workspace.people.everybody(case)
    hand.until(lambda: hand.focused() == f"person-{anna.id}-answer")
    hand.click(f"person-{bruno.id}-change")
    hand.until(lambda: hand.focused() == "changed-name")
    hand.click("changed-cancel")
    hand.until(lambda: hand.focused() == f"person-{bruno.id}-answer")


@pytest.mark.parametrize("name", ["", "  ", "ANNA"])
def test_a_name_that_tells_nobody_apart_is_refused_gently(
    hand: Hand, workspace: Workspace, case: Case, name: str
) -> None:
    hand.write("person-name", "Anna")
    hand.click("person-done")
    hand.write("person-name", name)
    hand.click("person-done")
    assert hand.see("person-advice", QLabel).text()
    assert len(people(workspace, case)) == 1


def test_answers_belong_to_the_person_and_not_to_the_company(
    hand: Hand, workspace: Workspace, case: Case
) -> None:
    anna = workspace.people.add(case, "Anna", "owner")
    hand.click("step-questions")
    hand.click("section-skills-all")
    hand.click(f"person-{anna.id}-answer")
    assert "Anna" in hand.see("calm-heading", QLabel).text()
    hand.press(Qt.Key.Key_Return)
    assert hand.see("who-answers", QLabel).text() == "Anna answers"
    hand.press(Qt.Key.Key_2)
    hand.press(Qt.Key.Key_Return)
    search = workspace.library.questionnaires["skills"].questions["search"]
    assert only(workspace, case).answers.sheet[search.key] == Chosen("first")
    assert workspace.case(case.id).sheet == {}


def begun(hand: Hand, workspace: Workspace, case: Case) -> Hand:
    """Anna has answered one question and sits before the second."""
    hand.write("person-name", "Anna")
    hand.click("person-done")
    hand.click(f"person-{only(workspace, case).id}-answer")
    hand.click("begin-answering")
    hand.press(Qt.Key.Key_2)
    hand.press(Qt.Key.Key_Return)
    return hand


def test_while_one_person_answers_nothing_else_is_in_sight(
    hand: Hand, workspace: Workspace, case: Case
) -> None:
    begun(hand, workspace, case)
    assert hand.find("step-results") is None
    hand.click("stop-answering")
    assert "Thank you, Anna" in said(hand.window)
    assert hand.find("step-results") is None
    hand.click("back-to-list")
    assert hand.see("step-results")
    assert "1 of 24 answered" in hand.see(f"person-{only(workspace, case).id}-state", QLabel).text()


def test_closing_keeps_the_answers_and_opens_at_the_list(
    hand: Hand, open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    begun(hand, workspace, case).window.close()
    again = open_window()
    assert again.see("people-page")
    assert again.find("question-text") is None
    assert people(workspace, case) == [("Anna", "owner", 1)]


def test_one_goes_on_where_one_stopped(hand: Hand, workspace: Workspace, case: Case) -> None:
    text = begun(hand, workspace, case).see("question-text", QLabel).text()
    hand.click("stop-answering")
    hand.click("begin-answering")
    assert hand.see("question-text", QLabel).text() == text


def test_another_role_asks_other_questions_and_keeps_the_answers(
    hand: Hand, workspace: Workspace, case: Case
) -> None:
    begun(hand, workspace, case)
    hand.click("stop-answering")
    hand.click("back-to-list")
    hand.click(f"person-{only(workspace, case).id}-change")
    role = hand.see("changed-role", Picker)
    role.setCurrentIndex(role.findData("it"))
    hand.click("changed-done")
    assert people(workspace, case) == [("Anna", "it", 1)]


def test_somebody_is_removed_only_after_being_asked(hand: Hand, workspace: Workspace, case: Case) -> None:
    hand.write("person-name", "Anna")
    hand.click("person-done")
    anna = only(workspace, case)
    hand.click(f"person-{anna.id}-remove")
    hand.until(lambda: hand.focused() == "removal-keep")
    hand.press(Qt.Key.Key_Return)
    assert only(workspace, case).id == anna.id
    hand.click(f"person-{anna.id}-remove")
    hand.click("removal-remove")
    assert people(workspace, case) == []


def test_with_a_personal_questionnaire_alone_the_questions_are_the_people(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    workspace.choose_questionnaires(bakery, ("skills",))
    hand = open_window()
    hand.click("step-questions")
    assert hand.see("people-page")


def test_who_takes_the_questionnaire_back_is_asked_as_a_company_again(
    open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    workspace.save_place(case, Place("people", "skills"))
    workspace.choose_questionnaires(case.id, ("technology-check",))
    assert open_window().see("question-text", QLabel).text()


def test_the_results_show_levels_by_role_and_no_names(
    open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    copies = workspace.library.questionnaires["skills"].questions["suspicious"]
    for name, role, plain in (
        ("Anna", "owner", "warns"),
        ("Bruno", "employee", "opens"),
        ("Carla", "employee", "opens"),
        ("Dario", "employee", "warns"),
    ):
        own = workspace.people.case_of(case, workspace.people.add(case, name, role).id)
        workspace.save_answer(own, copies, answer_from_plain(copies, plain))
    workspace.save_place(case, Place("results", "technology-check"))
    hand = open_window()
    hand.click("result-people")
    told = hand.see("people-cyber-fraud").accessibleDescription()
    assert "Employees: level 0 (from 0 to 2)" in told
    assert "Owner: level 2, " in told
    assert "Scams and fake messages: 3 of 4 are below what they need." in said(hand.see("people-card"))
    shown = said(hand.window) + told
    assert not any(name in shown for name in ("Anna", "Bruno", "Carla", "Dario"))


def test_while_nobody_has_answered_the_results_are_the_companys_alone(
    open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    workspace.people.add(case, "Anna", "owner")
    workspace.save_place(case, Place("results", "skills"))
    hand = open_window()
    assert hand.see("results-unanswered")
    assert hand.find("result-people") is None


def test_the_list_fits_a_small_window(
    open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    anna = workspace.people.add(case, "W" * 30, "it")
    workspace.save_place(case, Place("people", "skills"))
    hand = open_window()
    hand.window.resize(1024, 640)
    for name in (f"person-{anna.id}-answer", f"person-{anna.id}-remove", "person-done"):
        widget = hand.see(name)
        hand.until(lambda widget=widget: widget.visibleRegion().boundingRect().width() == widget.width())


def test_after_the_companys_questions_come_the_people(
    open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    answers = best_answers(workspace.library.questionnaires["technology-check"])
    for question in workspace.questions(case, "technology-check"):
        if question.key in answers:
            case = workspace.save_answer(case, question, answers[question.key])
    workspace.save_place(case, Place("questions", "technology-check", "(end)"))
    hand = open_window()
    hand.click("next-questionnaire")
    assert hand.see("people-page")


def test_in_an_earlier_round_the_list_is_only_looked_at_until_it_is_corrected(
    open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    anna = workspace.people.add(case, "Anna", "owner")
    workspace.rounds.begin(answered(workspace, case))
    workspace.save_place(workspace.case(case.id), Place("people", "skills"))
    hand = open_window()
    hand.click("round-T0")
    hand.see("round-banner")
    hand.click("section-skills-all")
    assert "It is protected" in hand.see("round-says", QLabel).text()
    page = hand.see("people-page")
    assert "Anna" in said(page)
    assert "nobody answers now" in said(page)
    assert hand.find(f"person-{anna.id}-answer") is None
    assert hand.find("person-name") is None
    hand.click("correct-round")
    hand.see(f"person-{anna.id}-answer")
    hand.see("person-name")


def answered(workspace: Workspace, case: Case) -> Case:
    """The case with an answer, so that there is something to repeat."""
    question = workspace.questions(case, "technology-check")[0]
    return workspace.save_answer(case, question, Chosen(question.choices[0].id))
