"""The register of services: lines written, changed together, found, added up, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit

from desktop.advising import ServiceLine
from desktop.ui.fields import Picker
from desktop.ui.hub.several_rows import SeveralRows
from desktop.workspace import Workspace
from tests.ui.hand import Hand
from tests.ui.test_hub_advising import rows

CLOUD = ServiceLine(
    "",
    None,
    "training",
    "Cloud course",
    date(2026, 5, 4),
    kind="training",
    price_cents=60_000,
    officer="Sara",
)


@pytest.fixture
def opened(open_window: Callable[[], Hand], workspace: Workspace, bakery: int) -> Hand:
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True, consultant="Marta"))
    company = workspace.case(bakery).company_id
    audit = replace(CLOUD, title="Audit", kind="consulting", price_cents=40_050, started_on=date(2025, 2, 3))
    workspace.hub.services.save(replace(CLOUD, company_id=company), audit)
    hand = open_window()
    hand.click("to-hub")
    hand.click("hub-services")
    hand.until(lambda: len(rows(hand, "services-list")) == 2)
    return hand


def states(workspace: Workspace) -> list[str]:
    return [line.state for line in workspace.hub.services.lines()]


def test_lines_are_added_up_found_and_filtered(opened: Hand) -> None:
    assert (
        opened.see("services-sums", QLabel).text().startswith("2 services  ·  2 people  ·  value €1,000.50")
    )
    assert opened.see("services-shares", QLabel).text() == "Training: 60%  ·  Consulting: 40%"
    opened.write("services-search", "lorusso")
    assert [row.split(" | ")[0] for row in rows(opened, "services-list")] == ["Cloud course"]
    opened.see("services-search", QLineEdit).clear()
    year = opened.see("services-year", Picker)
    year.setCurrentIndex(year.findData("2025"))
    year.activated.emit(year.currentIndex())
    assert [row.split(" | ")[0] for row in rows(opened, "services-list")] == ["Audit"]


def test_what_is_searched_for_holds_after_a_change(opened: Hand, workspace: Workspace) -> None:
    opened.write("services-search", "audit")
    opened.until(lambda: len(rows(opened, "services-list")) == 1)
    before = rows(opened, "services-list")
    state = opened.see("services-set-state", Picker)
    state.setCurrentIndex(state.findData("delivered"))
    state.activated.emit(state.currentIndex())
    opened.until(lambda: rows(opened, "services-list") != before)
    assert "delivered" in states(workspace)
    assert [row.split(" | ")[0] for row in rows(opened, "services-list")] == ["Audit"]
    assert opened.see("services-sums", QLabel).text().startswith("1 service  ·")


def test_the_state_of_several_is_set_at_once_and_taken_back(opened: Hand, workspace: Workspace) -> None:
    opened.see("services-list", SeveralRows).selectAll()
    state = opened.see("services-set-state", Picker)
    state.setCurrentIndex(state.findData("delivered"))
    state.activated.emit(state.currentIndex())
    opened.until(lambda: states(workspace) == ["delivered", "delivered"])
    assert opened.see("services-told", QLabel).text() == "2 services: now delivered."
    opened.click("service-undo")
    opened.until(lambda: states(workspace) == ["planned", "planned"])


def test_a_service_is_written_for_a_company_found_by_name(opened: Hand, workspace: Workspace) -> None:
    opened.click("service-add")
    company = opened.see("service-company", QLineEdit)
    company.setText("Nobody here")
    opened.see("service-title", QLineEdit).setText("Look at the call")
    opened.click("dialog-do")
    assert "No company of this name" in opened.see("service-advice", QLabel).text()
    company.setText("panificio lorusso")
    opened.see("service-price", QLineEdit).setText("1.250,5 eur")
    opened.click("dialog-do")
    opened.until(lambda: len(rows(opened, "services-list")) == 3)
    line = next(each for each in workspace.hub.services.lines() if each.title == "Look at the call")
    assert (line.company, line.price_cents, line.officer) == ("Panificio Lorusso", 125_050, "Marta")


def test_what_is_deleted_comes_back_as_it_was(opened: Hand, workspace: Workspace) -> None:
    before = workspace.hub.services.lines()
    opened.see("services-list", SeveralRows).selectAll()
    opened.click("service-delete")
    opened.until(lambda: not workspace.hub.services.lines())
    opened.click("service-undo")
    opened.until(lambda: workspace.hub.services.lines() == before)


def test_a_line_is_changed_and_keeps_its_company(opened: Hand, workspace: Workspace) -> None:
    opened.see("services-list", SeveralRows).choose([workspace.hub.services.lines()[1].uid])
    opened.click("service-change")
    opened.see("service-title", QLineEdit).setText("Cloud course, second group")
    opened.click("service-has-ended")
    opened.click("dialog-do")
    opened.until(lambda: "second group" in workspace.hub.services.lines()[1].title)
    line = workspace.hub.services.lines()[1]
    assert (line.company, line.ended_on) == ("Panificio Lorusso", line.started_on)


def test_rows_are_sorted_by_a_press_on_a_heading(opened: Hand) -> None:
    view = opened.see("services-list", SeveralRows)
    chosen = [line.title for line in view.chosen()]
    heading = view.horizontalHeader()
    for expected in (["Audit", "Cloud course"], ["Cloud course", "Audit"]):
        opened.click_at(heading.viewport(), 40)
        assert [row.split(" | ")[0] for row in rows(opened, "services-list")] == expected
        assert [line.title for line in view.chosen()] == chosen


def test_a_signed_list_is_kept_with_a_service_looked_at_and_taken_away(
    opened: Hand, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed, empty = tmp_path / "firme.txt", tmp_path / "empty.pdf"
    signed.write_text("Maria, Anna")
    empty.touch()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(empty), str(signed)], ""))
    opened.click("service-file-add")
    opened.until(lambda: "1 file" in rows(opened, "services-list")[0])
    assert "empty.pdf is empty" in opened.see("service-files-told", QLabel).text()
    line = next(each for each in workspace.hub.services.lines() if each.files)
    [file] = workspace.hub.services.files(line.uid)
    opened.click(f"evidence-{file.id}")
    assert opened.see("viewer-text", QPlainTextEdit).toPlainText() == "Maria, Anna"
    opened.click("viewer-close")
    opened.click(f"remove-evidence-{file.id}")
    opened.until(lambda: "1 file" not in rows(opened, "services-list")[0])
    opened.click("service-undo")
    opened.until(lambda: "1 file" in rows(opened, "services-list")[0])


def test_a_deleted_service_comes_back_with_its_files(
    opened: Hand, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "fattura.pdf").write_bytes(b"%PDF-1.7 invoice")
    first = workspace.hub.services.lines()[0]
    workspace.hub.services.add_file(first.uid, tmp_path / "fattura.pdf")
    opened.see("services-list", SeveralRows).selectAll()
    opened.click("service-delete")
    opened.until(lambda: not workspace.hub.services.lines())
    opened.click("service-undo")
    opened.until(lambda: len(workspace.hub.services.lines()) == 2)
    [file] = workspace.hub.services.files(first.uid)
    assert workspace.hub.services.file_content(file.id) == b"%PDF-1.7 invoice"
