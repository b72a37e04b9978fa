"""After a lock the window is as it was: where the keyboard was, who answers, what was being written."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from desktop.storage.vault.vault_file import read_vault
from desktop.ui.safety.idle import IdleWatch
from desktop.workspace import Workspace
from tests.ui.hand import Hand
from tests.ui.protected import SECRET, unlock, words


def test_after_the_lock_the_keyboard_is_where_it_was_with_all_that_was_written(
    locked: Path, open_app: Callable[[Path], Hand]
) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.until(lambda: hand.focused().startswith("choice-"))
    hand.see("note").setFocus()
    hand.until(lambda: hand.focused() == "note")
    hand.type_on("Half a sen")
    hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    unlock(hand)
    assert hand.see("note", QPlainTextEdit).toPlainText() == "Half a sen"
    hand.until(lambda: hand.focused() == "note")
    hand.window.close()


def test_after_the_lock_it_is_still_known_who_answers(locked: Path, open_app: Callable[[Path], Hand]) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("interview")
    hand.write("teller", "Anna")
    hand.window.activateWindow()  # the names offered had the keyboard
    hand.until(hand.window.isActiveWindow)
    hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    unlock(hand)
    assert hand.see("teller", QLineEdit).text() == "Anna"
    hand.click("answer-unknown")
    hand.window.close()
    with closing(Workspace.open(locked, read_vault(locked).open(SECRET))) as workspace:
        case = workspace.last_case()
        assert case is not None
        assert [each.told_by for each in workspace.history.of(case) if each.what == "answer"] == ["Anna"]


def test_what_was_being_written_in_a_dialog_is_told_after_the_lock(
    locked: Path, open_app: Callable[[Path], Hand]
) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("step-company")
    hand.click("add-reminder")
    hand.until(lambda: hand.focused() == "reminder-text")
    hand.type_on("Ask Maria for the offer")
    hand.until(lambda: hand.window.findChild(IdleWatch) is not None)
    hand.window.findChild(IdleWatch).passed.emit()
    hand.see("unlock-page")
    hand.until(lambda: "Ask Maria" not in words(hand))
    unlock(hand)
    told = hand.see("message-sentences", QLabel).text()
    assert "“New reminder” was open when this was locked, and is not saved." in told
    assert "Ask Maria for the offer" in told
    hand.click("message-button")
    hand.see("company-page")
    hand.window.close()


def test_a_remark_begun_at_the_hub_is_there_after_the_lock(
    locked: Path, open_app: Callable[[Path], Hand]
) -> None:
    with closing(Workspace.open(locked, read_vault(locked).open(SECRET))) as workspace:
        workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_app(locked)
    unlock(hand)
    hand.click("to-hub")
    hand.click("hub-advising")
    hand.until(lambda: hand.see("advise").isEnabled())
    hand.click("advise")
    hand.see("remark-text", QPlainTextEdit).setPlainText("Half a thou")
    hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    unlock(hand)
    hand.click("to-hub")
    hand.until(lambda: hand.see("advise").isEnabled())
    hand.click("advise")
    assert hand.see("remark-text", QPlainTextEdit).toPlainText() == "Half a thou"
    hand.window.close()
