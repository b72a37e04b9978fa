"""Tab comes to everything on a page, also to what stands before the thing that has the keyboard at first."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.hub.page import HubPage
from desktop.ui.theme import LIGHT, contrast
from desktop.workspace import Workspace
from tests.ui.conftest import begin_bakery
from tests.ui.hand import Hand

_MOST = 60


def walk(hand: Hand, key: Qt.Key) -> list[str]:
    """Where the keyboard comes until it is where it began."""
    found = [hand.focused()]
    for _ in range(_MOST):
        hand.press(key)
        if hand.focused() == found[0]:
            break
        found.append(hand.focused())
    return found


def test_tab_comes_to_the_search_above_the_list_of_companies(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    begin_bakery(workspace)
    hand = open_window()
    hand.click("home")
    hand.until(lambda: hand.focused() == "company-list")
    forward = walk(hand, Qt.Key.Key_Tab)
    above = {"start", "company-search", "filters-fold", "import-results", "open-company", "to-settings"}
    assert above <= set(forward)
    back = walk(hand, Qt.Key.Key_Backtab)
    assert back == [forward[0], *reversed(forward[1:])]


def test_tab_comes_to_the_rooms_of_the_hub_and_their_filters(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_window()
    hand.click("to-hub")
    hand.click("hub-advising")
    hand.see("advised-list").setFocus()
    assert {"hub-advising", "advised-search", "advised-office", "advise"} <= set(walk(hand, Qt.Key.Key_Tab))


def test_what_stands_in_an_empty_field_can_be_read(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int
) -> None:
    hand = open_window()
    hand.click("to-settings")
    picture = hand.see("server-address").grab().toImage()
    inside = [
        picture.pixelColor(x, y).name()
        for x in range(12, picture.width() // 2)
        for y in range(6, picture.height() - 6)
    ]
    assert max(contrast(each, LIGHT.surface) for each in inside) >= 4.5


@pytest.mark.parametrize("room", ["services", "projects"])
def test_the_keyboard_comes_into_a_room_without_lines(
    open_window: Callable[[], Hand], workspace: Workspace, bakery: int, room: str
) -> None:
    workspace.preferences.save(replace(workspace.preferences.read(), is_hub=True))
    hand = open_window()
    hand.click("to-hub")
    hand.click(f"hub-{room}")
    for name in ("to-settings", "to-hub"):
        hand.click(name)
    page = hand.see("hub-page", HubPage)
    hand.until(lambda: page.isAncestorOf(QApplication.focusWidget()))
    assert {f"hub-{room}", "to-hub"} <= set(walk(hand, Qt.Key.Key_Tab))
