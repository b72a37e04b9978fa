"""A consultant protects a workspace with a passphrase, opens it again, and turns it off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
)

from desktop.storage import FILE_NAME, is_locked
from desktop.storage.vault.recovery_code import RecoveryCode
from desktop.storage.vault.vault_file import read_vault
from tests.ui.hand import Hand
from tests.ui.protected import BAKERY, CODE, SECRET, names, unlock, words


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
    hand.until(lambda: "new passphrase is valid" in hand.see("passphrase-state", QLabel).text())
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


def test_every_button_of_a_protected_workspace_is_seen_whole(
    locked: Path, open_app: Callable[[Path], Hand]
) -> None:
    hand = open_app(locked)
    unlock(hand)
    hand.see("questions-page")
    hand.click("to-settings")
    for name in ("change-passphrase", "new-code", "turn-off"):
        button = hand.see(name)
        hand.until(lambda button=button: button.visibleRegion().boundingRect().size() == button.size())
