"""The list of companies: found by typing, filtered, sorted, opened, put away, made one, deleted."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableView,
)
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.answers import Chosen
from desktop.clock import today
from desktop.content.company import Company, Contact
from desktop.settings import Settings, write_settings
from desktop.storage import CompanyRow
from desktop.ui.home.company_table import CompanyTableModel
from desktop.ui.look import Look
from desktop.workspace import Place, Workspace
from desktop.workspace.company_listing import Listing
from tests.ui.hand import Hand

VAT = "00159560366"
FIRMS = (
    Company(name="Caffè Nicolò", headcount=3, sector="I", region="ITF4", contact=Contact(name="Zoë Conti")),
    Company(name="Officina Rossi", headcount=20, sector="C", region="ITC4", vat=VAT),
    Company(name="Panificio D’Angelo", headcount=6, sector="C", region="ITF4"),
)


@pytest.fixture
def firms(workspace: Workspace) -> dict[str, int]:
    """Three companies by name, the last one visited last."""
    made = {}
    for firm in FIRMS:
        case = workspace.create_case(firm)
        workspace.save_place(case, Place("results" if firm.headcount == 3 else "company"))
        made[firm.name] = case.id
    return made


def company_of(workspace: Workspace, round_id: int) -> int:
    return workspace.case(round_id).company_id


@pytest.fixture
def opened(open_window: Callable[[], Hand], firms: dict[str, int]) -> Callable[[], Hand]:
    def open_at_list() -> Hand:
        hand = open_window()
        hand.until(lambda: bool(shown(hand)))
        return hand

    return open_at_list


def shown(hand: Hand) -> list[str]:
    table = hand.find("company-list", QTableView)
    model = None if table is None else table.model()
    return [] if model is None else [model.index(row, 0).data() for row in range(model.rowCount())]


def pick(hand: Hand, name: str, entry: str) -> None:
    """Choose an entry of a filter as the keyboard does."""
    picker = hand.see(name, QComboBox)
    picker.setFocus()
    hand.press(Qt.Key.Key_Home)
    for _ in range(picker.count()):
        if picker.currentText() == entry:
            return
        hand.press(Qt.Key.Key_Down)
    assert picker.currentText() == entry


def test_one_company_sees_no_list(open_window: Callable[[], Hand], workspace: Workspace, bakery: int) -> None:
    hand = open_window()
    hand.see("company-page")
    assert hand.find("home") is None
    hand.click("other-company")
    hand.see("welcome-page")
    assert hand.find("company-list") is None


def test_the_window_starts_at_the_list_with_the_last_company_first(opened: Callable[[], Hand]) -> None:
    hand = opened()
    assert shown(hand) == ["Panificio D’Angelo", "Officina Rossi", "Caffè Nicolò"]
    assert hand.focused() == "company-list"
    first = hand.see("company-list", QTableView).currentIndex()
    assert first.row() == 0
    assert "Go on" in first.siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert hand.see("company-count", QLabel).text() == "3"


def test_the_program_opens_at_the_list_where_there_are_several(qtbot: QtBot, tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path)
    for firm in FIRMS:
        workspace.create_case(firm)
    workspace.close()
    write_settings(tmp_path, Settings(language="it"))
    app.make_application()
    window = app.open_window(tmp_path)
    qtbot.addWidget(window)
    hand = Hand(qtbot, window)
    hand.until(lambda: len(shown(hand)) == 3)
    assert "Continua" in hand.see("company-list", QTableView).model().index(0, 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    window.close()


@pytest.mark.parametrize("words", ["nicolo", "caffe NICOLÒ", "zoe", "conti caff"])
def test_typing_finds_a_company_and_enter_opens_it_where_it_was_left(
    opened: Callable[[], Hand], words: str
) -> None:
    hand = opened()
    hand.type_on(words)
    hand.until(lambda: shown(hand) == ["Caffè Nicolò"])
    hand.press(Qt.Key.Key_Return)
    hand.see("results-page")


def test_a_vat_number_is_found_however_it_is_written(opened: Callable[[], Hand]) -> None:
    hand = opened()
    hand.write("company-search", "001.595 603")
    hand.until(lambda: shown(hand) == ["Officina Rossi"])


def test_arrows_lead_from_the_search_into_the_list_and_escape_shows_all(opened: Callable[[], Hand]) -> None:
    hand = opened()
    hand.see("company-search").setFocus()
    hand.press(Qt.Key.Key_O)
    hand.press(Qt.Key.Key_Down)
    hand.until(lambda: hand.focused() == "company-list")
    hand.see("company-search").setFocus()
    hand.press(Qt.Key.Key_Escape)
    hand.until(lambda: len(shown(hand)) == 3)


def test_filters_narrow_and_can_be_cleared(opened: Callable[[], Hand]) -> None:
    hand = opened()
    hand.click("filters-fold")
    pick(hand, "filter-sector", "Manufacturing")
    hand.until(lambda: shown(hand) == ["Panificio D’Angelo", "Officina Rossi"])
    pick(hand, "filter-size", "Small")
    hand.until(lambda: shown(hand) == ["Officina Rossi"])
    assert hand.see("company-count", QLabel).text() == "1 of 3"
    pick(hand, "filter-region", "Puglia")
    hand.see("nothing-found")
    hand.click("clear-filters")
    hand.until(lambda: len(shown(hand)) == 3)


def test_what_is_due_can_be_asked_for(
    opened: Callable[[], Hand], workspace: Workspace, firms: dict[str, int]
) -> None:
    days = {"Caffè Nicolò": -1, "Officina Rossi": 10}
    for name, days_left in days.items():
        day = today() + timedelta(days=days_left)
        workspace._stores.desk.add_reminder(company_of(workspace, firms[name]), day, "visit", "Call")
    hand = opened()
    hand.click("filters-fold")
    pick(hand, "filter-due", "Overdue")
    hand.until(lambda: shown(hand) == ["Caffè Nicolò"])
    pick(hand, "filter-due", "Due within 30 days")
    hand.until(lambda: shown(hand) == ["Officina Rossi", "Caffè Nicolò"])


def test_the_order_can_be_chosen_by_heading_and_by_keyboard(opened: Callable[[], Hand]) -> None:
    hand = opened()
    header = hand.see("company-list", QTableView).horizontalHeader()
    hand.click_at(header.viewport(), header.sectionViewportPosition(0) + 20)
    assert shown(hand) == ["Caffè Nicolò", "Officina Rossi", "Panificio D’Angelo"]
    hand.click_at(header.viewport(), header.sectionViewportPosition(0) + 20)
    assert shown(hand) == ["Panificio D’Angelo", "Officina Rossi", "Caffè Nicolò"]
    hand.click("filters-fold")
    pick(hand, "filter-order", "By size")
    assert shown(hand)[-1] == "Officina Rossi"


def test_coming_back_the_search_still_stands(opened: Callable[[], Hand]) -> None:
    hand = opened()
    hand.write("company-search", "rossi")
    hand.click("open-company")
    hand.see("company-name")
    hand.click("home")
    hand.until(lambda: shown(hand) == ["Officina Rossi"])
    assert hand.see("company-search", QLineEdit).text() == "rossi"


def test_the_company_opened_last_is_the_first_one_next_time(opened: Callable[[], Hand]) -> None:
    hand = opened()
    hand.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hand.press(Qt.Key.Key_Return)
    hand.see("results-page")
    hand.click("home")
    hand.until(lambda: shown(hand) == ["Caffè Nicolò", "Panificio D’Angelo", "Officina Rossi"])
    assert hand.see("company-list", QTableView).currentIndex().row() == 0


def test_a_company_is_put_away_and_taken_out_again(opened: Callable[[], Hand]) -> None:
    hand = opened()
    hand.click("archive-company")
    hand.until(lambda: shown(hand) == ["Officina Rossi", "Caffè Nicolò"])
    assert "Panificio D’Angelo is archived" in hand.see("passing-words", QLabel).text()
    hand.click("filters-fold")
    pick(hand, "filter-shelf", "Archived only")
    hand.until(lambda: shown(hand) == ["Panificio D’Angelo"])
    hand.click("archive-company")
    hand.see("nothing-found")
    pick(hand, "filter-shelf", "Not archived")
    hand.until(lambda: len(shown(hand)) == 3)


def test_after_one_was_put_away_the_next_one_in_the_list_is_chosen(opened: Callable[[], Hand]) -> None:
    hand = opened()
    hand.press(Qt.Key.Key_Down)
    hand.click("archive-company")
    hand.until(lambda: shown(hand) == ["Panificio D’Angelo", "Caffè Nicolò"])
    assert hand.see("company-list", QTableView).currentIndex().data() == "Caffè Nicolò"
    assert hand.focused() == "company-list"


@pytest.mark.parametrize("stays", [0, 1])
def test_of_two_with_several_rounds_all_follow_in_time_whichever_profile_stays(
    opened: Callable[[], Hand], workspace: Workspace, twins: tuple[int, int], stays: int
) -> None:
    workspace.rounds.begin(workspace.case(twins[1]))
    kept = company_of(workspace, twins[stays])
    hand = opened()
    hand.click("show-twins")
    hand.until(lambda: len(shown(hand)) == 2)
    hand.click("merge-company")
    dialog = hand.see("merge-dialog")
    assert "Both have an assessment T0" in "\n".join(each.text() for each in dialog.findChildren(QLabel))
    hand.click(f"keep-{kept}")
    assert hand.see("rounds-apart", QRadioButton).accessibleName() == "3 assessments, in order of time"
    hand.click("rounds-apart")
    hand.click("dialog-do")
    hand.until(lambda: len(shown(hand)) == 3)
    assert [each.stage for each in workspace.companies.side(kept).rounds] == ["T0", "T1", "T2"]
    assert hand.see("company-list", QTableView).currentIndex().data() == workspace.case(twins[0]).company.name


def test_a_consultant_is_written_and_new_companies_get_the_one_who_works_here(
    opened: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = opened()
    hand.click("change-consultant")
    hand.write("consultant-field", "Anna Conti")
    hand.click("dialog-do")
    hand.until(lambda: "Anna Conti" in {row.consultant for row in workspace.companies.read("en").rows})
    hand.click("to-settings")
    hand.write("consultant-name", "Paolo Serra")
    hand.click("home")
    hand.click("start")
    hand.write("company-name", "Vivaio Greco")
    hand.until(lambda: "Paolo Serra" in {row.consultant for row in workspace.companies.read("en").rows})


def test_a_field_left_by_going_to_the_list_is_saved_where_it_was_written(
    opened: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = opened()
    hand.press(Qt.Key.Key_Return)
    name = hand.see("company-name", QLineEdit)
    name.setFocus()
    name.selectAll()
    hand.type_on("Forno nuovo")
    hand.see("home", QAbstractButton).click()  # as systems do whose buttons take no focus
    hand.until(lambda: shown(hand)[:1] == ["Forno nuovo"])
    assert len(workspace.companies.read("en").rows) == 3


@pytest.fixture
def twins(workspace: Workspace, firms: dict[str, int]) -> tuple[int, int]:
    """Two companies of one VAT number with an answer each."""
    question = workspace.library.questionnaires["quick"].questions["backup"]
    other = workspace.create_case(Company(name="Rossi officina", headcount=21, vat=f"IT {VAT}")).id
    for round_id, choice in ((firms["Officina Rossi"], 0), (other, 1)):
        workspace.save_answer(workspace.case(round_id), question, Chosen(question.choices[choice].id))
    return firms["Officina Rossi"], other


@pytest.mark.parametrize(("way", "stages"), [("one", ["T0"]), ("apart", ["T0", "T1"])])
def test_two_of_one_vat_number_become_one(
    opened: Callable[[], Hand], workspace: Workspace, twins: tuple[int, int], way: str, stages: list[str]
) -> None:
    kept = company_of(workspace, twins[0])
    hand = opened()
    assert hand.see("show-twins", QPushButton).text() == "2 companies with the same VAT number"
    hand.click("show-twins")
    hand.until(lambda: len(shown(hand)) == 2)
    hand.click("merge-company")
    hand.click(f"keep-{kept}")
    hand.click(f"rounds-{way}")
    hand.click("dialog-do")
    hand.until(lambda: hand.find("show-twins") is None)
    hand.until(lambda: len(shown(hand)) == 3)
    assert hand.see("company-list", QTableView).currentIndex().data() == "Officina Rossi"
    assert hand.see("passing-words", QLabel).text() == "Two companies became one: Officina Rossi."
    assert sorted(row.name for row in workspace.companies.read("en").rows) == sorted(
        firm.name for firm in FIRMS
    )
    assert [each.stage for each in workspace.companies.side(kept).rounds] == stages


def test_the_same_vat_number_on_the_companys_page_is_told_and_mended(
    opened: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = opened()
    hand.click("start")
    hand.write("company-name", "Rossi, officina")
    hand.write("company-vat", f"IT{VAT}")
    assert "Officina Rossi is here already" in hand.see("twin-words", QLabel).text()
    hand.click("merge-twin")
    assert any(card.isChecked() for card in hand.see("merge-dialog").findChildren(QRadioButton))
    hand.click("dialog-do")
    hand.until(lambda: hand.find("twin-words") is None)
    assert hand.see("company-name", QLineEdit).text() == "Officina Rossi"
    assert len(workspace.companies.read("en").rows) == 3


def test_a_company_goes_for_good_only_after_a_reason_and_its_name(
    opened: Callable[[], Hand], workspace: Workspace
) -> None:
    hand = opened()
    hand.press(Qt.Key.Key_Delete)
    hand.see("erase-dialog")
    assert not hand.see("dialog-do").isEnabled()
    hand.write("erase-typed", "panificio dangelo")
    assert not hand.see("dialog-do").isEnabled()
    hand.click("reason-withdrawn")
    hand.click("dialog-do")
    hand.until(lambda: shown(hand) == ["Officina Rossi", "Caffè Nicolò"])
    assert len(workspace.companies.read("en").rows) == 2
    assert len(workspace._stores.desk.erased()) == 1


def test_the_last_but_one_that_goes_takes_the_list_with_it(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    workspace.create_case(Company(name="Prova", headcount=1))
    hand = open_window()
    hand.until(lambda: shown(hand) == ["Prova", "Panificio Lorusso"])
    hand.press(Qt.Key.Key_Delete)
    hand.write("erase-typed", "Prova")
    hand.click("reason-mistake")
    hand.click("dialog-do")
    hand.see("welcome-page")
    assert hand.find("home") is None


def test_the_only_company_put_away_is_still_within_reach(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    workspace.register.archive(company_of(workspace, bakery))
    hand = open_window()
    hand.see("nothing-found")
    hand.click("clear-filters")
    hand.until(lambda: shown(hand) == ["Panificio Lorusso"])


def test_those_found_are_those_printed(opened: Callable[[], Hand]) -> None:
    hand = opened()
    hand.write("company-search", "ni")
    hand.until(lambda: shown(hand) == ["Panificio D’Angelo", "Caffè Nicolò"])
    hand.click("to-several")
    hand.until(lambda: hand.see("print-several", QPushButton).text() == "Save 2 companies…")


def test_the_table_keeps_to_what_qt_asks_of_a_model(look: Look, qtmodeltester: ModelTester) -> None:
    row = CompanyRow(1, 1, "A", "", "IT", None, None, None, "", "", "T0", None, None, "", is_archived=True)
    model = CompanyTableModel(Listing((row,), date(2027, 1, 1)), look)
    model.set_rows((row,))
    qtmodeltester.check(model)


def test_a_list_read_again_is_the_same_one_until_something_changed(
    workspace: Workspace, firms: dict[str, int]
) -> None:
    first = workspace.companies.read("en")
    assert workspace.companies.read("en") is first
    workspace.create_case(Company(name="Forno Bruno", headcount=4))
    assert {row.name for row in workspace.companies.read("en").rows} == {*firms, "Forno Bruno"}
