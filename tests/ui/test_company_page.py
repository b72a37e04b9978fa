"""The form about the company: saved at every field, with advice that never blocks."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop.answers import Chosen
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


def test_a_new_company_begins_with_the_quick_check_alone(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = open_window()
    welcome = " ".join(each.text() for each in hand.window.findChildren(QLabel))
    assert "12 questions" in welcome
    assert "About 6 minutes for a first look, then as deep as you like." in welcome
    hand.click("start")
    hand.write("company-name", "Panificio Lorusso")
    case = workspace.last_case()
    assert case is not None
    assert case.questionnaire_ids == ("quick",)


def test_other_questionnaires_stand_behind_a_fold_and_say_what_they_ask(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = begun(open_window)
    assert hand.find("questionnaire-technology-check") is None
    hand.click("other-questionnaires")
    hand.click("questionnaire-technology-check")
    case = workspace.last_case()
    assert case is not None
    assert case.questionnaire_ids == ("quick", "technology-check")
    asked = len(workspace.questions(case, "technology-check"))
    said = hand.see("questionnaire-technology-check").accessibleDescription()
    assert said.startswith(f"{asked} questions · about ")


def test_shared_answers_are_counted_on_the_card_of_a_questionnaire_not_chosen(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    case = workspace.choose_questionnaires(bakery, ("quick",))
    for name in ("backup", "fraud"):
        question = workspace.library.questionnaires["quick"].questions[name]
        case = workspace.save_answer(case, question, Chosen(question.choices[0].id))
    hand = open_window()
    hand.click("other-questionnaires")
    asked = len(workspace.questions(case, "cybersecurity"))
    said = hand.see("questionnaire-cybersecurity").accessibleDescription()
    assert said.startswith(f"2 of {asked} questions already answered")


def test_the_card_of_the_european_check_says_that_a_european_hub_will_ask_for_it(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    company = workspace.case(bakery).company
    workspace.save_company(bakery, replace(company, hub="edih-cetma"))
    hand = open_window()
    hand.click("other-questionnaires")
    assert "Your hub will ask you for it" in hand.see("questionnaire-dma-sme").accessibleDescription()
    assert "Your hub" not in hand.see("questionnaire-cloud").accessibleDescription()


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
    hand.see("home-page")
    hand.until(lambda: hand.focused() == "company-list" and hand.see("open-company").isEnabled())
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.see("company-name")
    assert "Panificio Lorusso" in [label.text() for label in hand.window.findChildren(QLabel)]


def test_who_is_neither_owner_nor_it_is_an_employee_until_told_otherwise(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = begun(open_window)

    def employees() -> int:
        case = workspace.last_case()
        assert case is not None
        return case.company.people.employee

    def type_number(name: str, number: str) -> None:
        field = hand.see(name)
        field.setFocus()
        field.selectAll()  # type: ignore[attr-defined]
        hand.write(name, number)

    type_number("company-headcount", "6")
    assert employees() == 5
    type_number("people-it", "1")
    assert employees() == 4
    type_number("people-employee", "2")
    type_number("company-headcount", "9")
    assert employees() == 2


def test_nobody_is_asked_for_a_name_that_is_being_written(open_window: Callable[[], Hand]) -> None:
    hand = open_window()
    hand.click("start")
    state = hand.see("saved-state", QLabel)
    assert state.text() == "Write the name to begin"
    hand.see("company-name", QLineEdit).setFocus()
    hand.type_on("Pa")
    assert state.text() == ""
