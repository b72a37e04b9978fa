"""Enter goes on, and after every page the keyboard is inside the next one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.answers import Reserved
from desktop.ui.questions.route import END
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

OpenAt = Callable[[str, str | None], Hand]


@pytest.fixture
def open_at(open_window: Callable[[], Hand], workspace: Workspace, bakery: int) -> OpenAt:
    def opened(page: str, question: str | None) -> Hand:
        workspace.save_place(workspace.case(bakery), Place(page, "technology-check", question))
        return open_window()

    return opened


def test_enter_goes_on_from_not_knowing_and_keeps_it(
    open_at: OpenAt, workspace: Workspace, bakery: int
) -> None:
    hand = open_at("questions", "ai-skills")
    hand.click("answer-unknown")
    hand.press(Qt.Key.Key_Return)
    case = workspace.case(bakery)
    question = workspace.library.questionnaires["technology-check"].questions["ai-skills"]
    assert case.place.question == "ai-use"
    assert case.sheet[question.key] is Reserved.UNKNOWN


def test_space_takes_not_knowing_back(open_at: OpenAt, workspace: Workspace, bakery: int) -> None:
    hand = open_at("questions", "ai-skills")
    hand.click("answer-unknown")
    hand.press(Qt.Key.Key_Space)
    assert not workspace.case(bakery).sheet


def test_a_number_out_of_range_is_not_called_saved_and_stays(
    open_at: OpenAt, workspace: Workspace, bakery: int
) -> None:
    hand = open_at("questions", "computer-users")
    hand.until(lambda: hand.focused() == "number")
    for _ in range(5):
        hand.press(Qt.Key.Key_9)
    assert "from 0 to 5,000" in hand.see("number-advice", QLabel).text()
    assert hand.see("saved-state", QLabel).text() == "Not saved"
    hand.press(Qt.Key.Key_Return)
    assert workspace.case(bakery).place.question == "computer-users"
    hand.press(Qt.Key.Key_Backspace)
    hand.press(Qt.Key.Key_Backspace)
    assert hand.see("saved-state", QLabel).text() == "Saved"


def test_another_language_keeps_the_end_of_a_questionnaire(open_at: OpenAt) -> None:
    hand = open_at("questions", END)
    assert "19 questions are still open. It takes about" in " ".join(texts(hand))
    hand.click("language-it")
    assert hand.see("go-to-open", QPushButton).text() == "Vai alle domande rimaste"


def test_the_keyboard_is_inside_every_page_that_is_gone_to(open_at: OpenAt) -> None:
    hand = open_at("questions", END)
    hand.until(lambda: hand.focused() == "go-to-open")
    hand.see("see-results").setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.focused() == "results-to-questions")
    hand.see("step-plan").setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.focused() == "plan-change")
    hand.see("step-company").setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.focused() == "company-name")


def test_another_language_leaves_the_keyboard_at_the_button(open_at: OpenAt) -> None:
    hand = open_at("results", None)
    hand.until(lambda: hand.focused() == "results-to-questions")
    button = hand.see("language-it", QPushButton)
    button.setFocus()
    button.click()
    hand.until(lambda: hand.see("results-to-questions", QPushButton).text() == "Vai alle domande")
    assert hand.focused() == "language-it"


def texts(hand: Hand) -> list[str]:
    return [label.text() for label in hand.window.findChildren(QLabel) if label.isVisible()]
