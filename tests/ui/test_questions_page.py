"""Answering with mouse and keyboard: saved at once, one question after the other, resumed where one left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.answers import Chosen, Reserved
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def hand(open_window: Callable[[], Hand], workspace: Workspace, bakery: int) -> Hand:
    case = workspace.case(bakery)
    workspace.save_place(case, Place("questions", "technology-check", "ai-skills"))
    return open_window()


def asked(workspace: Workspace, case_id: int) -> str | None:
    return workspace.case(case_id).place.question


def answer(workspace: Workspace, case_id: int, question: str) -> object:
    found = workspace.library.questionnaires["technology-check"].questions[question]
    return workspace.case(case_id).sheet.get(found.key)


def test_the_keyboard_begins_at_the_answer(hand: Hand) -> None:
    hand.until(lambda: hand.focused() == "choice-nobody")


def test_the_tab_key_goes_from_the_answers_to_the_buttons_below(hand: Hand) -> None:
    hand.until(lambda: hand.focused() == "choice-nobody")
    hand.press(Qt.Key.Key_2)
    hand.see("answer-unknown").setFocus()
    hand.press(Qt.Key.Key_Tab)
    assert hand.focused() == "next"


def test_a_digit_chooses_and_is_saved_at_once(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.press(Qt.Key.Key_3)
    assert answer(workspace, bakery, "ai-skills") == Chosen("one-person")


def test_enter_goes_on_and_alt_left_goes_back(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.press(Qt.Key.Key_3)
    hand.press(Qt.Key.Key_Return)
    assert asked(workspace, bakery) == "ai-use"
    hand.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert asked(workspace, bakery) == "ai-skills"


def test_delete_takes_the_answer_back(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.press(Qt.Key.Key_2)
    hand.press(Qt.Key.Key_Delete)
    assert answer(workspace, bakery, "ai-skills") is None
    assert not hand.see("next", QPushButton).isEnabled()


def test_not_knowing_is_an_answer_that_a_choice_replaces(
    hand: Hand, workspace: Workspace, bakery: int
) -> None:
    hand.click("answer-unknown")
    assert answer(workspace, bakery, "ai-skills") is Reserved.UNKNOWN
    hand.click("choice-heard")
    assert answer(workspace, bakery, "ai-skills") == Chosen("heard")


def test_a_follow_up_comes_after_the_answer_that_opens_it(
    hand: Hand, workspace: Workspace, bakery: int
) -> None:
    hand.press(Qt.Key.Key_Return)
    hand.click("choice-daily")
    hand.click("next")
    assert asked(workspace, bakery) == "ai-rules"


def test_the_rail_counts_answers_and_leads_to_sections(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.press(Qt.Key.Key_1)
    assert hand.see("section-technology-check-ai").accessibleDescription().startswith("1/")
    hand.click("section-technology-check-cyber")
    assert hand.see("section-title", QLabel).text() == "Cyber security"
    place = workspace.case(bakery).place
    assert (
        workspace.library.questionnaires["technology-check"].questions[place.question or ""].dimension
        == "cyber"
    )


def test_the_window_opens_at_the_question_where_it_was_closed(
    hand: Hand, open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    hand.press(Qt.Key.Key_3)
    hand.press(Qt.Key.Key_Return)
    text = hand.see("question-text", QLabel).text()
    hand.window.close()
    assert open_window().see("question-text", QLabel).text() == text


def test_the_language_changes_at_the_same_question_with_the_same_focus(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Return)
    before = hand.see("question-text", QLabel).text()
    hand.see("choice-daily").setFocus()
    hand.click("language-it")
    after = hand.see("question-text", QLabel).text()
    assert after != before
    assert "IA" in after
    assert hand.see("back", QPushButton).text() == "Indietro"
    assert "Intelligenza artificiale" in hand.see("section-technology-check-ai").accessibleName()


def test_the_theme_changes_at_the_same_question(hand: Hand) -> None:
    hand.press(Qt.Key.Key_Return)
    before = hand.see("question-text", QLabel).text()
    hand.click("theme-switch")
    assert hand.see("question-text", QLabel).text() == before
    middle = hand.window.grab().toImage().pixelColor(hand.window.width() - 8, 8)
    assert middle.lightness() < 60


def test_the_end_of_a_questionnaire_says_what_is_open(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.click("section-technology-check-quantum")
    for _ in range(4):
        hand.press(Qt.Key.Key_Return)
        if hand.find("go-to-open"):
            break
    hand.click("go-to-open")
    assert asked(workspace, bakery) == "ai-skills"


def test_four_answers_are_in_view_in_a_small_window(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    workspace.save_place(workspace.case(bakery), Place("questions", "technology-check", "accounts"))
    hand = open_window()
    hand.window.resize(1024, 640)
    cards = [hand.see(f"choice-{name}") for name in ("shared", "repeated", "different", "two-step-main")]
    hand.until(lambda: all(card.visibleRegion().boundingRect().height() == card.height() for card in cards))


def test_every_button_can_be_reached_with_the_tab_key(hand: Hand) -> None:
    hand.press(Qt.Key.Key_1)
    reached = set()
    for _ in range(60):
        hand.press(Qt.Key.Key_Tab)
        reached.add(hand.focused())
    wanted = {
        "choice-nobody",
        "choice-refreshed",
        "answer-unknown",
        "back",
        "next",
        "theme-switch",
        "step-results",
    }
    assert wanted - {"back"} <= reached


def test_no_piece_of_a_page_opens_a_window_of_its_own(hand: Hand) -> None:
    for _ in range(6):
        hand.press(Qt.Key.Key_2)
        hand.press(Qt.Key.Key_Return)
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert shown == [hand.window]
