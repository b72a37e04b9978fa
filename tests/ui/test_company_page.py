"""The form about the company: saved at every field, with advice that never blocks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop.ui.company.questionnaire_choice import QuestionnaireChoice
from desktop.ui.fields import Picker
from desktop.workspace import Workspace
from tests.ui.hand import Hand


def begun(open_window: Callable[[], Hand]) -> Hand:
    hand = open_window()
    hand.click("start")
    hand.write("company-name", "Panificio Lorusso")
    return hand


def test_a_name_is_enough_to_begin(open_window: Callable[[], Hand], workspace: Workspace) -> None:
    hand = open_window()
    hand.click("start")
    assert not hand.see("to-questions", QPushButton).isEnabled()
    hand.write("company-name", "Panificio Lorusso")
    assert [summary.name for summary in workspace.cases()] == ["Panificio Lorusso"]
    hand.click("to-questions")
    assert hand.see("question-text", QLabel).text()


def test_a_new_company_begins_with_two_questionnaires(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    begun(open_window)
    case = workspace.last_case()
    assert case is not None
    assert sorted(case.questionnaire_ids) == ["dma-sme", "technology-check"]


def test_without_a_name_nothing_is_called_saved(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = begun(open_window)
    name = hand.see("company-name", QLineEdit)
    name.clear()
    hand.write("company-vat", "12345678901")
    assert hand.see("saved-state", QLabel).text() == "Not saved: the name is missing"
    case = workspace.last_case()
    assert case is not None
    assert case.company.name == "Panificio Lorusso"


def test_a_wrong_vat_number_is_told_gently_and_kept(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = begun(open_window)
    hand.write("company-vat", "12345678901")
    assert "please look at it again" in hand.see("vat-advice", QLabel).text()
    case = workspace.last_case()
    assert case is not None
    assert case.company.vat == "12345678901"


@pytest.mark.parametrize("written", ["00743110157", "00.743.110.157", "IT 007 431-10157"])
def test_a_right_vat_number_gets_no_advice_however_it_is_written(
    open_window: Callable[[], Hand], workspace: Workspace, written: str
) -> None:
    hand = begun(open_window)
    hand.write("company-vat", written)
    assert hand.find("vat-advice") is None
    case = workspace.last_case()
    assert case is not None
    assert case.company.vat.removeprefix("IT") == "00743110157"


def test_the_ateco_code_chooses_the_sector(open_window: Callable[[], Hand], workspace: Workspace) -> None:
    hand = begun(open_window)
    hand.write("company-ateco", "10.71")
    assert hand.see("company-sector", Picker).choice() == "C"
    case = workspace.last_case()
    assert case is not None
    assert case.company.sector == "C"


def test_the_size_follows_the_numbers(open_window: Callable[[], Hand]) -> None:
    hand = begun(open_window)
    small = hand.see("size-class", QLabel).text()
    field = hand.see("company-headcount")
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    hand.write("company-headcount", "60")
    assert hand.see("size-class", QLabel).text() != small


def test_the_last_questionnaire_cannot_be_unticked(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = begun(open_window)
    choice = hand.window.findChild(QuestionnaireChoice)
    assert choice is not None
    for name in choice.ids():
        hand.click(f"questionnaire-{name}")
    case = workspace.last_case()
    assert case is not None
    assert len(case.questionnaire_ids) == 1


def test_a_company_begun_can_be_opened_again(open_window: Callable[[], Hand], workspace: Workspace) -> None:
    hand = begun(open_window)
    hand.click("other-company")
    hand.click("start")
    hand.write("company-name", "Officina Rossi")
    hand.click("other-company")
    first = next(summary for summary in workspace.cases() if summary.name == "Panificio Lorusso")
    hand.press(Qt.Key.Key_Tab)
    hand.click(f"company-{first.id}")
    case = workspace.last_case()
    assert case is not None
    assert "Panificio Lorusso" in [label.text() for label in hand.window.findChildren(QLabel)]
