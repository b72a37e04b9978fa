"""A field to search with says what its button does, and the button empties it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.text import wording
from desktop.ui.look import Look
from desktop.ui.search_field import search_field
from desktop.ui.theme import DARK, LIGHT, Tokens


@pytest.mark.parametrize(
    ("language", "tokens", "says"),
    [("en", LIGHT, "Clear the search"), ("it", DARK, "Svuota la ricerca")],
)
def test_the_button_that_empties_it_has_a_name(
    qtbot: QtBot, language: str, tokens: Tokens, says: str
) -> None:
    field = search_field("search", "Search", Look(wording(language), tokens))
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, "bakery")
    (button,) = field.findChildren(QToolButton)
    assert (button.accessibleName(), button.toolTip()) == (says, says)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.text() == ""
