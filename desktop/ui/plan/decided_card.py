"""Courses about which something was decided and that are not in the plan, each with the way back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Constraints
from desktop.content.steps import CourseOf, StepChange, course_of
from desktop.dossier.steps import earlier_keys
from desktop.planning import Unkept
from desktop.planning.deciding import Choice
from desktop.report.decision_words import unkept_in_words
from desktop.report.step_words import state_in_words, step_in_words
from desktop.text import Wording
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, rule
from desktop.ui.plan.steps.step_book import StepBook


@dataclass(frozen=True, slots=True)
class DecidedCourse:
    """A course, for whom something was decided, and in words what became of it."""

    course: str
    roles: tuple[Role, ...]
    words: str

    @property
    def name(self) -> str:
        """What its button is called by."""
        return self.course

    @property
    def way_back(self) -> Choice:
        """What takes the decision back."""
        return Choice(self.course, self.roles, None)

    def title(self, catalogue: Catalogue, _wording: Wording) -> str:
        """What the course is called."""
        course = catalogue.courses.get(self.course)
        return course.title if course else self.course


@dataclass(frozen=True, slots=True)
class EarlierStep:
    """A step of another kind that the plan no longer has, with what became of it in words."""

    key: str
    words: str

    @property
    def name(self) -> str:
        """What its button is called by."""
        return self.key

    @property
    def way_back(self) -> StepChange:
        """What forgets it; this can be undone."""
        return StepChange(self.key, "open")

    def title(self, catalogue: Catalogue, wording: Wording) -> str:
        """What the step is called."""
        return step_in_words(self.key, catalogue, wording)


Taken: TypeAlias = DecidedCourse | EarlierStep
"""What was decided or done, with the way back."""


def earlier_steps(keys: Iterable[str], book: StepBook, wording: Wording) -> list[EarlierStep]:
    """Steps that the plan no longer has, but for courses of which the decision tells more."""
    return [
        EarlierStep(key, _joined(state_in_words(book.state(key), wording), book.note(key)))
        for key in earlier_keys(keys, book.told)
        if course_of(key) is None or book.state(key) == "open"
    ]


def left_out_and_done(
    limits: Constraints, book: StepBook, catalogue: Catalogue, wording: Wording
) -> list[DecidedCourse]:
    """What was left out, then what is done, each course once, with what was noted of it."""
    names = catalogue.competence_text(wording.language).roles
    left_out: dict[str, list[Role]] = {}
    done: dict[str, list[Role]] = {}
    for each in limits.decisions:
        if each.state in ("excluded", "done"):
            found = left_out if each.state == "excluded" else done
            found.setdefault(each.course, []).append(each.role)

    def noted(words: str, course: str, roles: Iterable[Role]) -> str:
        notes = (book.note(CourseOf(course, role).key) for role in roles)
        return _joined(words, *dict.fromkeys(notes))

    told = [
        DecidedCourse(course, tuple(roles), noted(wording("Left out"), course, roles))
        for course, roles in left_out.items()
    ]
    for course, roles in done.items():
        who = ", ".join(names.get(role, role) for role in roles)
        words = wording("Done, and counted for: {roles}", roles=who)
        told.append(DecidedCourse(course, tuple(roles), noted(words, course, roles)))
    return told


def not_kept(unkept: Iterable[Unkept], catalogue: Catalogue, wording: Wording) -> list[DecidedCourse]:
    """What was to be kept and could not be, each course and role with the reason."""
    names = catalogue.competence_text(wording.language).roles
    return [
        DecidedCourse(
            each.decision.course,
            (each.decision.role,),
            f"{names.get(each.decision.role, each.decision.role)}  ·  {unkept_in_words(each, wording)}",
        )
        for each in unkept
    ]


def _joined(*words: str) -> str:
    return "  ·  ".join(filter(None, words))


class DecidedCard(QFrame):
    """A line for each course.

    Signals: `chosen` carries the `Choice` or `StepChange` that takes something back.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        title: str,
        courses: Iterable[Taken],
        catalogue: Catalogue,
        look: Look,
    ) -> None:
        super().__init__()
        self._wording = look.wording
        self._catalogue = catalogue
        self._ways_back: dict[Button, Choice | StepChange] = {}
        self.setProperty("kind", "card")
        self.setObjectName(name)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 14, 12)
        column.setSpacing(6)
        column.addWidget(label(title, "heading"))
        for position, decided in enumerate(courses):
            if position:
                column.addWidget(rule())
            column.addWidget(self._line(decided))

    def _line(self, decided: DecidedCourse | EarlierStep) -> QWidget:
        title = decided.title(self._catalogue, self._wording)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(title, "strong"))
        words.addWidget(label(decided.words, "small", "muted"))
        row.addLayout(words, 1)
        back = Button(self._wording("Take back"), f"back-{decided.name}", "fold")
        back.setAccessibleName(self._wording("Take back: {title}", title=title))
        back.clicked.connect(self._on_clicked)
        self._ways_back[back] = decided.way_back
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            pressed.setEnabled(False)
            self.chosen.emit(self._ways_back[pressed])
