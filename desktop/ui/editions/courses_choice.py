"""Which courses plans choose from, where editions bring their own."""

from dataclasses import replace
from functools import partial
from typing import get_args

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.content.editions.course_choice import CourseChoice
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.safety.wishes import Reopen

_WIDTH = 300  # pixels


class CoursesChoice(QFrame):
    """A list of three; the workspace is opened anew with the courses chosen."""

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        say = look.wording
        words = say("Plans choose from")
        self._picker = Picker(look, "courses-choice", words)
        self._picker.setFixedWidth(_WIDTH)
        told = {
            "all": say("all courses"),
            "edition": say("the courses of the edition alone"),
            "sestante": say("Sestante's courses alone"),
        }
        entries = [(name, told[name]) for name in get_args(CourseChoice)]
        self._picker.show_entries(entries, desk.workspace.preferences.read().courses)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(14)
        row.addWidget(label(words, "body"), 1)
        row.addWidget(self._picker)
        self._picker.picked.connect(self._on_picked)

    def _on_picked(self, name: CourseChoice) -> None:
        if self._desk.save_outside(partial(self._save, name)):
            self._desk.session_wished.emit(Reopen())

    def _save(self, name: CourseChoice) -> None:
        book = self._desk.workspace.preferences
        book.save(replace(book.read(), courses=name))
