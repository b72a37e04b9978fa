"""The room of projects: groups looked at, taken up, led on, and what goes out of them."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from desktop.projects import Project
from desktop.ui.background import wait_for_background_work
from desktop.ui.fields import Picker
from desktop.ui.grouped_list import GroupedList
from desktop.ui.tick import Tick
from desktop.workspace import Workspace
from tests.hub_groups import Hub
from tests.ui.hand import Hand


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """A hub where seven companies of Bergamo lack what it teaches in a class."""
    made = Hub(tmp_path / "data")
    book = made.workspace.preferences
    book.save(replace(book.read(), is_hub=True))
    made.firms(7)
    yield made
    assert wait_for_background_work(30_000)
    made.workspace.close()


@pytest.fixture
def workspace(hub: Hub) -> Workspace:
    """The window opens on the hub's."""
    return hub.workspace


@pytest.fixture
def room(hub: Hub, open_window: Callable[[], Hand]) -> Hand:
    return entered(open_window(), "Understanding the cloud")


def entered(hand: Hand, shown: str) -> Hand:
    hand.click("to-hub")
    if hand.find("hub-projects") is not None:
        hand.click("hub-projects")
    hand.until(lambda: shown in said(hand))
    return hand


def said(hand: Hand) -> str:
    shown = hand.find("groups", GroupedList)
    return "\n".join([hand.see("groups-state", QLabel).text(), *(shown.lines() if shown else [])])


def project_of(hub: Hub) -> Project:
    (project,) = hub.workspace.hub.projects.all()
    return project


def choose(hand: Hand, picker: str, text: str) -> None:
    field = hand.see(picker, Picker)
    field.setCurrentIndex(field.findText(text))
    field.activated.emit(field.currentIndex())


def open_first(hand: Hand) -> None:
    hand.see("groups", GroupedList).setFocus()
    hand.press(Qt.Key.Key_Return)


def take_up(hand: Hand) -> None:
    open_first(hand)
    hand.click("group-take")
    hand.click("dialog-do")
    hand.see("project-page")


def test_a_group_tells_its_reasons_and_becomes_a_project_without_those_left_out(hub: Hub, room: Hand) -> None:
    open_first(room)
    why = [each.text() for each in room.see("group-why", QFrame).findChildren(QLabel)]
    assert any(each.startswith("7 companies are below their goal") for each in why)
    out = room.see("group-company-3", Tick)
    out.click()
    assert room.see("group-count", QLabel).text() == "6 of 7 ticked."
    room.click("group-take")
    room.see("project-new-title", QLineEdit).selectAll()
    room.write("project-new-title", "Il cloud")
    room.click("dialog-do")
    room.see("project-page")
    assert (project_of(hub).title, project_of(hub).members) == ("Il cloud", {"proposed": 6})
    room.write("project-title", "2027: ")
    room.press(Qt.Key.Key_Escape)
    room.until(lambda: "2027: Il cloud" in said(room))


def test_a_company_of_a_group_is_opened_and_the_way_back_leads_to_the_group(hub: Hub, room: Hand) -> None:
    open_first(room)
    room.click("member-open-3")
    room.see("results-page")
    room.click("to-hub")
    room.see("proposal-page")
    room.click("group-take")
    room.click("dialog-do")
    room.click("member-open-3")
    room.see("results-page")
    room.click("to-hub")
    room.see("project-page")
    room.press(Qt.Key.Key_Escape)
    room.see("groups")


def test_filters_narrow_the_groups_and_say_so_where_nothing_is_left(hub: Hub, room: Hand) -> None:
    choose(room, "groups-least", "from 10 companies")
    assert "No group is as you wish" in said(room)
    choose(room, "groups-least", "from 5 companies")
    choose(room, "groups-sector", "Manufacturing")
    choose(room, "groups-place", "Lombardia")
    assert "province of Bergamo" in said(room)


def test_the_best_groups_are_shown_and_all_of_them_on_wish(hub: Hub, room: Hand) -> None:
    needs = dict.fromkeys(("digital-tools", "digital-processes", "digital-data"), 0)
    for number in range(4):
        hub.firm(f"Officina {number}", needs)
    room.click("hub-territory")
    entered(room, "Voucher or funding")
    assert said(room).count("Voucher or funding") == 1
    assert "how much it pays is not known" in said(room)
    room.click("groups-all")
    assert said(room).count("Voucher or funding") == len(needs)
    room.click("groups-all")
    assert said(room).count("Voucher or funding") == 1


