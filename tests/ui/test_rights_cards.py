"""What we hold: a copy, consent, how long it is kept, deletion; and those past their time."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.content.company import Company
from desktop.ui.rights.erase_dialog import EraseDialog
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand


@pytest.fixture
def card(open_window: Callable[[], Hand], workspace: Workspace, answered: int) -> Hand:
    """The company page with the card open."""
    workspace.save_place(workspace.case(answered), Place("company"))
    hand = open_window()
    hand.see("held-fold", QPushButton).click()
    return hand


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Callable[..., list[EraseDialog]]:
    """Lets a hand act in the next dialog, which is shown beside the window until it is done."""

    def act(*, reason: str, typed: str) -> list[EraseDialog]:
        shown: list[EraseDialog] = []

        def exec_(dialog: EraseDialog) -> int:
            shown.append(dialog)
            dialog.show()
            dialog.findChild(QLineEdit, "erase-typed").setText(typed)
            if reason:
                dialog.findChild(QRadioButton, f"reason-{reason}").click()
            button = dialog.findChild(QPushButton, "dialog-do")
            if not button.isEnabled():
                dialog.reject()
                return 0
            with qtbot.waitSignal(dialog.finished, timeout=30_000):
                button.click()
            return 1

        monkeypatch.setattr(EraseDialog, "open", exec_)
        return shown

    return act


def names(workspace: Workspace) -> list[str]:
    return sorted(each.name for each in workspace.cases())


def test_it_counts_what_is_held(card: Hand, workspace: Workspace, answered: int) -> None:
    counts = workspace.rights.counts(workspace.case(answered).company_id)
    assert f"{counts.answers} answers" in card.see("held-counts", QLabel).text()


def test_a_copy_is_written_where_one_chooses(
    card: Hand, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "stick"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    card.see("export-held", QPushButton).click()
    card.until(lambda: "Written to" in card.see("export-state", QLabel).text())
    [made] = target.iterdir()
    assert json.loads((made / "data.json").read_text("utf-8"))["company"]["name"] == "Panificio Lorusso"
    assert card.find("export-person") is None


def test_a_person_gets_a_copy_of_her_own(
    open_window: Callable[[], Hand],
    workspace: Workspace,
    answered: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace.people.add(workspace.case(answered), "Anna", "owner")
    workspace.save_place(workspace.case(answered), Place("company"))
    hand = open_window()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "anna"))
    hand.see("held-fold", QPushButton).click()
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # this platform shows none
    hand.see("export-person", QPushButton).click()
    [menu] = hand.window.findChildren(QMenu, "export-people")
    menu.actions()[0].trigger()
    hand.until(lambda: "Written to" in hand.see("export-state", QLabel).text())
    assert len(list((tmp_path / "anna").iterdir())) == 1


def test_consent_is_read_in_its_version_and_taken_back(
    open_window: Callable[[], Hand], workspace: Workspace, answered: int
) -> None:
    version = workspace.library.consent.version
    workspace.consent.record(workspace.case(answered), version, date(2026, 3, 2))
    workspace.save_place(workspace.case(answered), Place("company"))
    hand = open_window()
    hand.see("held-fold", QPushButton).click()
    hand.see(f"consent-version-{version}", QPushButton).click()
    shown = " ".join(each.text() for each in hand.see("held-card").findChildren(QLabel) if each.isVisible())
    assert "Which data." in shown
    hand.see("held-withdraw", QPushButton).click()
    assert workspace.consent.of(workspace.case(answered)) is None
    assert hand.find("held-withdraw") is None


def test_a_company_is_kept_to_a_day_of_its_own_and_again_as_all(
    card: Hand, workspace: Workspace, answered: int
) -> None:
    assert "without a fixed end" in card.see("keep-state", QLabel).text()
    card.see("keep-until", QPushButton).click()
    visit = workspace.retention.visit(workspace.case(answered).company_id)
    assert visit is not None
    assert visit.keep_until is not None
    assert "as was said for this company" in card.see("keep-state", QLabel).text()
    card.see("keep-clear", QPushButton).click()
    assert "without a fixed end" in card.see("keep-state", QLabel).text()


@pytest.mark.parametrize(("reason", "typed"), [("", "Panificio Lorusso"), ("asked", "Panificio")])
def test_nothing_is_deleted_without_a_reason_and_the_name(
    card: Hand, workspace: Workspace, dialogs: Callable[..., list[EraseDialog]], reason: str, typed: str
) -> None:
    shown = dialogs(reason=reason, typed=typed)
    card.see("erase-company", QPushButton).click()
    assert len(shown) == 1
    assert names(workspace) == ["Panificio Lorusso"]


def test_a_company_is_deleted_for_good(
    card: Hand, workspace: Workspace, dialogs: Callable[..., list[EraseDialog]]
) -> None:
    dialogs(reason="asked", typed="panificio lorusso ")
    card.see("erase-company", QPushButton).click()
    card.see("welcome-page")
    assert names(workspace) == []
    for each in workspace.folder.iterdir():
        assert b"Lorusso" not in each.read_bytes()


def test_those_past_their_time_are_proposed_kept_and_deleted(
    open_window: Callable[[], Hand], workspace: Workspace, dialogs: Callable[..., list[EraseDialog]]
) -> None:
    for name in ("Forno Rossi", "Hotel Sole"):
        case = workspace.create_case(Company(name=name, headcount=2))
        workspace.register.keep_until(case.company_id, date(2020, 1, 1))
    hand = open_window()
    hand.see("see-past", QPushButton).click()
    past = workspace.retention.past()
    hand.see(f"past-{past[0].visit.company_id}", QWidget).setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.see("keep-past", QPushButton).click()
    [left] = workspace.retention.past()
    hand.see(f"past-{left.visit.company_id}", QWidget).setFocus()
    hand.press(Qt.Key.Key_Space)
    dialogs(reason="time", typed=left.visit.name)
    hand.see("erase-past", QPushButton).click()
    assert workspace.retention.past() == ()
    assert len(workspace.cases()) == 1


def test_the_settings_choose_how_long(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    hand = open_window()
    hand.click("to-settings")
    picker = hand.see("retention-months")
    picker.setFocus()
    hand.press(Qt.Key.Key_Down)
    assert workspace.preferences.read().retention_months == 12
    assert hand.find("to-past") is None


def test_of_many_past_their_time_those_of_a_name_are_ticked_at_once(
    open_window: Callable[[], Hand], workspace: Workspace
) -> None:
    for number in range(20):
        case = workspace.create_case(Company(name=f"{('Forno', 'Hôtel')[number % 2]} {number}", headcount=2))
        workspace.register.keep_until(case.company_id, date(2020, 1, 1))
    hand = open_window()
    hand.click("see-past")
    hand.write("past-search", "hotel")
    assert hand.see("past-all", QCheckBox).text() == "All that are shown (10)"
    hand.click("past-all")
    hand.see("past-search", QLineEdit).clear()
    assert hand.see("erase-past", QPushButton).text() == "Delete 10…"
    hand.click("erase-past")
    dialog = hand.see("erase-dialog")
    assert "Delete 10 companies for good?" in "\n".join(each.text() for each in dialog.findChildren(QLabel))
    hand.click("dialog-cancel")
    hand.click("keep-past")
    hand.until(lambda: len(workspace.retention.past()) == 10)
    assert {each.visit.name.split()[0] for each in workspace.retention.past()} == {"Forno"}
