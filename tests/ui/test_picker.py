"""A field to choose from is as large as Qt would make it, and has no list before it has entries."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.stylesheet import stylesheet
from desktop.ui.theme import LIGHT

ENTRIES = [("c", "Manufacturing"), ("i", "Accommodation and food service activities")]


@pytest.fixture
def picker(qtbot: QtBot, look: Look) -> Iterator[Picker]:
    """In a window, as all of them are."""
    made = Picker(look, "sector", "Sector")
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(made)
    window.show()
    yield made
    window.hide()


@pytest.mark.parametrize("letters", [8, 12, 20])
def test_it_is_as_large_as_qt_makes_one_of_so_many_letters(picker: Picker, letters: int) -> None:
    usual = QComboBox(picker.window())
    usual.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    usual.show()
    picker.show_entries(ENTRIES, "c")
    for each in (picker, usual):
        each.setMinimumContentsLength(letters)
    assert picker.sizeHint() == usual.sizeHint()


def test_the_list_is_made_with_the_entries_and_wears_the_style(picker: Picker, qtbot: QtBot) -> None:
    assert not [child for child in picker.children() if child.isWidgetType()]
    picker.show_entries(ENTRIES, "c")
    picker.showPopup()
    qtbot.waitUntil(picker.view().isVisible)
    picker.window().setStyleSheet("QComboBox QAbstractItemView { font-size: 29px }")
    assert picker.view().fontMetrics().height() > picker.fontMetrics().height()
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(picker.view(), Qt.Key.Key_Down)
        qtbot.keyClick(picker.view(), Qt.Key.Key_Return)
    assert picked.args == ["i"]


def test_the_list_opens_below_the_field_with_its_longest_entry_whole(picker: Picker, qtbot: QtBot) -> None:
    picker.window().setStyleSheet(stylesheet(LIGHT))
    picker.setMaximumWidth(160)
    picker.show_entries([*ENTRIES, ("x", f"A very long name {'of a sector ' * 4}")], "i")
    picker.showPopup()
    qtbot.waitUntil(picker.view().isVisible)
    shown = picker.view()
    longest = max(shown.fontMetrics().horizontalAdvance(picker.itemText(at)) for at in range(3))
    assert shown.viewport().width() > longest
    first = shown.viewport().mapToGlobal(shown.visualRect(picker.model().index(0, 0)).topLeft())
    assert first.y() >= picker.mapToGlobal(QPoint(0, picker.height())).y()