def test_a_project_is_led_on_until_it_stands_in_the_register(hub: Hub, room: Hand) -> None:
    new = hub.firm("Caffè Centrale")
    take_up(room)
    room.click("project-add")
    room.write("add-search", "central")
    room.see(f"add-company-{new}", Tick).click()
    room.click("dialog-do")
    room.until(lambda: sum(project_of(hub).members.values()) == 8)
    room.click("project-all-asked")
    room.click("member-out-1")
    choose(room, "member-2", "Takes part")
    choose(room, f"member-{new}", "Does not take part")
    room.see("member-2", Picker).setFocus()
    room.press(Qt.Key.Key_Tab)
    assert room.focused() == "member-out-2"
    room.press(Qt.Key.Key_Return)
    assert room.focused() == "member-3"
    room.click("project-add")
    room.write("add-search", "Panificio 2")
    room.see("add-company-2", Tick).click()
    room.click("dialog-do")
    choose(room, "member-2", "Takes part")
    choose(room, "project-state", "Running")
    room.write("project-note", "Prima mattina il 12 gennaio")
    room.click("project-services")
    officer = next(iter(hub.workspace.library.hub_desk.people.values())).name
    choose(room, "services-officer", officer)
    room.click("dialog-do")
    project = project_of(hub)
    (line,) = hub.workspace.hub.services.lines()
    assert line.officer == officer
    assert (project.state, project.note, project.services) == ("running", "Prima mattina il 12 gennaio", 1)
    assert project.members == {"asked": 5, "in": 1, "out": 1}
    assert "1 line in the register" in room.see("project-count", QLabel).text()


def test_deleting_a_project_asks_and_lets_its_companies_be_proposed_again(hub: Hub, room: Hand) -> None:
    take_up(room)
    room.see("project-delete", QPushButton).click()
    room.click("dialog-cancel")
    assert hub.workspace.hub.projects.all()
    room.see("project-delete", QPushButton).click()
    room.click("dialog-do")
    room.until(lambda: "Proposed groups · 1" not in said(room) and "7 companies" in said(room))
    assert not hub.workspace.hub.projects.all()


def test_the_letter_names_nobody_and_is_copied_as_it_was_changed(hub: Hub, room: Hand) -> None:
    take_up(room)
    room.click("project-letter")
    text = room.see("letter-text", QPlainTextEdit)
    assert "Panificio" not in text.toPlainText()
    text.insertPlainText("URGENT ")
    room.click("dialog-do")
    assert QGuiApplication.clipboard().text().startswith("URGENT Dear company,")


def saving_to(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_the_sheet_names_companies_only_where_that_is_ticked(
    hub: Hub, room: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_up(room)
    texts = {}
    for is_named in (False, True):
        path = tmp_path / f"{is_named}.pdf"
        saving_to(monkeypatch, path)
        room.click("project-sheet")
        if is_named:
            room.see("sheet-named", Tick).click()
        room.click("dialog-do")
        room.until(path.exists)
        texts[is_named] = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Panificio 1" in texts[True]
    assert "0 → 2" in texts[True]
    assert "Panificio" not in texts[False]
    for told in texts.values():
        assert "€3,000" in told
        assert "marta.riva@hub-valle-serena.example" in told
    assert "7 companies are below their goal" in " ".join(texts[False].split())


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_list_holds_every_company_and_no_formula(
    hub: Hub, open_window: Callable[[], Hand], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    hub.firm("=HYPERLINK(1)")
    room, path = entered(open_window(), "8 companies"), tmp_path / f"list{suffix}"
    take_up(room)
    saving_to(monkeypatch, path)
    room.click("project-list")
    room.click("dialog-do")
    room.until(path.exists)
    if suffix == ".csv":
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        names = [row[0] for row in csv.reader(lines, delimiter=";")]
        assert "'=HYPERLINK(1)" in names
    else:
        cells = [row[0] for row in load_workbook(path).active.iter_rows()]
        names = [str(cell.value) for cell in cells]
        assert {cell.data_type for cell in cells} == {"s"}
    assert len(names) == 9


def test_without_companies_the_room_says_what_to_do(
    tmp_path: Path, hub: Hub, open_window: Callable[[], Hand]
) -> None:
    for case in hub.workspace.cases():
        hub.workspace.register.archive(hub.workspace.case(case.id).company_id)
    entered(open_window(), "No company's answers are here yet.")
