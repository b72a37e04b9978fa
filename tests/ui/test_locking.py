"""A workspace is locked, by hand or by itself, and left for another one; nothing of it stays behind."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QDesktopServices, QWindow
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.storage import FILE_NAME
from desktop.storage.connecting import connect
from desktop.storage.vault.vault_file import read_vault
from desktop.ui.fields import Picker
from desktop.ui.safety.idle import IdleWatch
from desktop.ui.window import Window
from desktop.workspace import Workspace
from tests.ui.hand import Hand
from tests.ui.protected import BAKERY, SECRET, begun, names, unlock, words


def test_locked_nothing_of_the_data_is_left_in_the_window_and_unlocked_the_user_is_where_he_was(
    locked: Path, open_app: Callable[[Path], Hand], qtbot: QtBot
) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    assert BAKERY in words(hand)
    question = shown_question(hand)
    hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hand.see("unlock-page")
    hand.until(lambda: hand.window.findChild(QWidget, "questions-page") is None)
    assert BAKERY not in words(hand)
    unlock(hand)
    hand.see("questions-page")
    assert shown_question(hand) == question
    assert BAKERY in words(hand)
    hand.window.close()


def shown_question(hand: Hand) -> str:
    return hand.see("question-text", QLabel).text()


def test_what_was_being_typed_is_saved_by_locking(
    locked: Path, open_app: Callable[[Path], Hand], qtbot: QtBot
) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("step-company")
    name = hand.see("company-name", QLineEdit)
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    name.clear()
    qtbot.keyClicks(name, "Forno Rossi")
    hand.click("lock-now")
    unlock(hand)
    assert hand.see("company-name", QLineEdit).text() == "Forno Rossi"
    hand.window.close()
    assert names(locked, SECRET) == ["Forno Rossi"]


@pytest.mark.parametrize("lock", ["now", "idle"])
def test_an_answer_that_waits_is_kept_through_the_lock_and_saved_after_it(
    locked: Path, open_app: Callable[[Path], Hand], monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    asked = stay(monkeypatch)
    with held_by_another(locked, monkeypatch):
        hand = open_app(locked)
        unlock(hand)
        hand.see("questions-page")
        hand.press(Qt.Key.Key_1)
        hand.write("note", "Ask Anna")
        if lock == "now":
            hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        else:
            hand.until(lambda: hand.window.findChild(IdleWatch) is not None)
            hand.window.findChild(IdleWatch).passed.emit()
        waits = hand.see("unlock-waiting", QLabel).text()
        assert "2 entries could not be saved before locking" in waits
        assert hand.find("other-workspace") is None
        hand.window.close()
        assert hand.window.isVisible()
        assert len(asked) == 1
        unlock(hand)
        hand.see("unsaved-strip")
    hand.click("save-again")
    assert hand.find("unsaved-strip") is None
    hand.window.close()
    with closing(Workspace.open(locked, read_vault(locked).open(SECRET))) as workspace:
        case = workspace.last_case()
        assert case is not None
        assert len(case.sheet) == 1
        assert [each.note for each in workspace.visits.remarks(case).values()] == ["Ask Anna"]


@contextmanager
def held_by_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another program writes to the file meanwhile; nothing of ours can be written."""
    monkeypatch.setattr("desktop.storage.engine.BUSY", 20)
    with closing(connect(folder / FILE_NAME, read_vault(folder).open(SECRET))) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def stay(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whoever is asked stays; what was asked."""
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return asked


def test_a_profile_that_cannot_be_saved_is_kept_through_the_lock(
    locked: Path, open_app: Callable[[Path], Hand], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("step-company")
    name = hand.see("company-name", QLineEdit)
    name.setFocus()
    hand.until(name.hasFocus)
    name.selectAll()
    with held_by_another(locked, monkeypatch):
        qtbot.keyClicks(name, "Forno Rossi")
        hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        unlock(hand)
        assert hand.see("company-name", QLineEdit).text() == "Forno Rossi"
        assert hand.find("unsaved-strip") is not None
    hand.click("save-again")
    hand.window.close()
    assert names(locked, SECRET) == ["Forno Rossi"]


@pytest.mark.parametrize("wish", ["other-workspace", "turn-off"])
def test_a_workspace_in_which_something_waits_is_not_left(
    locked: Path,
    tmp_path: Path,
    open_app: Callable[[Path], Hand],
    monkeypatch: pytest.MonkeyPatch,
    wish: str,
) -> None:
    other = begun(tmp_path / "other", "Forno Rossi")
    told: list[str] = []
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    monkeypatch.setattr(QMessageBox, "warning", lambda _window, _title, text: told.append(text))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    with held_by_another(locked, monkeypatch):
        hand.press(Qt.Key.Key_1)
        hand.click("to-settings")
        hand.click(wish)
        if wish == "turn-off":
            hand.write("known-passphrase", SECRET)
            hand.click("act")
        hand.until(lambda: bool(told))
    assert "stays open" in told[0]
    assert "another program is using it" in told[0]
    assert hand.find("settings-page") is not None
    hand.click("save-again")
    hand.window.close()
    with closing(Workspace.open(locked, read_vault(locked).open(SECRET))) as workspace:
        case = workspace.last_case()
        assert case is not None
        assert len(case.sheet) == 1


def test_it_locks_by_itself_when_nobody_is_there_even_while_something_is_asked(
    locked: Path, open_app: Callable[[Path], Hand], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    lock_soon(locked, monkeypatch)
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    box = QMessageBox(hand.window)
    box.setText(BAKERY)
    box.open()
    hand.see("unlock-page")
    assert not box.isVisible()
    hand.window.close()


def lock_soon(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it lock after a second without a key."""
    with closing(Workspace.open(folder, read_vault(folder).open(SECRET))) as workspace:
        workspace.preferences.save(replace(workspace.preferences.read(), idle_minutes=2))
    monkeypatch.setattr("desktop.ui.safety.idle.MINUTE", 0.5)


def test_minutes_until_it_locks_are_chosen_and_kept(locked: Path, open_app: Callable[[Path], Hand]) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("to-settings")
    picker = hand.see("idle-minutes", Picker)
    assert [picker.itemData(place) for place in range(picker.count())] == ["2", "5", "10", "30", "0"]
    picker.setCurrentIndex(0)
    picker.activated.emit(0)
    hand.window.close()
    with closing(Workspace.open(locked, read_vault(locked).open(SECRET))) as workspace:
        assert workspace.preferences.read().idle_minutes == 2


def test_two_workspaces_are_gone_to_and_fro_each_with_its_own_companies(
    locked: Path, tmp_path: Path, open_app: Callable[[Path], Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = begun(tmp_path / "other", "Forno Rossi")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    hand = open_app(locked)
    hand.see("unlock-page")
    hand.click("other-workspace")
    hand.see("questions-page")
    assert "Forno Rossi" in words(hand)
    assert hand.find("lock-now") is None
    hand.click("to-settings")
    hand.see("settings-page")
    buttons = hand.window.findChildren(QPushButton)
    known = [each for each in buttons if each.objectName().startswith("known-workspace")]
    assert [each.accessibleName() for each in known] == [str(locked)]
    hand.click(known[0].objectName())
    hand.see("unlock-page")
    hand.until(lambda: "Forno Rossi" not in words(hand))
    unlock(hand)
    hand.see("questions-page")
    assert BAKERY in words(hand)
    assert "Forno Rossi" not in words(hand)
    hand.window.close()


def test_a_new_workspace_begins_in_an_empty_folder_after_a_question(
    folder: Path, tmp_path: Path, open_app: Callable[[Path], Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(empty))
    hand = open_app(folder)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("other-workspace")
    hand.click("dialog-cancel")
    assert not list(empty.iterdir())
    hand.click("other-workspace")
    hand.click("dialog-do")
    hand.see("welcome-page")
    assert BAKERY not in words(hand)
    hand.window.close()


@pytest.mark.expects_log
def test_from_a_workspace_that_cannot_be_opened_there_is_a_way_back(
    folder: Path, tmp_path: Path, open_app: Callable[[Path], Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / FILE_NAME).write_bytes(b"This is no database at all. " * 400)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "broken"))
    hand = open_app(folder)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("other-workspace")
    hand.see("message-sentences")
    hand.click("message-button")
    hand.see("questions-page")
    assert BAKERY in words(hand)
    hand.window.close()


def test_a_locked_window_lets_the_folder_go(locked: Path, open_app: Callable[[Path], Hand]) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("lock-now")
    hand.see("unlock-page")
    assert isinstance(hand.window, Window)
    with closing(Workspace.open(locked, read_vault(locked).open(SECRET))) as workspace:
        assert workspace.is_encrypted
    hand.window.close()


def readable_files(*folders: Path) -> list[str]:
    """The files in which the bakery's name can be read, and all PDFs, which pack their words."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if path.suffix == ".pdf" or BAKERY.encode() in path.read_bytes()]


def test_previews_are_written_nowhere_and_a_viewer_gets_what_the_user_saved(
    locked: Path, tmp_path: Path, open_app: Callable[[Path], Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("step-report")
    hand.until(hand.see("open-pdf", QPushButton).isEnabled)
    assert readable_files(temporary, locked) == []
    saved, opened = tmp_path / "saved.pdf", list[str]()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    hand.click("open-pdf")
    hand.until(lambda: bool(opened))
    assert opened == [str(saved)]
    assert saved.exists()
    hand.window.close()
    assert readable_files(temporary, locked) == []


def test_a_key_or_the_mouse_puts_the_lock_off(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr("desktop.ui.safety.idle.time.time", lambda: clock[0])
    monkeypatch.setattr("desktop.ui.safety.idle._LOOK", 1)
    window = QWindow()
    watch = IdleWatch(window, window)
    watch.wait_for(2)
    for kind in (QEvent.Type.MouseMove, QEvent.Type.KeyPress):
        clock[0] += 119
        QCoreApplication.sendEvent(window, QEvent(kind))
    clock[0] += 119
    with qtbot.assertNotEmitted(watch.passed, wait=20):
        pass
    clock[0] -= 3600  # somebody puts the clock back
    with qtbot.assertNotEmitted(watch.passed, wait=20):
        pass
    with qtbot.waitSignal(watch.passed):
        clock[0] += 120
