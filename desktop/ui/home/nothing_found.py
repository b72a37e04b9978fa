"""What stands in place of the list where no company is found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class NothingFound(QWidget):
    """Says so, and offers to show more.

    Signals: `cleared` after the user wants to see more.
    """

    cleared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._words = label("", "body", "muted")
        self._words.setObjectName("nothing-found")
        self._clear = Button("", "clear-filters")
        row = QHBoxLayout()
        row.addWidget(self._clear)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 18, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._words)
        column.addLayout(row)
        column.addStretch(1)
        self._clear.clicked.connect(self.cleared)

    def show_reason(self, *, is_narrow: bool) -> None:
        """Whether search and filters leave nothing, or all companies are put away."""
        say = self._wording
        self._words.setText(
            say("No company fits the search and the filters.")
            if is_narrow
            else say("There are no companies in this list: all are archived, or none has been added yet.")
        )
        self._clear.setText(say("Clear search and filters") if is_narrow else say("Show all"))
