"""Every dialog that asks is used alike: the keyboard goes from the fields to the buttons, Escape leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.look import Look
from tests.ui.hand import Hand


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


class Asking:
    """A dialog with one field, and how often it did what it asks about."""

    def __init__(self, window: QWidget, look: Look, *, is_final: bool) -> None:
        self.done = 0
        asked = Asked("Give it a name?", "Give it", ["It is kept. " * 30])
        self.dialog = AskingDialog(window, asked, look, is_final=is_final)
        self.field = QLineEdit(objectName="name")
        self.dialog.inside.addWidget(self.field)
        self.dialog.first = self.field
        self.dialog.ask(self._act)

    def _act(self) -> None:
        self.done += 1


def test_tab_goes_from_the_field_to_the_buttons_and_escape_leaves(
    qtbot: QtBot, window: QWidget, look: Look
) -> None:
    hand, asking = Hand(qtbot, window), Asking(window, look, is_final=False)
    hand.until(asking.field.hasFocus)
    order = []
    for _ in range(3):
        hand.press(Qt.Key.Key_Tab)
        order.append(hand.focused())
    assert order == ["dialog-cancel", "dialog-do", "name"]
    hand.press(Qt.Key.Key_Escape)
    hand.until(lambda: QApplication.activeModalWidget() is None)
    assert asking.done == 0


@pytest.mark.parametrize("done", [0, 1])
def test_enter_in_a_field_agrees_unless_nothing_brings_it_back(
    qtbot: QtBot, window: QWidget, look: Look, done: int
) -> None:
    hand, asking = Hand(qtbot, window), Asking(window, look, is_final=not done)
    hand.until(asking.field.hasFocus)
    hand.press(Qt.Key.Key_Return)
    assert asking.done == done
    assert (hand.find("dialog-do") is None) is bool(done)


def test_all_words_are_seen_whole(qtbot: QtBot, window: QWidget, look: Look) -> None:
    dialog = Asking(window, look, is_final=False).dialog
    for each in dialog.findChildren(QWidget):
        assert each.height() >= each.heightForWidth(each.width())
        assert dialog.rect().contains(each.geometry())


def test_what_the_screen_has_no_room_for_is_scrolled_and_the_buttons_stay(
    qtbot: QtBot, window: QWidget, look: Look
) -> None:
    dialog = AskingDialog(window, Asked("Delete?", "Delete", ["Each of them goes. " * 400]), look)
    dialog.ask(dialog.close)
    room = dialog.screen().availableGeometry().height()
    assert dialog.height() < room
    assert dialog.rect().contains(dialog.does.geometry())
    area = dialog.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    dialog.reject()
