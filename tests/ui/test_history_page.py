"""The history: who answered what when, in the words of the questionnaire."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.answers import Chosen
from desktop.content.steps import CourseOf
from desktop.storage import Hand as Typist
from desktop.storage import Remark
from desktop.ui.fields import Picker
from desktop.ui.grouped_list import GroupedList
from desktop.ui.history.words import ChangeWords
from desktop.workspace import Case, Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def case(workspace: Workspace, bakery: int) -> Case:
    case = workspace.case(bakery)
    questions = workspace.library.questionnaires["technology-check"].questions
    workspace.history.hand = Typist("Marta", "Anna (owner)")
    case = workspace.save_answer(case, questions["ai-skills"], Chosen("nobody"))
    case = workspace.save_answer(case, questions["ai-skills"], Chosen("users"))
    workspace.history.hand = Typist("Marta", "Ugo")
    case = workspace.save_answer(case, questions["ai-use"], Chosen("daily"))
    workspace.history.undo(case)
    workspace.history.hand = Typist("Marta")
    workspace.visits.save_remark(case, questions["backup"].key, Remark("look again"))
    return workspace.save_place(case, Place("questions", "technology-check", "ai-skills"))


@pytest.fixture
def hand(open_window: Callable[[], Hand], case: Case) -> Hand:
    return open_window()


def lines(hand: Hand) -> list[str]:
    return hand.see("history-list", GroupedList).lines()


def choose(hand: Hand, picker: str, text: str) -> None:
    """Choose an entry of a list by its text."""
    field = hand.see(picker, Picker)
    field.setCurrentIndex(field.findText(text))
    field.activated.emit(field.currentIndex())


def test_changes_are_told_in_words_the_newest_first(hand: Hand) -> None:
    hand.click("rail-history")
    found = lines(hand)
    assert "Note beside" in found[0]
    assert "“look again”" in found[0]
    assert "Undone: answer to" in found[1]
    assert "undone" in found[2].splitlines()
    assert "Marta, told by Ugo" in found[2]
    assert "from “Nobody" in found[3]
    assert "told by Anna (owner)" in found[3]


def test_a_question_has_a_history_of_its_own(hand: Hand) -> None:
    text = hand.see("question-text", QLabel).text()
    hand.click("to-history")
    assert hand.see("history-question", Picker).currentText() == text
    assert len(lines(hand)) == 2
    assert all(text in line for line in lines(hand))
    hand.click("history-back")
    assert hand.see("question-text", QLabel).text() == text


def test_changes_are_chosen_by_person(hand: Hand) -> None:
    hand.click("rail-history")
    choose(hand, "history-person", "Ugo")
    assert all("Ugo" in line or "Undone" in line for line in lines(hand))
    choose(hand, "history-person", "Anna (owner)")
    assert len(lines(hand)) == 2


def test_enter_goes_to_the_question_of_a_change(hand: Hand, workspace: Workspace, case: Case) -> None:
    hand.click("rail-history")
    hand.until(lambda: hand.focused() == "history-list")
    hand.press(Qt.Key.Key_Return)
    assert workspace.case(case.id).place.question == "backup"


def test_a_step_is_told_by_its_course_and_who_takes_it(hand: Hand, workspace: Workspace, case: Case) -> None:
    course = next(iter(workspace.library.catalogue.courses.values()))
    role = course.roles[0]
    workspace.visits.save_step(case, CourseOf(course.id, role).key, "done")
    hand.click("rail-history")
    who = workspace.library.catalogue.competence_text("en").roles[role]
    assert f"Step “{course.title} ({who})”" in lines(hand)[0]


def test_only_the_lines_in_sight_are_put_into_words(
    hand: Hand, workspace: Workspace, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = workspace.library.questionnaires["technology-check"].questions
    for number in range(400):
        choice = questions["ai-use"].choices[number % 3].id
        case = workspace.save_answer(case, questions["ai-use"], Chosen(choice))
    asked: list[object] = []
    told = ChangeWords.told
    monkeypatch.setattr(
        ChangeWords, "told", lambda words, change: asked.append(change) or told(words, change)
    )
    hand.click("rail-history")
    hand.see("history-list").grab()
    assert 0 < len(asked) < 60
