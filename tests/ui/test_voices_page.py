"""Three people answer the company's questions on one computer, then agree on one answer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView, QWidget

from desktop.answers import Chosen, answer_from_plain
from desktop.workspace import Case, Place, Workspace
from tests.ui.hand import Hand

BOTH = ("technology-check", "skills")
ALIKE = {"ai-skills": "heard", "ai-use": "never", "backup": "tested"}
THREE = (
    ("Anna", "owner", {**ALIKE, "fraud": "drills", "accounts": "shared"}),
    ("Bruno", "employee", {**ALIKE, "fraud": "never", "accounts": "repeated"}),
    ("Carla", "it", {**ALIKE, "fraud": "never", "accounts": "shared"}),
)


@pytest.fixture
def case(workspace: Workspace, bakery: int) -> Case:
    return workspace.choose_questionnaires(bakery, BOTH)


@pytest.fixture
def three(workspace: Workspace, case: Case) -> Case:
    """Three people have answered five questions apart: three alike, two not."""
    questions = workspace.library.questionnaires["technology-check"].questions
    for name, role, plain in THREE:
        own = workspace.voices.case_of(case, workspace.voices.add(case, name, role).id)
        for question, value in plain.items():
            own = workspace.save_answer(
                own, questions[question], answer_from_plain(questions[question], value)
            )
    return workspace.save_place(case, Place("side-by-side", "technology-check"))


def said(widget: QWidget) -> str:
    return "\n".join(found.text() for found in widget.findChildren(QLabel) if found.isVisible())


def cells(hand: Hand) -> list[list[str]]:
    """What the comparison shows, row by row."""
    model = hand.see("comparison", QTableView).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def agreed(workspace: Workspace, case: Case) -> dict[str, object]:
    sheet = workspace.case(case.id).sheet
    return {key.partition("/")[2]: answer for key, answer in sheet.items()}


def go_to(hand: Hand, workspace: Workspace, question: str) -> None:
    """Go down to the row of a question, key by key."""
    text = workspace.library.questionnaires["technology-check"].text("en").questions[question].text
    hand.until(lambda: hand.focused() == "comparison")
    wanted = next(number for number, row in enumerate(cells(hand)) if row[0] == text)
    table = hand.see("comparison", QTableView)
    for _ in range(wanted - table.currentIndex().row()):
        hand.press(Qt.Key.Key_Down)
    assert hand.see("detail-asked", QLabel).text() == text


def test_three_people_answer_one_after_the_other_and_agree(
    open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    workspace.save_place(case, Place("questions", "technology-check"))
    hand = open_window()
    hand.click("section-(voices)-all")
    assert "As soon as somebody has answered" in said(hand.window)
    for name, digit in (("Anna", Qt.Key.Key_1), ("Bruno", Qt.Key.Key_2), ("Carla", Qt.Key.Key_2)):
        hand.write("person-name", name)
        hand.click("person-done")
        person = workspace.voices.everybody(case)[-1]
        hand.click(f"person-{person.id}-answer")
        assert "nothing is secret here" in said(hand.window)
        hand.click("begin-answering")
        assert hand.find("step-results") is None
        assert hand.find("answer-unknown") is not None
        hand.press(digit)
        hand.press(Qt.Key.Key_Return)
        hand.click("stop-answering")
        assert f"Thank you, {name}" in said(hand.window)
        hand.click("back-to-list")
    assert "As soon as somebody has answered" not in said(hand.window)
    assert agreed(workspace, case) == {}
    hand.click("to-side-by-side")
    assert cells(hand)[0][1:4] != cells(hand)[1][1:4]
    hand.until(lambda: hand.focused() == "comparison")
    hand.press(Qt.Key.Key_3)
    assert agreed(workspace, case) == {"ai-skills": Chosen("heard")}
    assert cells(hand)[0][2:4] == [f"✓ {cells(hand)[0][4]}"] * 2


def test_one_stops_and_goes_on_and_sees_nothing_of_the_others(
    open_window: Callable[[], Hand], workspace: Workspace, three: Case
) -> None:
    workspace.save_place(three, Place("voices"))
    hand = open_window()
    dario = workspace.voices.add(three, "Dario", "employee")
    hand.click("step-questions")
    hand.click("section-(voices)-all")
    hand.click(f"person-{dario.id}-answer")
    hand.click("begin-answering")
    hand.press(Qt.Key.Key_1)
    hand.press(Qt.Key.Key_Return)
    second = hand.see("question-text", QLabel).text()
    hand.click("stop-answering")
    hand.click("begin-answering")
    assert hand.see("question-text", QLabel).text() == second
    assert not any(name in said(hand.window) for name in ("Anna", "Bruno", "Carla"))
    hand.window.close()
    again = open_window()
    assert again.see("voices-page")
    assert again.find("question-text") is None


def test_what_all_say_is_taken_over_at_once_and_back_again(
    open_window: Callable[[], Hand], workspace: Workspace, three: Case
) -> None:
    hand = open_window()
    hand.click("take-common")
    assert set(agreed(workspace, three)) == set(ALIKE)
    assert hand.see("agreed-told", QLabel).text() == "3 answers taken over"
    assert {change.told_by for change in workspace.history.of(three)[-3:]} == {"Anna · Bruno · Carla"}
    hand.click("undo-agreed")
    assert agreed(workspace, three) == {}
    assert hand.find("undo-agreed") is None
    hand.click("take-common")
    assert set(agreed(workspace, three)) == set(ALIKE)


def test_a_click_takes_over_one_answer_and_undo_brings_the_former_back(
    open_window: Callable[[], Hand], workspace: Workspace, three: Case
) -> None:
    hand = open_window()
    go_to(hand, workspace, "fraud")
    hand.click("take-2")
    hand.click("take-1")
    assert agreed(workspace, three) == {"fraud": Chosen("drills")}
    hand.click("undo-agreed")
    assert agreed(workspace, three) == {"fraud": Chosen("never")}


def test_differences_alone_are_shown_and_told_by_more_than_colour(
    open_window: Callable[[], Hand], workspace: Workspace, three: Case
) -> None:
    hand = open_window()
    every = len(cells(hand))
    hand.click("only-differences")
    assert len(cells(hand)) == 2 < every
    assert hand.see("detail-words", QLabel).text() == "≠ Answers differ"
    hand.click("only-differences")
    assert len(cells(hand)) == every


def test_the_company_may_answer_in_its_own_way(
    open_window: Callable[[], Hand], workspace: Workspace, three: Case
) -> None:
    hand = open_window()
    go_to(hand, workspace, "accounts")
    hand.press(Qt.Key.Key_0)
    assert hand.see("question-text")
    hand.press(Qt.Key.Key_5)
    hand.click("back-to-comparison")
    assert agreed(workspace, three) == {"accounts": Chosen("two-step-all")}
    text = workspace.library.questionnaires["technology-check"].text("en").questions["accounts"]
    assert hand.see("detail-asked", QLabel).text() == text.text


def test_the_results_lead_to_the_question_they_are_furthest_apart_on(
    open_window: Callable[[], Hand], workspace: Workspace, three: Case
) -> None:
    workspace.save_place(three, Place("results", "technology-check"))
    hand = open_window()
    card = hand.see("voices-card")
    assert "They agree on 3 of 5 questions" in said(card)
    hand.click("apart-accounts")
    text = workspace.library.questionnaires["technology-check"].text("en").questions["accounts"]
    assert hand.see("detail-asked", QLabel).text() == text.text


def test_two_are_needed_to_compare(open_window: Callable[[], Hand], workspace: Workspace, case: Case) -> None:
    workspace.save_place(case, Place("side-by-side"))
    hand = open_window()
    hand.click("to-voices")
    assert hand.see("voices-page")


def test_the_comparison_fits_a_small_window(
    open_window: Callable[[], Hand], workspace: Workspace, three: Case
) -> None:
    hand = open_window()
    hand.window.resize(1024, 640)
    for name in ("take-common", "take-3", "take-other", "only-differences"):
        widget = hand.see(name)
        hand.until(lambda widget=widget: widget.visibleRegion().boundingRect().width() == widget.width())
    table = hand.see("comparison", QTableView)
    hand.until(lambda: table.horizontalScrollBar().maximum() == 0)


def test_behind_the_last_question_of_one_questionnaire_comes_the_next_one(
    open_window: Callable[[], Hand], workspace: Workspace, case: Case
) -> None:
    case = workspace.choose_questionnaires(case.id, ("quick", "technology-check"))
    anna = workspace.voices.add(case, "Anna", "owner")
    own = workspace.voices.case_of(case, anna.id)
    *others, last = workspace.questions(own, "quick")
    for question in others:
        own = workspace.save_answer(own, question, answer_from_plain(question, "unknown"))
    workspace.save_place(case, Place("voices"))
    hand = open_window()
    hand.click(f"person-{anna.id}-answer")
    hand.click("begin-answering")
    text = workspace.library.questionnaires["quick"].text("en").questions[last.id].text
    assert hand.see("question-text", QLabel).text() == text
    hand.press(Qt.Key.Key_1)
    hand.press(Qt.Key.Key_Return)
    following = workspace.library.questionnaires["technology-check"].text("en").questions
    assert hand.see("question-text", QLabel).text() in {each.text for each in following.values()} - {text}
    assert hand.find("stop-answering") is not None


def test_six_people_stand_side_by_side_in_the_smallest_window(
    open_window: Callable[[], Hand], workspace: Workspace, three: Case
) -> None:
    questions = workspace.library.questionnaires["technology-check"].questions
    for name in ("Donatella", "Enrico", "Francesca"):
        own = workspace.voices.case_of(three, workspace.voices.add(three, name, "employee").id)
        workspace.save_answer(own, questions["backup"], answer_from_plain(questions["backup"], "tested"))
    hand = open_window()
    hand.window.resize(1024, 640)
    table = hand.see("comparison", QTableView)
    assert table.model().columnCount() == 8
    hand.until(lambda: table.width() < 700 and not table.horizontalScrollBar().isVisible())
    assert table.horizontalHeader().length() <= table.viewport().width()
