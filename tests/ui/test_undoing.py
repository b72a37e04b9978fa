"""Undo and redo by the keyboard on every page, across a restart, with a word on what it was."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from desktop.answers import Chosen
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFTED = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hand(open_window: Callable[[], Hand], workspace: Workspace, bakery: int) -> Hand:
    workspace.save_place(workspace.case(bakery), Place("questions", "technology-check", "ai-skills"))
    hand = open_window()
    hand.until(lambda: hand.focused() == "choice-nobody")
    return hand


def answer(workspace: Workspace, case_id: int, question: str) -> object:
    found = workspace.library.questionnaires["technology-check"].questions[question]
    return workspace.case(case_id).sheet.get(found.key)


def note(hand: Hand) -> str:
    return hand.see("passing-words", QLabel).text()


def test_an_answer_is_undone_and_its_question_shown(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.press(Qt.Key.Key_3)
    hand.press(Qt.Key.Key_1)
    text = hand.see("question-text", QLabel).text()
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert answer(workspace, bakery, "ai-skills") == Chosen("one-person")
    assert hand.see("question-text", QLabel).text() == text
    assert note(hand) == f"Undone: answer to “{text}”"
    hand.press(Qt.Key.Key_Z, SHIFTED)
    assert answer(workspace, bakery, "ai-skills") == Chosen("nobody")
    assert note(hand) == f"Done again: answer to “{text}”"


def test_undo_goes_on_after_a_restart(
    hand: Hand, open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    hand.press(Qt.Key.Key_3)
    hand.press(Qt.Key.Key_1)
    hand.window.close()
    again = open_window()
    again.until(lambda: again.focused() == "choice-nobody")
    again.press(Qt.Key.Key_Z, CONTROL)
    assert answer(workspace, bakery, "ai-skills") == Chosen("one-person")
    again.press(Qt.Key.Key_Y, CONTROL)
    assert answer(workspace, bakery, "ai-skills") == Chosen("nobody")


def test_a_note_undoes_its_own_words_before_anything_else(
    hand: Hand, workspace: Workspace, bakery: int
) -> None:
    hand.press(Qt.Key.Key_3)
    hand.write("note", "word")
    field = hand.see("note", QPlainTextEdit)
    field.setFocus()
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert field.toPlainText() == ""
    assert answer(workspace, bakery, "ai-skills") == Chosen("one-person")
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert answer(workspace, bakery, "ai-skills") is None


def test_the_form_of_the_company_shows_what_undo_brought_back(
    hand: Hand, workspace: Workspace, bakery: int
) -> None:
    hand.click("step-company")
    field = hand.see("contact-name", QLineEdit)
    hand.write("contact-name", "Anna")
    assert workspace.case(bakery).company.contact.name == "Anna"
    hand.click("undo-rail")
    hand.until(lambda: hand.see("contact-name", QLineEdit) is not field)
    assert hand.see("contact-name", QLineEdit).text() == ""
    assert workspace.case(bakery).company.contact.name == ""
    assert note(hand) == "Undone: details of the company"


def test_the_button_undoes_what_is_being_written(hand: Hand, workspace: Workspace, bakery: int) -> None:
    hand.press(Qt.Key.Key_3)
    hand.click("step-company")
    field = hand.see("contact-name", QLineEdit)
    field.setFocus()
    field.insert("Anna")
    hand.click("undo-rail")
    assert workspace.case(bakery).company.contact.name == ""
    assert answer(workspace, bakery, "ai-skills") == Chosen("one-person")


def test_where_nothing_is_left_it_says_so(hand: Hand, workspace: Workspace, bakery: int) -> None:
    for _ in range(9):
        hand.click("undo-rail")
    assert note(hand) == "There is nothing to undo."
    assert workspace.case(bakery).company.name == "Panificio Lorusso"


def test_nobody_undoes_the_answers_of_the_company_while_a_person_has_the_computer(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    case = workspace.choose_questionnaires(bakery, ("technology-check", "skills"))
    person = workspace.people.add(case, "anna", "owner")
    workspace.save_place(case, Place("people", "skills"))
    before = workspace.history.of(case)
    hand = open_window()
    hand.click(f"person-{person.id}-answer")
    hand.click("begin-answering")
    hand.press(Qt.Key.Key_2)
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert hand.find("interview") is None
    assert hand.find("note") is None
    assert workspace.history.of(case) == before
    assert workspace.people.load(case, person.id).progress.answered == 1
