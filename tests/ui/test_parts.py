"""A column that keeps the parts whose values stay the same."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.parts import Part, Parts
from desktop.ui.shell import Shell
from desktop.ui.theme import LIGHT
from desktop.ui.window import Window


def shown(qtbot: QtBot, parts: Parts, *named: tuple[str, int]) -> list[str]:
    """The texts from top to bottom after these parts were asked for."""
    wanted = [Part(name, value, partial(QPushButton, f"{name}{value}")) for name, value in named]
    with qtbot.waitSignal(parts.all_shown):
        parts.show_parts(wanted)
    QApplication.processEvents()
    buttons = [button for button in parts.findChildren(QPushButton) if button.isVisible()]
    return [button.text() for button in sorted(buttons, key=lambda button: button.y())]


def test_a_part_with_an_equal_value_stays(qtbot: QtBot) -> None:
    parts = Parts()
    qtbot.addWidget(parts)
    parts.show()
    shown(qtbot, parts, ("a", 1), ("b", 1))
    before = parts.widget("a"), parts.widget("b")
    assert shown(qtbot, parts, ("a", 1), ("b", 2)) == ["a1", "b2"]
    assert parts.widget("a") is before[0]
    assert parts.widget("b") is not before[1]


def test_parts_come_in_the_order_asked_for_and_go(qtbot: QtBot) -> None:
    parts = Parts()
    qtbot.addWidget(parts)
    parts.show()
    shown(qtbot, parts, ("a", 1), ("b", 1), ("c", 1))
    assert shown(qtbot, parts, ("c", 1), ("d", 1), ("a", 1)) == ["c1", "d1", "a1"]
    assert parts.widget("b") is None


def test_the_keyboard_goes_by_what_is_seen_when_the_first_part_is_a_new_one(qtbot: QtBot) -> None:
    page, parts = QWidget(), Parts()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QPushButton("before"))
    column.addWidget(parts)
    page.show()
    shown(qtbot, parts, ("a", 1), ("b", 1), ("c", 1))
    texts = shown(qtbot, parts, ("a", 2), ("b", 1), ("c", 1))
    with qtbot.waitActive(page):
        page.activateWindow()
    first = parts.widget("a")
    assert first is not None
    first.setFocus()
    visited = []
    for _ in texts:
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        visited.append(focused.text())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert visited == texts


def test_a_page_that_was_left_makes_no_more_parts(qtbot: QtBot) -> None:
    window = Window(LIGHT)
    qtbot.addWidget(window)
    shell = Shell(window, "en", "light")
    left, parts, made = QWidget(), Parts(), list[str]()

    def make() -> QPushButton:
        made.append("a part")
        return QPushButton("a part")

    QVBoxLayout(left).addWidget(parts)
    shell.show_page(left)
    parts.show_parts(Part(f"{number}", number, make) for number in range(3))
    shell.show_page(QWidget())
    QApplication.processEvents()
    assert made == []
