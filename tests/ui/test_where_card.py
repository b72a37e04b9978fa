"""Where to go, at the end of the plan's page."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.workspace import Place, Workspace
from tests.builders import worst_answers
from tests.ui.hand import Hand


def words_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def answered(workspace: Workspace, case_id: int) -> None:
    questionnaire = workspace.library.questionnaires["technology-check"]
    case = workspace.case(case_id)
    for key, answer in worst_answers(questionnaire).items():
        question = next(each for each in questionnaire.questions.values() if each.key == key)
        case = workspace.save_answer(case, question, answer)
    workspace.save_place(case, Place("plan", "technology-check", None))


def test_the_plan_ends_with_doors_and_opens_what_pays_by_keyboard(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    answered(workspace, bakery)
    hand = open_window()
    card = hand.see("where-to-go")
    assert "Punto Impresa Digitale" in words_in(card)
    assert "Puglia" in words_in(card)
    assert hand.find("where-funding-panel") is None
    hand.see("where-funding").setFocus()
    hand.press(Qt.Key.Key_Return)
    told = words_in(hand.see("where-funding-panel"))
    assert "Digital vouchers of the chambers of commerce" in told
    assert "Ended, do not count on:" in told
    hand.press(Qt.Key.Key_Return)
    assert hand.find("where-funding-panel") is None


def test_a_firm_without_region_is_told_that_naming_it_helps(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    workspace.save_company(bakery, replace(workspace.case(bakery).company, region=None))
    answered(workspace, bakery)
    hand = open_window()
    card = hand.see("where-to-go")
    assert "Choose your region" in words_in(card)


def test_with_nothing_answered_nobody_is_sent_anywhere(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    workspace.save_place(workspace.case(bakery), Place("plan", "technology-check", None))
    hand = open_window()
    hand.see("plan-empty")
    assert hand.find("where-to-go") is None
