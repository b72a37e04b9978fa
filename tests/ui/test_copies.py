"""Copies in the window: saved and listed in the settings, looked into, brought back whole or in part."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.storage import FileDatabase
from desktop.storage.copies.container import verify
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.vault import new_vault
from desktop.storage.vault.vault_file import write_vault
from desktop.storage.vault.wrapping import Effort
from desktop.ui.background import wait_for_background_work
from desktop.ui.backups.daily import DailyCopies
from desktop.ui.guide import Guide
from desktop.ui.rail import Rail
from desktop.ui.safety.wishes import Lock
from desktop.ui.tick import Tick
from desktop.workspace import Workspace
from tests.desks import Desk, a_firm, the_content
from tests.ui.hand import Hand

Open = Callable[[], Hand]
SECRET = "pane fresco ogni mattina"  # noqa: S105 - of no use to anybody


@pytest.fixture
def theirs(tmp_path: Path) -> Iterator[Path]:
    """A copy of another desk with two companies."""
    desk = Desk(tmp_path / "theirs")
    for name in ("Forno Ada", "Officina Bruno"):
        desk.firm(a_firm(name))
    copy = desk.workspace.backups.save(tmp_path / "theirs-all")
    desk.close()
    return copy


def names(workspace: Workspace) -> list[str]:
    return sorted(each.name for each in workspace.cases())


def texts(hand: Hand, name: str) -> str:
    return " ".join(each.text() for each in hand.see(name).findChildren(QLabel) if each.isVisible())


def choose(monkeypatch: pytest.MonkeyPatch, dialog: str, path: Path) -> None:
    """The system's dialog, in which somebody chooses a path."""
    monkeypatch.setattr(QFileDialog, dialog, lambda *_args: (str(path), ""))


def drop(hand: Hand, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = hand.window.rect().center()
    entered = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, left, no_key)
    QApplication.sendEvent(hand.window.windowHandle(), entered)
    dropped = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, left, no_key)
    QApplication.sendEvent(hand.window.windowHandle(), dropped)


def tick(hand: Hand, group: str, name: str) -> None:
    """Tick a company in a group."""
    [box] = [each for each in hand.see(group).findChildren(Tick) if each.text() == name]
    hand.click(box.objectName())


def test_a_copy_is_saved_from_the_settings(
    open_window: Open, workspace: Workspace, bakery: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "getSaveFileName", tmp_path / "everything")
    hand = open_window()
    hand.click("to-settings")
    assert "No copy has been saved" in hand.see("last-copy", QLabel).text()
    hand.click("save-copy")
    hand.until(lambda: "Last copy saved: " in hand.see("last-copy", QLabel).text())
    assert "everything.sestante-copy" in hand.see("last-copy", QLabel).text()
    assert verify(tmp_path / "everything.sestante-copy").companies == 1


def test_a_place_that_does_not_exist_is_told_on_the_card(
    open_window: Open, bakery: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "getSaveFileName", tmp_path / "gone" / "everything")
    hand = open_window()
    hand.click("to-settings")
    hand.click("save-copy")
    hand.until(lambda: "could not be written" in hand.see("last-copy", QLabel).text())
    assert hand.see("save-copy", QPushButton).isEnabled()


def test_the_copy_of_the_day_is_listed_and_leads_to_what_is_in_it(
    open_window: Open, workspace: Workspace, bakery: int
) -> None:
    hand = open_window()
    daily = DailyCopies(workspace, hand.window)
    daily.start()
    hand.until(lambda: wait_for_background_work(10) and len(workspace.backups.kept()) == 1)
    hand.click("to-settings")
    assert hand.see("kept-copies", QPushButton).text() == "1 copy kept on this computer"
    hand.click("kept-copies")
    hand.click("restore-1")
    assert "1 company, 1 assessment" in texts(hand, "copy-facts")
    assert "1 company" in texts(hand, "standing-same")
    hand.click("leave-copy")
    hand.see("company-page")


def test_the_second_place_says_whether_it_is_there(
    open_window: Open, workspace: Workspace, bakery: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(stick))
    hand = open_window()
    hand.click("to-settings")
    hand.click("choose-second-place")
    assert hand.see("second-place", QLabel).text() == f"Each day's copy also goes to {stick}"
    hand.until(lambda: len(list(stick.glob("*.sestante-copy"))) == 1)
    hand.until(lambda: wait_for_background_work(10))
    for copy in stick.iterdir():
        copy.unlink()
    stick.rmdir()
    hand.click("home") if hand.find("home") else hand.click("step-company")
    hand.click("to-settings")
    assert "is not there today" in hand.see("second-place", QLabel).text()
    hand.click("no-second-place")
    assert "A disk can break" in hand.see("second-place", QLabel).text()


