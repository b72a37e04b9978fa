"""A consultant protects a workspace with a passphrase, locks it, opens it again, and turns it off."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.content.company import Company, People
from desktop.settings import Settings, write_settings
from desktop.storage import FILE_NAME, is_locked
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.turning import turn_on
from desktop.storage.vault.vault import new_vault
from desktop.storage.vault.vault_file import read_vault
from desktop.storage.vault.wrapping import Effort
from desktop.ui.fields import Picker
from desktop.ui.window import Window
from desktop.workspace import Place, Workspace
from tests.ui.hand import Hand

BAKERY = "Panificio Lorusso"
SECRET = "pane fresco ogni mattina"  # noqa: S105 - of no real workspace
EASY = Effort(2**14)
CODE = RecoveryCode.new()


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing is cheap in here, and the list of workspaces is the test's own."""
    monkeypatch.setattr("desktop.storage.vault.wrapping.Effort", lambda: EASY)


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SESTANTE_DATA", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plain workspace with one company, whose questions were looked at last."""
    return begun(tmp_path / "data", BAKERY)


def begun(folder: Path, name: str) -> Path:
    with closing(Workspace.open(folder)) as workspace:
        case = workspace.create_case(Company(name=name, headcount=6, people=People(owner=1, employee=5)))
        case = workspace.choose_questionnaires(case.id, ("technology-check",))
        questions = workspace.questions(case, "technology-check")
        workspace.save_place(case, Place("questions", "technology-check", questions[3].id))
    write_settings(folder, Settings(language="en"))
    return folder


@pytest.fixture
def locked(folder: Path) -> Path:
    """The same, encrypted."""
    turn_on(folder, *new_vault(SECRET, CODE, EASY))
    return folder


@pytest.fixture
def open_app(qtbot: QtBot) -> Callable[[Path], Hand]:
    """Starts the application on a data folder."""

    def opened(folder: Path) -> Hand:
        app.make_application()
        window = app.open_window(folder)
        qtbot.addWidget(window)
        window.activateWindow()
        return Hand(qtbot, window)

    return opened


def unlock(hand: Hand, secret: str = SECRET) -> None:
    hand.see("unlock-page")
    hand.write("passphrase", secret)
    hand.click("unlock")


def words(hand: Hand) -> str:
    """All that can be read in the window, shown or hidden."""
    texts = [each.text() for each in hand.window.findChildren(QLabel)]
    texts += [each.text() + each.toolTip() for each in hand.window.findChildren(QAbstractButton)]
    texts += [each.text() for each in hand.window.findChildren(QLineEdit)]
    return "\n".join([hand.window.windowTitle(), *texts])


def names(folder: Path, secret: str | None = None) -> list[str]:
    key = None if secret is None else read_vault(folder).open(secret)
    with closing(Workspace.open(folder, key)) as workspace:
        return [each.name for each in workspace.cases()]


def type_back(hand: Hand) -> None:
    groups = hand.see("shown-code", QLabel).text().split()
    for number, group in enumerate(groups, start=1):
        if hand.find(f"code-group-{number}") is not None:
            hand.write(f"code-group-{number}", group.lower())


def protect(hand: Hand) -> RecoveryCode:
    """Turn the passphrase on in the settings; the code that was shown."""
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("protect")
    hand.write("new-passphrase", SECRET)
    hand.write("new-passphrase-again", SECRET)
    assert not hand.see("choose-passphrase", QPushButton).isEnabled()
    hand.click("understood")
    hand.click("choose-passphrase")
    code = RecoveryCode.read(hand.see("shown-code", QLabel).text())
    type_back(hand)
    hand.click("confirm-code")
    return code


def test_a_passphrase_is_turned_on_asked_for_at_the_next_start_and_opens(
    folder: Path, open_app: Callable[[Path], Hand]
) -> None:
    hand = open_app(folder)
    code = protect(hand)
    assert "encrypted" in hand.see("message-sentences", QLabel).text()
    hand.click("message-button")
    hand.see("settings-page")
    hand.window.close()
    assert is_locked(folder)
    assert read_vault(folder).open_with_code(code.text)
    assert BAKERY.encode() not in (folder / FILE_NAME).read_bytes()
    again = open_app(folder)
    again.see("unlock-page")
    assert again.find("lock-now") is None
    assert BAKERY not in words(again)
    unlock(again)
    again.see("questions-page")
    again.see("lock-now")
    again.window.close()
    assert names(folder, SECRET) == [BAKERY]


