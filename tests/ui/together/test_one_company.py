"""Two windows on one server: people see each other and what is new, and nothing is overwritten unseen."""

from itertools import product

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QTableView
from pytestqt.qtbot import QtBot

from desktop.answers import answer_from_plain
from desktop.content.questionnaires.questionnaire import Question
from desktop.storage import Change
from desktop.storage.server.address import Address
from desktop.ui.background import wait_for_background_work
from desktop.ui.home.company_table import CompanyTable
from desktop.ui.rights.erase_dialog import EraseDialog
from desktop.workspace import Place
from tests.desks import a_firm
from tests.serving import Server
from tests.ui.two_desks import Desk, heard


def both_at(question: str, *desks: Desk) -> None:
    for each in desks:
        case = each.guide.desk.open_case
        each.guide.desk.save_place(Place("questions", "technology-check", question))
        assert each.guide.desk.open_case.id == case.id
        each.go("questions")


def stored(desk: Desk, question: str) -> object:
    """What is written down now."""
    case = desk.workspace.case(desk.guide.desk.open_case.id)
    return case.sheet.get(question_of(desk, question).key)


def question_of(desk: Desk, name: str) -> Question:
    return desk.workspace.library.questionnaires["technology-check"].questions[name]


def answer(desk: Desk, question: str, plain: object) -> None:
    """Answer elsewhere than in the window."""
    asked, case = question_of(desk, question), desk.workspace.case(desk.guide.desk.open_case.id)
    desk.workspace.save_answer(case, asked, answer_from_plain(asked, plain))


def is_chosen(desk: Desk, choice: str) -> bool:
    return desk.hand.see(f"choice-{choice}", QAbstractButton).isChecked()


def test_what_one_answers_appears_at_the_other_on_the_same_question(anna: Desk, bruno: Desk) -> None:
    both_at("ai-skills", anna, bruno)
    anna.hand.click("choice-heard")
    bruno.hand.until(lambda: is_chosen(bruno, "heard"))
    assert "Anna has just changed this answer." in bruno.says("passing-words")
    bruno.hand.click("choice-users")
    anna.hand.until(lambda: is_chosen(anna, "users"))
    assert anna.hand.find("clash-strip") is None
    assert bruno.hand.find("clash-strip") is None


def test_two_on_one_company_see_each_other(anna: Desk, bruno: Desk) -> None:
    assert bruno.says("others-here").endswith("is here too")
    assert anna.says("others-here").endswith("is here too")
    bruno.guide.desk.clear()
    anna.hand.until(lambda: anna.hand.find("others-here") is None)


def clashing(anna: Desk, bruno: Desk) -> None:
    """Bruno answers before he could hear that Anna has."""
    both_at("ai-skills", anna, bruno)
    bruno.workspace.together.close()
    for _ in range(3):  # what he has heard already is read, before there is an answer to be read
        QCoreApplication.processEvents()
        assert wait_for_background_work(30_000)
    anna.hand.click("choice-heard")
    bruno.hand.click("choice-users")


def test_of_two_answers_at_once_both_are_shown_and_nothing_is_overwritten(anna: Desk, bruno: Desk) -> None:
    clashing(anna, bruno)
    assert "Anna" in bruno.says("clash-theirs")
    assert bruno.hand.see("choice-heard").accessibleName() in bruno.says("clash-theirs")
    assert bruno.hand.see("choice-users").accessibleName() in bruno.says("clash-mine")
    assert bruno.says("saved-state") != "Saved"
    assert stored(bruno, "ai-skills") == answer_from_plain(question_of(bruno, "ai-skills"), "heard")


def test_who_keeps_his_own_answer_leaves_the_other_in_the_history(anna: Desk, bruno: Desk) -> None:
    clashing(anna, bruno)
    bruno.hand.click("keep-mine")
    anna.hand.until(lambda: is_chosen(anna, "users"))
    assert bruno.hand.find("clash-strip") is None
    [first, second] = answers_in_history(bruno)
    assert (first.by, first.after["plain"], second.by) == ("Anna", "heard", "Bruno")


def test_who_takes_the_other_answer_sees_it(anna: Desk, bruno: Desk) -> None:
    clashing(anna, bruno)
    bruno.hand.click("take-theirs")
    bruno.hand.until(lambda: is_chosen(bruno, "heard"))
    assert bruno.hand.find("clash-strip") is None
    assert len(answers_in_history(bruno)) == 1


def answers_in_history(desk: Desk) -> list[Change]:
    return [each for each in desk.workspace.history.of(desk.guide.desk.open_case) if each.what == "answer"]


def test_what_is_being_typed_stays_under_the_hand(qtbot: QtBot, anna: Desk, bruno: Desk) -> None:
    both_at("notes", bruno)
    bruno.take_keyboard()
    field = bruno.hand.see("text", QPlainTextEdit)
    bruno.hand.until(field.hasFocus)
    qtbot.keyClicks(field, "The baker")
    answer(anna, "notes", "Anna's words")
    assert not heard(qtbot, lambda: field.toPlainText() != "The baker")
    qtbot.keyClicks(field, " says")
    assert field.toPlainText() == "The baker says"
    assert "Anna's words" in bruno.says("clash-theirs")
    assert "The baker says" in bruno.says("clash-mine")
    bruno.hand.click("keep-mine")
    bruno.hand.until(lambda: bruno.hand.find("clash-strip") is None)
    assert "The baker says" in str(stored(bruno, "notes"))