def test_what_fails_is_told_quietly_beside_the_settings(
    open_window: Open, workspace: Workspace, bakery: int
) -> None:
    workspace.backups.folder.touch()
    hand = open_window()
    assert hand.see("to-settings").toolTip() == "Settings"
    DailyCopies(workspace, hand.window).start()
    hand.until(lambda: workspace.backups.trouble is not None)
    hand.click("step-questions")
    assert "cannot be used" in hand.see("to-settings").toolTip()
    hand.click("to-settings")
    assert "cannot be used" in hand.see("last-copy", QLabel).text()


def test_an_empty_workspace_begins_as_a_copy(
    open_window: Open, workspace: Workspace, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "getOpenFileName", theirs)
    hand = open_window()
    hand.click("bring-workspace")
    assert "2 companies, 2 assessments" in texts(hand, "copy-facts")
    hand.until(lambda: hand.focused() == "bring-all")
    hand.press(Qt.Key.Key_Return)
    assert "Everything is as it was when the copy was made." in texts(hand, "restore-told")
    assert names(workspace) == ["Forno Ada", "Officina Bruno"]
    hand.until(lambda: hand.focused() == "to-companies")
    hand.press(Qt.Key.Key_Return)
    hand.see("home-page")
    assert hand.see("home").isVisible()


def test_everything_is_replaced_only_after_two_presses(
    open_window: Open, workspace: Workspace, bakery: int, tmp_path: Path
) -> None:
    copy = workspace.backups.save(tmp_path / "all")
    other = workspace.create_case(a_firm("Gamma"))
    hand = open_window()
    drop(hand, copy)
    assert "Gamma" in texts(hand, "standing-only-here")
    hand.click("bring-all")
    assert "1 company is only here and would be gone." in texts(hand, "restore-told")
    hand.click("not-now")
    hand.click("bring-all")
    assert names(workspace) == ["Gamma", "Panificio Lorusso"]
    hand.click("replace-all")
    assert "What was here before is kept in" in texts(hand, "restore-told")
    assert names(workspace) == ["Panificio Lorusso"]
    hand.click("to-companies")
    hand.see("welcome-page")
    assert other.id not in {each.id for each in workspace.cases()}


def test_one_company_is_brought_back_alone(
    open_window: Open, workspace: Workspace, bakery: int, tmp_path: Path
) -> None:
    gamma = workspace.create_case(a_firm("Gamma"))
    copy = workspace.backups.save(tmp_path / "all")
    workspace.register.erase(gamma.company_id)
    workspace.create_case(a_firm("Delta"))
    hand = open_window()
    drop(hand, copy)
    assert not hand.see("bring-some", QPushButton).isEnabled()
    tick(hand, "standing-erased", "Gamma")
    assert hand.see("bring-some", QPushButton).text() == "Restore 1 company"
    hand.click("bring-some")
    assert "1 company is as it was in the copy." in texts(hand, "restore-told")
    assert names(workspace) == ["Delta", "Gamma", "Panificio Lorusso"]