def test_the_code_must_be_copied_before_anything_is_encrypted(
    folder: Path, open_app: Callable[[Path], Hand]
) -> None:
    hand = open_app(folder)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("protect")
    hand.write("new-passphrase", "short")
    assert "at least 8" in hand.see("passphrase-hint", QLabel).text()
    hand.see("new-passphrase", QLineEdit).clear()
    hand.write("new-passphrase", SECRET)
    hand.write("new-passphrase-again", SECRET)
    hand.click("understood")
    hand.click("choose-passphrase")
    hand.see("shown-code")
    hand.click("confirm-code")
    hand.click("give-up-code")
    hand.see("protect")
    hand.window.close()
    assert not is_locked(folder)
    assert names(folder) == [BAKERY]


def test_a_wrong_passphrase_is_told_nothing_is_lost_and_the_right_one_opens_after_a_pause(
    locked: Path, open_app: Callable[[Path], Hand]
) -> None:
    hand = open_app(locked)
    unlock(hand, "pane raffermo")
    hand.until(lambda: "not the passphrase" in hand.see("unlock-state", QLabel).text())
    assert not hand.see("unlock", QPushButton).isEnabled()
    hand.until(hand.see("unlock", QPushButton).isEnabled)
    hand.see("passphrase", QLineEdit).clear()
    unlock(hand)
    hand.see("questions-page")
    hand.window.close()


def test_the_recovery_code_opens_and_a_new_passphrase_is_chosen_with_it(
    locked: Path, open_app: Callable[[Path], Hand]
) -> None:
    hand = open_app(locked)
    hand.see("unlock-page")
    hand.click("forgotten")
    assert "nobody can open" in hand.see("forgotten-advice", QLabel).text()
    hand.click("other-way")
    hand.write("recovery-code", CODE.text.lower())
    hand.click("unlock")
    assert "recovery code" in hand.see("message-sentences", QLabel).text()
    hand.click("message-button")
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("change-passphrase")
    hand.write("known-passphrase", CODE.text)
    for field in ("new-passphrase", "new-passphrase-again"):
        hand.write(field, "farina acqua sale lievito")
    hand.click("act")
    hand.until(lambda: "new passphrase holds" in hand.see("passphrase-state", QLabel).text())
    hand.window.close()
    assert names(locked, "farina acqua sale lievito") == [BAKERY]


def test_a_new_recovery_code_takes_the_place_of_the_former(
    locked: Path, open_app: Callable[[Path], Hand]
) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("new-code")
    hand.write("known-passphrase", SECRET)
    hand.click("act")
    code = RecoveryCode.read(hand.see("shown-code", QLabel).text())
    type_back(hand)
    hand.click("confirm-code")
    hand.until(lambda: "new recovery code" in hand.see("passphrase-state", QLabel).text())
    hand.window.close()
    assert read_vault(locked).open_with_code(code.text) == read_vault(locked).open(SECRET)


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


def test_it_locks_by_itself_when_nobody_is_there_even_while_something_is_asked(
    locked: Path, open_app: Callable[[Path], Hand], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    key = read_vault(locked).open(SECRET)
    with closing(Workspace.open(locked, key)) as workspace:
        workspace.preferences.save(replace(workspace.preferences.read(), idle_minutes=2))
    monkeypatch.setattr("desktop.ui.safety.idle.MINUTE", 0.5)
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    box = QMessageBox(hand.window)
    box.setText(BAKERY)
    box.open()
    hand.see("unlock-page")
    assert not box.isVisible()
    hand.window.close()


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


def test_turned_off_the_workspace_opens_without_being_asked(
    locked: Path, open_app: Callable[[Path], Hand]
) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("to-settings")
    hand.click("turn-off")
    hand.write("known-passphrase", "pane raffermo")
    hand.click("act")
    hand.until(lambda: "not the passphrase" in hand.see("known-state", QLabel).text())
    hand.see("known-passphrase", QLineEdit).clear()
    hand.write("known-passphrase", SECRET)
    hand.click("act")
    hand.see("protect")
    assert hand.find("lock-now") is None
    hand.window.close()
    assert not is_locked(locked)
    assert names(locked) == [BAKERY]


@pytest.mark.expects_log
def test_a_damaged_vault_is_told_in_a_sentence(locked: Path, open_app: Callable[[Path], Hand]) -> None:
    (locked / "vault.json").write_bytes((locked / "vault.json").read_bytes()[:300])
    hand = open_app(locked)
    assert "is damaged" in hand.see("message-sentences", QLabel).text()
    hand.click("message-button")
    assert not hand.window.isVisible()


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


def test_no_window_is_left_that_holds_the_key(locked: Path, open_app: Callable[[Path], Hand]) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("lock-now")
    hand.see("unlock-page")
    assert isinstance(hand.window, Window)
    with closing(Workspace.open(locked, read_vault(locked).open(SECRET))) as workspace:
        assert workspace.is_encrypted  # the window has let the folder go
    hand.window.close()
