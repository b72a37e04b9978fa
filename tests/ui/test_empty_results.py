"""Results without an answer say what they come from, and lead to the questions."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from desktop.answers import Chosen
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


def test_with_nothing_answered_they_lead_to_the_questions(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    case = workspace.choose_questionnaires(bakery, ("quick", "quantum"))
    question = next(iter(workspace.questions(case, "quick")))
    workspace.save_answer(case, question, Chosen(question.choices[0].id))
    workspace.save_place(case, Place("results", "quantum"))
    hand = open_window()
    card = hand.see("results-unanswered")
    assert "Nothing has been answered yet" in [label.text() for label in card.findChildren(QLabel)]
    assert hand.find("radar") is None
    assert hand.find("to-plan") is not None
    hand.click("results-to-questions")
    first = next(iter(workspace.questions(case, "quantum")))
    text = workspace.library.questionnaires["quantum"].text("en").questions[first.id].text
    assert hand.see("question-text", QLabel).text() == text


def test_the_way_on_waits_for_a_first_answer(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    case = workspace.choose_questionnaires(bakery, ("quick",))
    workspace.save_place(case, Place("results", "quick"))
    hand = open_window()
    hand.see("results-unanswered")
    assert hand.find("to-plan") is None
