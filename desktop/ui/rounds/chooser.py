"""The rounds of the company on the desk, to go from one to another and to compare them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied

if TYPE_CHECKING:
    from desktop.storage import CompanyRound

_MOST_BUTTONS = 3  # as many as stand in the rail beside "Compare"


class RoundChooser(QWidget):
    """A button for each round, or a list where they are many; hidden where there is one alone.

    Signals: `round_chosen` carries the id of a round, `comparison_wanted` nothing.
    """

    round_chosen = Signal(int)
    comparison_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._shown: tuple[object, ...] = ()
        self._row = QHBoxLayout()
        self._picker = Picker(look, "round-choice", look.wording("Assessment"))
        self._compare = Button(look.wording("Compare"), "to-comparison", "quiet")
        self._build()
        self._picker.picked.connect(self._on_picked)
        self._compare.clicked.connect(self.comparison_wanted)

    def show_rounds(self, rounds: "Sequence[CompanyRound]", current: int, *, is_comparing: bool) -> None:
        """The rounds, the first one first, one of them on the desk; emits nothing."""
        self.setVisible(len(rounds) > 1)
        self._compare.setChecked(is_comparing)
        if self._shown == (*rounds, current):
            return
        self._shown = (*rounds, current)
        emptied(self._row)
        is_few = len(rounds) <= _MOST_BUTTONS
        if is_few:
            self._show_buttons(rounds, current)
        self._picker.setVisible(not is_few)
        self._picker.show_entries([(str(each.id), self._words(each)) for each in rounds], str(current))

    def _build(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._compare.setCheckable(True)
        self._compare.setToolTip(self._wording("What changed from one assessment to the next, and why"))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addLayout(self._row)
        line.addStretch(1)
        line.addWidget(self._compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._picker)
        column.addLayout(line)
        self.hide()

    def _show_buttons(self, rounds: "Sequence[CompanyRound]", current: int) -> None:
        group = QButtonGroup(self)
        for each in rounds:
            button = Button(each.stage, f"round-{each.stage}", "chip")
            button.setCheckable(True)
            button.setChecked(each.id == current)
            button.setToolTip(self._words(each))
            button.setAccessibleName(self._words(each))
            button.clicked.connect(partial(self.round_chosen.emit, each.id))
            group.addButton(button)
            self._row.addWidget(button)

    def _words(self, each: "CompanyRound") -> str:
        day = self._wording.date(each.day)
        if not each.answers:
            return self._wording("{stage}, begun on {day}", stage=each.stage, day=day)
        return self._wording("{stage}, answered on {day}", stage=each.stage, day=day)

    def _on_picked(self, identity: object) -> None:
        self.round_chosen.emit(int(str(identity)))
