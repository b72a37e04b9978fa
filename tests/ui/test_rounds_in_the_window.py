"""A company is assessed again in the window: begun, looked back at, corrected, taken back, compared."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from desktop.answers import Chosen, Reserved, answer_to_plain
from desktop.content.company import Constraints
from desktop.ui.plan.steps.state_button import StateButton
from desktop.workspace import Case, Place, Workspace
from tests.ui.hand import Hand

Opened = Callable[[], Hand]


def said(hand: Hand, name: str) -> str:
    return hand.see(name, QLabel).text()


def focus(hand: Hand, name: str) -> None:
    """Give the keyboard to something once the page has taken it."""
    widget = hand.see(name)
    QApplication.processEvents()
    widget.setFocus()
    hand.until(widget.hasFocus)


def first_question(workspace: Workspace, case: Case) -> Any:
    return next(each for each in workspace.questions(case, "technology-check") if each.key in case.sheet)


@pytest.fixture
def again(workspace: Workspace, answered: int) -> Case:
    """T1 of the bakery, nothing answered yet, at a question that T0 answered."""
    then = workspace.case(answered)
    question = first_question(workspace, then)
    now = workspace.rounds.begin(then)
    return workspace.save_place(now, Place("questions", "technology-check", question.id))


def test_the_next_round_is_begun_from_the_results(
    open_window: Opened, workspace: Workspace, answered: int
) -> None:
    workspace.save_place(workspace.case(answered), Place("results"))
    hand = open_window()
    assert hand.find("round-T0") is None

    hand.click("repeat-assessment")
    assert "when the plan of T0 ends" in said(hand, "good-day")
    hand.click("dialog-cancel")
    assert len(workspace.cases()) == 1

    hand.click("repeat-assessment")
    hand.click("dialog-do")

    hand.see("questions-page")
    assert hand.see("round-T1", QPushButton).isChecked()
    assert [each.stage for each in workspace.rounds.all(workspace.case(answered))] == ["T0", "T1"]


def test_the_company_page_offers_the_next_round_too(
    open_window: Opened, workspace: Workspace, answered: int
) -> None:
    workspace.save_place(workspace.case(answered), Place("company"))

    assert "T1" in open_window().see("repeat-assessment", QPushButton).text()


def test_nothing_is_repeated_before_anything_was_answered(
    open_window: Opened, workspace: Workspace, bakery: int
) -> None:
    workspace.save_place(workspace.case(bakery), Place("company"))
    hand = open_window()
    hand.see("company-page")

    assert hand.find("repeat-assessment") is None


def test_what_is_still_the_same_is_taken_over_with_one_key(
    open_window: Opened, workspace: Workspace, answered: int, again: Case
) -> None:
    then = workspace.case(answered)
    question = first_question(workspace, then)
    hand = open_window()
    assert said(hand, "last-time-says").startswith("Last time (T0, ")
    assert question.key not in workspace.case(again.id).sheet

    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)

    hand.until(lambda: question.key in workspace.case(again.id).sheet)
    now = workspace.case(again.id).sheet[question.key]
    assert answer_to_plain(now) == answer_to_plain(then.sheet[question.key])


def test_in_the_first_round_nothing_is_said_of_last_time(
    open_window: Opened, workspace: Workspace, answered: int
) -> None:
    question = first_question(workspace, workspace.case(answered))
    workspace.save_place(workspace.case(answered), Place("questions", "technology-check", question.id))
    hand = open_window()
    hand.see("questions-page")

    assert hand.find("last-time") is None


def test_rounds_are_chosen_with_the_keyboard(open_window: Opened, workspace: Workspace, again: Case) -> None:
    hand = open_window()
    focus(hand, "round-T0")

    hand.press(Qt.Key.Key_Return)

    assert "This is T0" in said(hand, "round-says")
    assert hand.see("round-T0", QPushButton).isChecked()
    hand.see("earlier-answers")
    hand.click("leave-round")
    hand.see("questions-page")
    assert hand.find("round-banner") is None


def test_many_rounds_are_chosen_from_a_list(open_window: Opened, workspace: Workspace, again: Case) -> None:
    for _ in range(2):
        workspace.rounds.begin(again)
    hand = open_window()

    choice = hand.see("round-choice", QComboBox)

    assert [choice.itemText(row)[:2] for row in range(choice.count())] == ["T0", "T1", "T2", "T3"]
    focus(hand, "round-choice")
    hand.press(Qt.Key.Key_Home)
    hand.until(lambda: "This is T0" in said(hand, "round-says"))


def test_an_earlier_round_is_not_changed_by_accident(
    open_window: Opened, workspace: Workspace, answered: int, again: Case
) -> None:
    workspace.save_constraints(workspace.case(answered), Constraints(weeks=9))
    before = workspace.case(answered)
    hand = open_window()
    hand.click("round-T0")
    hand.click("step-company")

    assert not hand.see("company-name", QLineEdit).isEnabled()
    assert not hand.see("questionnaire-technology-check").isEnabled()
    hand.click("undo-rail")

    hand.until(lambda: "Nothing was changed" in said(hand, "round-says"))
    now = workspace.case(answered)
    assert (now.constraints, now.sheet) == (before.constraints, before.sheet)


def test_the_plan_of_an_earlier_round_is_to_be_read_alone(
    open_window: Opened, workspace: Workspace, answered: int, again: Case
) -> None:
    hand = open_window()
    hand.click("round-T0")
    hand.click("step-plan")

    state = hand.see("plan-state", QLabel)
    hand.until(lambda: state.text() == "Proven: no better plan within these limits")
    assert "This is T0" in said(hand, "round-says")
    plan = hand.see("plan-page")
    names = {each.objectName() for each in plan.findChildren(QPushButton) if each.isVisible()}
    assert not {"plan-change", "plan-wishes", "plan-keep"} & names
    assert not any(name.startswith("decide-") for name in names)
    steps = [each for each in plan.findChildren(StateButton) if each.isVisible()]
    assert steps
    assert not any(each.isEnabled() for each in steps)


def test_the_latest_round_is_opened_whichever_was_looked_at_last(
    open_window: Opened, workspace: Workspace, answered: int, again: Case
) -> None:
    workspace.save_place(workspace.case(answered), Place("results"))

    assert open_window().see("round-T1", QPushButton).isChecked()


def test_an_earlier_round_is_corrected_on_purpose(
    open_window: Opened, workspace: Workspace, answered: int, again: Case
) -> None:
    question = first_question(workspace, workspace.case(answered))
    workspace.save_place(workspace.case(answered), Place("questions", "technology-check", question.id))
    hand = open_window()
    hand.click("round-T0")
    hand.see("answers-page")

    hand.click("correct-round")
    hand.see("questions-page")
    assert "You are correcting T0" in said(hand, "round-says")
    hand.click("answer-unknown")
    hand.until(lambda: workspace.case(answered).sheet[question.key] is Reserved.UNKNOWN)

    hand.click("correct-round")
    hand.see("answers-page")


def test_a_round_begun_by_mistake_is_deleted_after_a_question(
    open_window: Opened, workspace: Workspace, answered: int, again: Case
) -> None:
    workspace.save_place(again, Place("company"))
    hand = open_window()
    hand.click("remove-round")
    hand.click("dialog-cancel")
    assert len(workspace.cases()) == 2

    hand.click("remove-round")
    hand.click("dialog-do")

    hand.see("results-page")
    assert [each.id for each in workspace.cases()] == [answered]
    assert hand.find("round-T0") is None


def test_two_rounds_are_compared_cause_by_cause(
    open_window: Opened, workspace: Workspace, answered: int, again: Case
) -> None:
    then = workspace.case(answered)
    questions = workspace.questions(then, "technology-check")
    case = again
    for question in questions:
        if question.key in then.sheet:
            case = workspace.save_answer(case, question, then.sheet[question.key])
    choosing = next(each for each in questions if each.kind in ("one", "scale") and each.key in then.sheet)
    best = max(choosing.choices, key=lambda choice: choice.points)

    workspace.save_answer(case, choosing, Chosen(best.id))
    hand = open_window()

    hand.click("to-comparison")

    hand.see("change-card")
    assert said(hand, "change-overall") == "All of it comes from one cause: what changed in the company."
    hand.until(lambda: hand.find("answer-change") is not None)
    shown = [each for each in hand.window.findChildren(QWidget, "answer-change") if each.isVisible()]
    assert len(shown) == 1
    assert not hand.see("cause-known").isEnabled()
    hand.click("cause-real")
    assert "Why: The company changed" in hand.see("answer-change").accessibleName()


def test_a_round_cannot_be_compared_with_itself(
    open_window: Opened, workspace: Workspace, again: Case
) -> None:
    hand = open_window()
    hand.click("to-comparison")
    hand.see("change-card")

    hand.until(lambda: hand.focused() == "compare-now")
    focus(hand, "compare-then")
    hand.press(Qt.Key.Key_Down)

    assert said(hand, "comparison-says") == "Choose two different assessments to compare."
    hand.until(lambda: hand.find("change-card") is None)
