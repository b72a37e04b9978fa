"""The desk stays out of visitors' reach until somebody of the hub ends event mode."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.workspace import Workspace
from tests.ui.hand import Hand
from tests.ui.protected import BAKERY, SECRET, a_vault, unlock, words
from tests.ui.visitors import answer, choices, end, idle_watch, sit_down, with_event_mode

Opening = Callable[[Path], Hand]


@pytest.fixture
def stand(folder: Path) -> Path:
    return with_event_mode(folder)


def test_nothing_of_the_desk_can_be_reached(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    hand.see("stand-welcome")
    assert hand.window.isFullScreen()
    hand.window.close()
    hand.click("stand-return")
    hand.see("stand-welcome")
    for keys in ("L", "Z", "F", "O"):
        hand.press(getattr(Qt.Key, f"Key_{keys}"), Qt.KeyboardModifier.ControlModifier)
    assert BAKERY not in words(hand)
    assert hand.find("step-questions") is None
    end(hand)


def test_only_the_code_ends_event_mode(
    folder: Path, open_app: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.events.big.HOLD", 20)
    hand = open_app(with_event_mode(folder, "2718"))
    brand: QWidget = hand.see("stand-brand")
    QTest.mousePress(brand, Qt.MouseButton.LeftButton, pos=QPoint(10, brand.height() // 2))
    hand.see("stand-leave")
    hand.write("leave-code", "1234")
    hand.click("stand-leave-now")
    hand.until(lambda: hand.see("leave-state", QLabel).text() != "")
    hand.until(lambda: hand.see("leave-code").isEnabled())
    assert hand.window.isFullScreen()
    hand.write("leave-code", "2718")
    hand.click("stand-leave-now")
    hand.see("events-room")
    assert not hand.window.isFullScreen()
    hand.window.close()
    with closing(Workspace.open(folder)) as workspace:
        assert not workspace.hub.events.is_stand


def test_a_short_press_on_the_brand_does_nothing(stand: Path, open_app: Opening) -> None:
    hand = open_app(stand)
    hand.click("stand-brand")
    assert hand.find("stand-leave") is None
    end(hand)


def test_an_encrypted_workspace_is_a_stand_after_its_passphrase_and_left_with_it(
    locked: Path, open_app: Opening
) -> None:
    with_event_mode(locked, key=a_vault()[1])
    hand = open_app(locked)
    unlock(hand)
    hand.see("stand-welcome")
    assert BAKERY not in words(hand)
    hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hand.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    hand.write("leave-code", SECRET)
    hand.click("stand-leave-now")
    hand.see("events-room")
    hand.window.close()


def test_when_nobody_is_there_the_stand_clears_itself(
    stand: Path, open_app: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = open_app(stand)
    sit_down(hand)
    answer(hand, 2)
    idle = idle_watch(hand)
    idle.passed.emit()
    hand.click("stand-stay")
    assert "3" in hand.see("stand-progress", QLabel).text()
    monkeypatch.setattr("desktop.ui.events.countdown.SECONDS", 1)
    idle.passed.emit()
    hand.see("stand-welcome")
    hand.until(lambda: hand.find("stand-countdown") is None)
    end(hand)
    assert choices(stand) == ["gone"]
