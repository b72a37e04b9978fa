"""How far one course has come: done, under way with hours left, or not begun."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning import Plan
from desktop.planning.calendar.replanning import Progress
from desktop.report.terms import dates_in_words, hours_in_words
from desktop.ui.fields import Stepper
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label

_HALF = Fraction(1, 2)
_State = Literal["done", "under-way", "not-begun"]


class CatchUpRow(QWidget):
    """A course with a button for each state, one of them pressed; under way it asks for the hours left."""

    def __init__(self, progress: Progress, plan: Plan, roles: Mapping[Role, str], look: Look) -> None:
        super().__init__()
        self._progress = progress
        self._look = look
        self._wording = look.wording
        planned = progress.planned
        self._name = f"{planned.role}-{planned.course.id}"
        facts = (
            roles.get(planned.role, planned.role),
            hours_in_words(planned.hours, look.wording, is_estimated=planned.is_hours_estimated),
            dates_in_words(planned, plan, look.wording),
        )
        self._facts = "  ·  ".join(facts)
        self._state: _State = progress.state
        self._buttons: dict[_State, Button] = {}
        self._left = QWidget()
        self._stepper = self._made_stepper()
        self._build()
        self._show_state()

    def progress(self) -> Progress:
        """What is told now."""
        left = self._stepper.value() if self._state == "under-way" else Fraction(0)
        return replace(self._progress, state=self._state, hours_left=left)

    def _build(self) -> None:
        say = self._wording
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(self._progress.planned.course.title, "strong"))
        words.addWidget(label(self._facts, "small", "muted"))
        words.addStretch(1)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addStretch(1)  # else they grow with the line below them
        states: tuple[tuple[_State, str], ...] = (
            ("done", say("Done")),
            ("under-way", say("Under way")),
            ("not-begun", say("Not begun")),
        )
        for state, text in states:
            chips.addWidget(self._chip(state, text))
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(chips)
        column.addWidget(self._left, 0, Qt.AlignmentFlag.AlignRight)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(14)
        line.addLayout(words, 1)
        line.addLayout(column)

    def _chip(self, state: _State, text: str) -> Button:
        chip = Button(text, f"so-far-{state}-{self._name}", "chip")
        chip.setAccessibleName(f"{text}: {self._progress.planned.course.title}")
        chip.setCheckable(True)
        chip.clicked.connect(self._on_clicked)
        self._buttons[state] = chip
        return chip

    def _made_stepper(self) -> Stepper:
        planned = self._progress.planned
        text = self._wording("Hours left, each")
        stepper = Stepper(self._look, f"so-far-left-{self._name}", f"{text}: {planned.course.title}")
        stepper.set_range(_HALF, max(_HALF, planned.hours), _HALF)
        stepper.show_value(max(_HALF, self._progress.hours_left))
        row = QHBoxLayout(self._left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        title = label(text, "small", "muted", wraps=False)
        title.setBuddy(stepper)
        row.addWidget(title)
        row.addWidget(stepper)
        return stepper

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self._state = next(state for state, chip in self._buttons.items() if chip is pressed)
        self._show_state()

    def _show_state(self) -> None:
        for state, chip in self._buttons.items():
            chip.setChecked(state == self._state)
        self._left.setVisible(self._state == "under-way")
