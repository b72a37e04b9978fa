"""One interview: the quick check first, then as deep as one likes, and nothing asked twice."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.answers import Chosen
from desktop.ui.questions.route import END
from desktop.workspace import Case, Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def quickly_checked(workspace: Workspace, bakery: int) -> int:
    """A case with the quick check alone, answered to the last question."""
    case = workspace.choose_questionnaires(bakery, ("quick",))
    for question in workspace.questions(case, "quick"):
        case = workspace.save_answer(case, question, Chosen(question.choices[1].id))
    workspace.save_place(case, Place("questions", "quick", END))
    return bakery


def answer_what_is_asked(hand: Hand, workspace: Workspace, case_id: int) -> list[str]:
    """Answers "don't know" to each question that comes up until the end; their ids."""
    asked: list[str] = []
    while True:
        hand.until(lambda: hand.find("question-text") is not None or hand.find("see-results") is not None)
        if hand.find("see-results") is not None:
            return asked
        asked.append(workspace.case(case_id).place.question or "")
        hand.click("answer-unknown") if hand.find("answer-unknown") else hand.press(Qt.Key.Key_1)
        hand.press(Qt.Key.Key_Return)
        if hand.find("question-text") and workspace.case(case_id).place.question == asked[-1]:
            hand.click("next")


def open_ids(workspace: Workspace, case: Case, questionnaire: str) -> list[str]:
    return [each.id for each in workspace.questions(case, questionnaire) if each.key not in case.sheet]


@pytest.mark.parametrize("name", ["technology-check", "cybersecurity"])
def test_only_what_has_no_answer_is_asked(
    open_window: Callable[[], Hand], workspace: Workspace, quickly_checked: int, name: str
) -> None:
    hand = open_window()
    hand.click(f"deeper-{name}")
    case = workspace.case(quickly_checked)
    assert case.questionnaire_ids == ("quick", name)
    still_open = open_ids(workspace, case, name)
    assert answer_what_is_asked(hand, workspace, quickly_checked) == still_open
    assert "All questions answered" in texts(hand)


def test_the_end_of_the_quick_check_advises_what_to_ask_next(
    open_window: Callable[[], Hand], quickly_checked: int
) -> None:
    hand = open_window()
    hand.until(lambda: hand.focused() == "see-results")
    advice = hand.see("deeper-advice", QLabel).text()
    assert "We suggest going on with “Technology check”" in advice
    assert "Devices and updates" in advice
    assert hand.see("deeper-technology-check", QPushButton).property("kind") == "primary"
    assert "14 questions · about" in texts(hand)
    assert "8 answered already" in texts(hand)
    assert "These would add little for you: Quantum technology." in texts(hand)


def test_the_results_lead_deeper_too(
    open_window: Callable[[], Hand], workspace: Workspace, quickly_checked: int
) -> None:
    workspace.save_place(workspace.case(quickly_checked), Place("results", "quick", None))
    hand = open_window()
    hand.see("overall-score")
    assert "A first look from 12 questions: it shows where to begin, not the whole picture." in texts(hand)
    hand.see("deeper-ai", QPushButton).click()
    hand.see("question-text")
    place = workspace.case(quickly_checked).place
    assert (place.page, place.questionnaire) == ("questions", "ai")
    assert place.question == open_ids(workspace, workspace.case(quickly_checked), "ai")[0]


def test_a_european_hub_asks_for_the_european_check(
    open_window: Callable[[], Hand], workspace: Workspace, quickly_checked: int
) -> None:
    company = workspace.case(quickly_checked).company
    workspace.save_company(quickly_checked, replace(company, hub="edih-cetma"))
    hand = open_window()
    hand.see("deeper-dma-sme")
    assert "The hub you chose is a European one and will ask you for it." in texts(hand)


def test_nothing_more_is_asked_of_who_has_asked_everything(
    open_window: Callable[[], Hand], workspace: Workspace, quickly_checked: int
) -> None:
    everything = tuple(each.id for each in workspace.offers.for_firm())
    case = workspace.choose_questionnaires(quickly_checked, everything)
    workspace.save_place(case, Place("results", "quick", None))
    hand = open_window()
    hand.see("deeper-advice")
    assert "Nothing more to ask" in texts(hand)
    assert "All questionnaires for a company like yours are chosen already." in texts(hand)


def test_a_shared_answer_says_so_and_can_be_looked_at_one_by_one(
    open_window: Callable[[], Hand], workspace: Workspace, quickly_checked: int
) -> None:
    case = workspace.choose_questionnaires(quickly_checked, ("quick", "technology-check"))
    workspace.save_place(case, Place("questions", "technology-check", "backup"))
    hand = open_window()
    assert hand.see("answered-elsewhere", QLabel).text() == "Answered already: “Quick check” asks this too."
    following = [each.id for each in workspace.questions(case, "technology-check")]
    hand.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert workspace.case(quickly_checked).place.question == following[following.index("backup") + 1]


def test_the_next_question_can_be_the_next_open_one_or_the_very_next(
    open_window: Callable[[], Hand], workspace: Workspace, quickly_checked: int
) -> None:
    case = workspace.choose_questionnaires(quickly_checked, ("quick", "technology-check"))
    ids = [each.id for each in workspace.questions(case, "technology-check")]
    still_open = open_ids(workspace, case, "technology-check")
    here = next(name for name in still_open if ids[ids.index(name) + 1] not in still_open)
    workspace.save_place(case, Place("questions", "technology-check", here))
    hand = open_window()
    hand.click("answer-unknown")
    assert hand.see("next", QPushButton).text() == "Next open question"
    hand.click("step")
    assert workspace.case(quickly_checked).place.question == ids[ids.index(here) + 1]
    hand.click("next")
    assert workspace.case(quickly_checked).place.question == still_open[still_open.index(here) + 1]


def test_who_looks_through_a_finished_questionnaire_goes_one_by_one(
    open_window: Callable[[], Hand], workspace: Workspace, quickly_checked: int
) -> None:
    ids = [each.id for each in workspace.questions(workspace.case(quickly_checked), "quick")]
    workspace.save_place(workspace.case(quickly_checked), Place("questions", "quick", ids[0]))
    hand = open_window()
    hand.see("question-text")
    hand.click("next")
    assert workspace.case(quickly_checked).place.question == ids[1]


def texts(hand: Hand) -> str:
    return " ".join(label.text() for label in hand.window.findChildren(QLabel) if label.isVisible())


def test_the_plan_says_how_much_it_cannot_speak_of(
    open_window: Callable[[], Hand], workspace: Workspace, quickly_checked: int
) -> None:
    case = workspace.case(quickly_checked)
    workspace.save_place(case, Place("plan", "quick", None))
    hand = open_window()
    missing = len(workspace.offers.not_asked(case))
    said = f"{missing} competences that a company like yours needs have no answer yet"
    hand.until(lambda: said in texts(hand))
