"""Open points: what is to be come back to, each a press away, and back to the list."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.answers import Reserved
from desktop.storage import Remark
from desktop.ui.grouped_list import GroupedList
from desktop.workspace import Case, Place, Workspace
from tests.builders import worst_answers
from tests.ui.hand import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def case(workspace: Workspace, bakery: int) -> Case:
    """All is answered but one question; another is not known, one is marked, one guessed."""
    questionnaire = workspace.library.questionnaires["technology-check"]
    case, worst = workspace.case(bakery), worst_answers(questionnaire)
    questions = questionnaire.questions
    for question in questions.values():
        if question.key in worst and question.id != "ai-data":
            case = workspace.save_answer(case, question, worst[question.key])
    case = workspace.save_answer(case, questions["backup"], Reserved.UNKNOWN)
    workspace.visits.save_remark(case, questions["ai-use"].key, Remark("ask Ugo", "sure", is_marked=True))
    workspace.visits.save_remark(case, questions["ai-skills"].key, Remark("", "guess"))
    workspace.visits.save_remark(case, questions["ai-choice"].key, Remark("a note alone is no open point?"))
    return workspace.save_place(case, Place("questions", "technology-check", "ai-skills"))


@pytest.fixture
def hand(open_window: Callable[[], Hand], case: Case) -> Hand:
    hand = open_window()
    hand.until(lambda: hand.focused() == "choice-nobody")
    return hand


def lines(hand: Hand) -> list[str]:
    return hand.see("open-points", GroupedList).lines()


def test_the_list_says_why_each_question_is_open(hand: Hand) -> None:
    hand.press(Qt.Key.Key_O, CONTROL)
    found = {line.splitlines()[-1]: line for line in lines(hand)}
    assert {"guess", "for later", "not answered", "don't know"} <= set(found)
    assert "ask Ugo" in found["for later"]
    assert not any("no open point" in line for line in lines(hand))


def test_enter_goes_to_the_question_and_a_button_back_to_the_line(
    hand: Hand, workspace: Workspace, case: Case
) -> None:
    hand.click("to-points")
    hand.until(lambda: hand.focused() == "open-points")
    hand.press(Qt.Key.Key_Down)
    chosen = hand.see("open-points", GroupedList).currentIndex().data()
    hand.press(Qt.Key.Key_Return)
    assert workspace.case(case.id).place.question == "ai-use"
    assert hand.see("question-text", QLabel).text() in chosen
    hand.click("back-to-points")
    assert hand.see("open-points", GroupedList).currentIndex().data() == chosen


def test_what_is_settled_leaves_the_list(hand: Hand, workspace: Workspace, case: Case) -> None:
    hand.press(Qt.Key.Key_O, CONTROL)
    before = len(lines(hand))
    hand.until(lambda: hand.focused() == "open-points")
    hand.press(Qt.Key.Key_Return)
    hand.click("confidence-sure")
    hand.press(Qt.Key.Key_O, CONTROL)
    assert len(lines(hand)) == before - 1
    hand.press(Qt.Key.Key_Escape)
    assert hand.find("back-to-points") is None


def test_the_end_of_a_questionnaire_leads_to_the_list(
    open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    workspace.save_place(case, Place("questions", "technology-check", "(end)"))
    hand = open_window()
    hand.click("finish-to-points")
    assert lines(hand)