def test_any_of_many_companies_can_be_found_and_what_was_ticked_stays_ticked(
    open_window: Open, workspace: Workspace, bakery: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.backups.standing_list._MOST_ROWS", 5)
    firms = [workspace.create_case(a_firm(f"Officina Nicolò {number:02}")) for number in range(16)]
    copy = workspace.backups.save(tmp_path / "all")
    for each in firms:
        workspace.register.erase(each.company_id)
    hand = open_window()
    drop(hand, copy)
    assert "5 of 16 companies are shown" in texts(hand, "standing-erased")
    hand.click("more-erased")
    hand.until(lambda: "10 of 16" in texts(hand, "standing-erased"))
    assert hand.focused() == "standing-search"
    hand.type_on("nicolo 15")
    hand.until(lambda: "Officina Nicolò 00" not in boxes(hand))
    tick(hand, "standing-erased", "Officina Nicolò 15")
    hand.see("standing-search", QLineEdit).setText("nobody")
    hand.until(lambda: "No company of that name" in texts(hand, "restore-page"))
    hand.click("bring-all")
    hand.click("not-now")
    hand.until(lambda: "Officina Nicolò 15" in boxes(hand))
    assert hand.see("bring-some", QPushButton).text() == "Restore 1 company"
    hand.click("bring-some")
    hand.see("restore-told")
    assert names(workspace) == ["Officina Nicolò 15", "Panificio Lorusso"]


def boxes(hand: Hand) -> list[str]:
    """The companies with a box that are in the page."""
    return [each.text() for each in hand.see("restore-page").findChildren(Tick) if each.isVisible()]


def test_another_workspace_comes_in_only_where_that_is_ticked(
    open_window: Open, workspace: Workspace, bakery: int, theirs: Path
) -> None:
    hand = open_window()
    drop(hand, theirs)
    assert "a copy of another workspace" in texts(hand, "copy-facts")
    assert not hand.see("bring-all", QPushButton).isEnabled()
    hand.click("accept-another")
    tick(hand, "standing-only-there", "Forno Ada")
    hand.click("bring-some")
    hand.see("restore-told")
    assert names(workspace) == ["Forno Ada", "Panificio Lorusso"]


def test_a_damaged_copy_is_told_and_another_one_can_be_chosen(
    open_window: Open, workspace: Workspace, theirs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = tmp_path / "damaged.sestante-copy"
    damaged.write_bytes(theirs.read_bytes()[:-10])
    choose(monkeypatch, "getOpenFileName", theirs)
    hand = open_window()
    drop(hand, damaged)
    assert "is damaged: its database should be" in texts(hand, "restore-told")
    hand.click("choose-copy")
    hand.see("copy-facts")


def test_nothing_else_can_be_done_while_a_copy_comes_in(
    open_window: Open, workspace: Workspace, theirs: Path
) -> None:
    hand = open_window()
    drop(hand, theirs)
    hand.see("copy-facts")
    rail = hand.window.findChild(Rail)
    hidden: list[bool] = []
    page = hand.see("restore-page")
    page.handed_over.connect(lambda: hidden.append(rail.isHidden()))  # type: ignore[attr-defined]
    hand.click("bring-all")
    hand.see("restore-told")
    assert hidden == [True]
    assert not rail.isHidden()


def a_protected_copy(folder: Path) -> Path:
    vault, key = new_vault(SECRET, RecoveryCode.new(), Effort(2**14))
    locked = Workspace(the_content(), FileDatabase(folder / "locked", key))
    locked.create_case(a_firm("Forno Segreto"))
    write_vault(folder / "locked", vault)
    copy = locked.backups.save(folder / "locked-all")
    locked.close()
    return copy


def test_a_protected_copy_asks_for_its_passphrase(
    open_window: Open, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    hand = open_window()
    drop(hand, a_protected_copy(tmp_path))
    assert hand.see("copy-passphrase", QLineEdit).echoMode() == QLineEdit.EchoMode.Password
    hand.write("copy-passphrase", "wrong passphrase")
    hand.click("open-copy")
    wrong = "This is not the passphrase"
    hand.until(lambda: any(each.text().startswith(wrong) for each in hand.window.findChildren(QLabel)))
    hand.write("copy-passphrase", SECRET)
    hand.click("open-copy")
    assert "Forno Segreto" in texts(hand, "standing-only-there")
    hand.click("bring-all")
    assert "the passphrase of the copy" in texts(hand, "restore-told")
    assert names(workspace) == ["Forno Segreto"]
    [guide] = hand.window.findChildren(Guide)
    with qtbot.waitSignal(guide.session_wished) as wished:
        hand.click("to-companies")
    assert wished.args == [Lock()]


def test_a_stick_that_answers_with_an_error_is_not_there(
    open_window: Open, workspace: Workspace, bakery: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bakery
    (tmp_path / "stick").mkdir()
    workspace.backups.choose_second_place(tmp_path / "stick")
    stat = os.stat

    def pulled(path: object, *rest: object, **more: object) -> object:
        if str(path).endswith("stick"):
            raise OSError(errno.EIO, "Input/output error")
        return stat(path, *rest, **more)  # type: ignore[arg-type]

    hand = open_window()
    monkeypatch.setattr(os, "stat", pulled)
    hand.click("to-settings")
    assert "is not there today" in hand.see("second-place", QLabel).text()