def test_two_fields_of_a_profile_are_written_by_two(qtbot: QtBot, anna: Desk, bruno: Desk) -> None:
    bruno.go("company")
    bruno.take_keyboard()
    phone = bruno.hand.see("contact-phone", QLineEdit)
    phone.setFocus()
    qtbot.keyClicks(phone, "080 12")
    case = anna.guide.desk.open_case
    anna.workspace.save_company(case.id, replace(case.company, vat="IT00159560366"), case.company)
    bruno.hand.until(lambda: "00159560366" in bruno.hand.see("company-vat", QLineEdit).text())
    assert (phone.text(), phone.hasFocus()) == ("080 12", True)
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    company = anna.workspace.case(case.id).company
    assert ("00159560366" in company.vat, company.contact.phone) == (True, "080 12")
    assert bruno.hand.find("clash-strip") is None


def test_one_field_of_a_profile_written_by_two_is_asked(qtbot: QtBot, anna: Desk, bruno: Desk) -> None:
    bruno.go("company")
    bruno.take_keyboard()
    phone = bruno.hand.see("contact-phone", QLineEdit)
    phone.setFocus()
    qtbot.keyClicks(phone, "080 12")
    case = anna.guide.desk.open_case
    contact = replace(case.company.contact, phone="080 99")
    anna.workspace.save_company(case.id, replace(case.company, contact=contact), case.company)
    assert not heard(qtbot, lambda: phone.text() != "080 12")
    qtbot.keyClick(phone, Qt.Key.Key_Tab)
    assert "080 99" in bruno.says("clash-theirs")
    assert anna.workspace.case(case.id).company.contact.phone == "080 99"
    bruno.hand.click("take-theirs")
    bruno.hand.until(lambda: bruno.hand.see("contact-phone", QLineEdit).text() == "080 99")


def test_undo_takes_back_only_what_one_did_oneself(anna: Desk, bruno: Desk) -> None:
    both_at("ai-skills", anna, bruno)
    bruno.hand.click("choice-heard")
    anna.hand.until(lambda: is_chosen(anna, "heard"))
    anna.hand.click("choice-users")
    bruno.hand.until(lambda: is_chosen(bruno, "users"))
    bruno.guide.desk.turning.undo()  # his own answer was replaced since
    assert "nothing to undo" in bruno.says("passing-words")
    anna.guide.desk.turning.undo()
    bruno.hand.until(lambda: is_chosen(bruno, "heard"))
    bruno.guide.desk.turning.undo()
    anna.hand.until(lambda: not is_chosen(anna, "heard"))


def test_who_deletes_a_company_is_told_who_has_it_open(anna: Desk, bruno: Desk) -> None:
    case, asked = anna.guide.desk.open_case, []
    anna.hand.until(lambda: bool(anna.workspace.together.at(case.company_id)))
    dialog = EraseDialog(anna.workspace, [(case.company_id, case.company.name)], anna.look, anna.window)
    dialog.ask(asked.clear)
    assert "has it open at another desk" in dialog.findChildren(QLabel, "others-warning")[0].text()
    dialog.reject()


def test_a_company_that_another_program_damaged_is_not_told_as_deleted(
    anna: Desk, bruno: Desk, server: Server, address: Address
) -> None:
    both_at("ai-skills", anna, bruno)
    answer(anna, "ai-skills", "heard")
    server.run("UPDATE answer SET value = '{'; UPDATE round SET changed_at = now()", address.database)
    bruno.hand.until(
        lambda: bruno.hand.find("passing-words") is not None and "cannot" in bruno.says("passing-words")
    )
    assert "deleted" not in bruno.says("passing-words")


def test_a_company_deleted_under_the_hands_is_told(anna: Desk, bruno: Desk) -> None:
    both_at("ai-skills", bruno)
    anna.workspace.register.erase(anna.guide.desk.open_case.company_id, "request")
    bruno.hand.until(lambda: bruno.guide.desk.case is None)
    assert "deleted" in bruno.says("passing-words")


def test_a_name_changed_at_another_desk_appears_in_the_list(anna: Desk, bruno: Desk) -> None:
    anna.workspace.create_case(a_firm("Forno Ada"))
    bruno.go("welcome")
    case = anna.guide.desk.open_case
    anna.workspace.save_company(case.id, replace(case.company, name="Forno Bea"), case.company)
    table = bruno.window.findChild(CompanyTable)
    assert isinstance(table, QTableView)
    bruno.hand.until(lambda: table.model() is not None)
    bruno.hand.until(lambda: "Forno Bea" in shown(table))


def shown(table: QTableView) -> list[str]:
    model = table.model()
    places = product(range(model.rowCount()), range(model.columnCount()))
    return [str(model.index(*place).data()) for place in places]
