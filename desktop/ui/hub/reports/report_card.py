"""A report on a card: what it is, what it tells of companies, and the buttons that save it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import Button, label

Ends = Sequence[tuple[str, str]]
"""The ends of file names that can be saved, each with the words of its button."""


class ReportCard(QFrame):
    """One report.

    Signals: `save_wanted` carries the end of the file's name that is wanted.
    """

    save_wanted = Signal(str)

    def __init__(self, name: str, title: str, words: str, privacy: str, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setObjectName(f"report-{name}")
        self._name = name
        self._look = look
        self._buttons: list[Button] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(6)
        column.addWidget(label(title, "strong"))
        column.addWidget(label(words, "small", "muted"))
        column.addWidget(label(privacy, "small"))
        column.addSpacing(4)
        column.addLayout(self._row)

    def show_buttons(self, ends: Ends, *beside: QWidget) -> None:
        """The buttons, and what is chosen beside them."""
        for end, words in ends:
            button = Button(words, f"save-{self._name}{end.replace('.', '-')}")
            button.clicked.connect(partial(self._on_clicked, end))
            self._buttons.append(button)
            self._row.addWidget(button)
        for widget in beside:
            self._row.addWidget(widget, 3, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)

    def show_ready(self, *, is_ready: bool) -> None:
        """Whether something can be saved now."""
        for button in self._buttons:
            button.setEnabled(is_ready)

    def _on_clicked(self, end: str, _: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self.save_wanted.emit(end)
