"""Companies go along and come back in the window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.storage import FileDatabase, Remark
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.vault_file import read_vault
from desktop.ui.company.page import CompanyPage
from desktop.ui.desk import Desk
from desktop.ui.home.company_table import CompanyTableModel
from desktop.ui.home.two_lines import DETAIL
from desktop.ui.laptops.page import LaptopsPage
from desktop.ui.laptops.return_card import ReturnCard
from desktop.ui.look import Look
from desktop.ui.questions.choice_card import RadioCard
from desktop.ui.safety.secret_field import SecretField
from desktop.workspace import Workspace
from tests.laptops import Office

WORDS = "correct horse battery staple"


@pytest.fixture
def out(workspace: Workspace, answered: int, tmp_path: Path) -> Path:
    """The bakery, taken along; a note was changed on both sides since."""
    folder = tmp_path / "laptop"
    company_id = workspace.case(answered).company_id
    workspace.laptops.take_along([company_id], folder, WORDS, RecoveryCode.new())
    laptop = Office(FileDatabase(folder, read_vault(folder).open(WORDS)), "Anna")
    [key, *_] = workspace.case(answered).sheet
    for side in (laptop, Office(workspace._database, "Bruno")):
        uuid = side.uuid(1)
        side.beside.save_remark(side.round(uuid), key, Remark(note=f"Note of {side.journal.hand.by}"))
    laptop.database.close()
    return folder


def page_with(workspace: Workspace, look: Look, qtbot: QtBot, folder: Path) -> LaptopsPage:
    page = LaptopsPage(Desk(workspace), look)
    qtbot.addWidget(page)
    page.show()
    page.findChild(ReturnCard).use_folder(folder)
    field = page.findChild(ReturnCard).findChild(SecretField)
    field.setFocus()
    qtbot.keyClicks(field.focusProxy(), WORDS)
    press(page, "look-at-laptop")
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "bring-back").isVisible())
    return page


def press(page: LaptopsPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button.isEnabled()
    button.click()


def seen(page: LaptopsPage) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_the_list_says_who_has_a_company(workspace: Workspace, answered: int, out: Path, look: Look) -> None:
    listing = workspace.companies.read("en")
    model = CompanyTableModel(listing, look)
    model.set_rows(listing.rows)
    assert "on a laptop since today" in model.index(0, 0).data(DETAIL)


def test_what_both_changed_is_chosen_and_brought_back(
    workspace: Workspace, answered: int, out: Path, look: Look, qtbot: QtBot
) -> None:
    page = page_with(workspace, look, qtbot, out)
    assert "1 thing was changed on both sides" in seen(page)
    assert not page.findChild(QPushButton, "bring-back").isEnabled()
    [mine] = [each for each in page.findChildren(RadioCard) if each.accessibleName() == "Note of Anna"]
    mine.click()
    press(page, "bring-back")
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "wipe-laptop").isVisible())
    case = workspace.case(answered)
    assert [each.note for each in workspace.visits.remarks(case).values()] == ["Note of Anna"]
    qtbot.waitUntil(lambda: "laptop since" not in seen(page))
    press(page, "wipe-laptop")
    qtbot.waitUntil(lambda: "was overwritten and removed" in seen(page))
    assert not out.exists()


def test_all_from_the_server_needs_one_click(
    workspace: Workspace, answered: int, out: Path, look: Look, qtbot: QtBot
) -> None:
    page = page_with(workspace, look, qtbot, out)
    press(page, "all-theirs")
    press(page, "bring-back")
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "wipe-laptop").isVisible())
    notes = workspace.visits.remarks(workspace.case(answered)).values()
    assert [each.note for each in notes] == ["Note of Bruno"]


def cards_of_anna(page: LaptopsPage) -> list[RadioCard]:
    cards = [each for each in page.findChildren(RadioCard) if each.isVisible()]
    return [each for each in cards if each.accessibleName().endswith("of Anna")]


def choose_mine(page: LaptopsPage) -> None:
    for card in cards_of_anna(page):
        card.click()


def test_many_are_chosen_one_by_one_page_by_page(
    workspace: Workspace, answered: int, out: Path, look: Look, qtbot: QtBot
) -> None:
    laptop = Office(FileDatabase(out, read_vault(out).open(WORDS)), "Anna")
    noted = next(iter(workspace.case(answered).sheet))
    known = workspace.library.questionnaires.values()
    keys = [one.key for each in known for one in each.questions.values() if one.key != noted][:24]
    for side in (laptop, Office(workspace._database, "Bruno")):
        round_id = side.round(side.uuid(1))
        for key in keys:
            side.beside.save_remark(round_id, key, Remark(note=f"{key} of {side.journal.hand.by}"))
    laptop.database.close()
    page = page_with(workspace, look, qtbot, out)
    assert "25 things to choose" in seen(page)
    choose_mine(page)
    assert not page.findChild(QPushButton, "bring-back").isEnabled()
    press(page, "page-after")
    qtbot.waitUntil(lambda: len(cards_of_anna(page)) == 5)
    choose_mine(page)
    assert "Everything is chosen" in seen(page)
    press(page, "bring-back")
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "wipe-laptop").isVisible())
    notes = workspace.visits.remarks(workspace.case(answered)).values()
    assert len(notes) == 25
    assert all(each.note.endswith("of Anna") for each in notes)


def test_the_page_of_the_company_says_who_has_it(
    workspace: Workspace, answered: int, out: Path, look: Look, qtbot: QtBot
) -> None:
    desk = Desk(workspace)
    desk.open(answered)
    page = CompanyPage(desk, look)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.findChild(QLabel, "lent").isVisible())
    assert "On a laptop since today" in page.findChild(QLabel, "lent").text()


def test_a_wrong_folder_is_told(
    workspace: Workspace, answered: int, tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    page = LaptopsPage(Desk(workspace), look)
    qtbot.addWidget(page)
    page.show()
    page.findChild(ReturnCard).use_folder(tmp_path / "nothing")
    field = page.findChild(ReturnCard).findChild(SecretField)
    qtbot.keyClicks(field.focusProxy(), "anything")
    press(page, "look-at-laptop")
    qtbot.waitUntil(lambda: "holds no data of Sestante" in seen(page))


def test_where_there_is_no_company_nothing_is_asked(workspace: Workspace, look: Look, qtbot: QtBot) -> None:
    page = LaptopsPage(Desk(workspace), look)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "No company is here yet" in seen(page))
    assert not page.findChild(QPushButton, "take-along").isVisible()


def test_a_company_left_out_is_not_said_to_be_back(
    workspace: Workspace, answered: int, out: Path, look: Look, qtbot: QtBot
) -> None:
    workspace.register.erase(workspace.case(answered).company_id, "request")
    page = page_with(workspace, look, qtbot, out)
    press(page, "bring-back")
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "wipe-laptop").isVisible())
    assert "left out: Panificio Lorusso." in seen(page)
    qtbot.waitUntil(lambda: "Panificio Lorusso: deleted on the server, and left out" in seen(page))
    assert "brought back" not in seen(page)
    press(page, "look-at-laptop")
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "look-at-laptop").isEnabled())
    assert "left out: Panificio Lorusso." in seen(page)
    (out / "offer.pdf").write_bytes(b"of somebody")
    press(page, "wipe-laptop")
    qtbot.waitUntil(lambda: "What others put there stays: offer.pdf." in seen(page))
    assert [path.name for path in out.iterdir()] == ["offer.pdf"]


def test_a_company_of_two_rounds_goes_along_as_one(
    workspace: Workspace, answered: int, tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    workspace.rounds.begin(workspace.case(answered))
    page = LaptopsPage(Desk(workspace), look)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.findChild(QPushButton, "tick-all").isVisible)
    press(page, "tick-all")
    assert page.findChild(QPushButton, "take-along").text() == "Take 1 company along"


def test_what_is_on_laptops_stands_above_before_the_rest_is_shown(
    workspace: Workspace, answered: int, out: Path, look: Look, qtbot: QtBot
) -> None:
    page = LaptopsPage(Desk(workspace), look)
    qtbot.addWidget(page)
    page.show()
    assert not page.findChild(QPushButton, "tick-all").isVisible()
    qtbot.waitUntil(page.findChild(QPushButton, "tick-all").isVisible)
    assert "On laptops now" in seen(page)
