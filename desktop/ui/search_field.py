"""A line to search with."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton

from desktop.ui.fields import line_field
from desktop.ui.icons import icon
from desktop.ui.look import Look


def search_field(name: str, says: str, look: Look) -> QLineEdit:
    """A line that says what to search while nothing is written; a press empties it."""
    made = line_field(name, says)
    made.setPlaceholderText(says)
    made.setClearButtonEnabled(True)
    for clear in made.findChildren(QAction):
        clear.setIcon(icon("close", look.tokens.muted))
    for button in made.findChildren(QToolButton):
        button.setAccessibleName(look.wording("Clear the search"))
        button.setToolTip(look.wording("Clear the search"))
    return made
