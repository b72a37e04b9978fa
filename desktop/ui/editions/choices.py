"""What can be chosen of the installed editions; the workspace is opened anew with each choice."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, get_args

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.content.editions.course_choice import CourseChoice
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.safety.wishes import Reopen
from desktop.workspace.preferences import Preferences

_WIDTH = 300  # pixels


class Choice(NamedTuple):
    """A preference with its words: what it is, what it does, its values with their names, the one of now."""

    name: str
    words: str
    told: str
    entries: Sequence[tuple[str, str]]
    current: str
    changed: Callable[[Preferences, str], Preferences]


class ChoiceCard(QFrame):
    """A list to choose a preference from."""

    def __init__(self, desk: Desk, look: Look, choice: Choice) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk, self._choice = desk, choice
        self._picker = Picker(look, choice.name, choice.words)
        self._picker.setFixedWidth(_WIDTH)
        self._picker.show_entries(choice.entries, choice.current)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(choice.words, "body"))
        if choice.told:
            words.addWidget(label(choice.told, "small", "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(14)
        row.addLayout(words, 1)
        row.addWidget(self._picker)
        self._picker.picked.connect(self._on_picked)

    def _on_picked(self, value: str) -> None:
        if self._desk.save_outside(partial(self._save, value)):
            self._desk.session_wished.emit(Reopen())

    def _save(self, value: str) -> None:
        book = self._desk.workspace.preferences
        book.save(self._choice.changed(book.read(), value))


def courses_choice(desk: Desk, look: Look) -> Choice:
    """Which courses plans choose from, where editions bring their own."""
    say = look.wording
    told = {
        "all": say("all courses"),
        "edition": say("the courses of the edition alone"),
        "sestante": say("Sestante's courses alone"),
    }
    entries = [(name, told[name]) for name in get_args(CourseChoice)]
    current = desk.workspace.preferences.read().courses
    return Choice("courses-choice", say("Plans choose from"), "", entries, current, _with_courses)


def first_choice(desk: Desk, look: Look) -> Choice:
    """Which edition comes first, where several are installed."""
    say, installed = look.wording, desk.workspace.packs.installed()
    entries = [(pack.id, pack.name) for pack in installed]
    wanted = desk.workspace.preferences.read().first_edition
    current = wanted if wanted in dict(entries) else installed[-1].id
    told = say("Its name, colour and contacts are shown; where two editions bring the same, its own is used.")
    return Choice("first-edition", say("The edition that comes first"), told, entries, current, _with_first)


def _with_courses(preferences: Preferences, value: str) -> Preferences:
    return replace(preferences, courses=next(each for each in get_args(CourseChoice) if each == value))


def _with_first(preferences: Preferences, value: str) -> Preferences:
    return replace(preferences, first_edition=value)
