"""Courses about which something was decided and that are not in the plan, each with the way back."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import Constraints
from desktop.planning import Unkept
from desktop.planning.deciding import Choice
from desktop.report.decision_words import unkept_in_words
from desktop.text import Wording
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, rule


@dataclass(frozen=True, slots=True)
class DecidedCourse:
    """A course, for whom something was decided, and in words what became of it."""

    course: str
    roles: tuple[Role, ...]
    words: str

    @property
    def way_back(self) -> Choice:
        """What takes the decision back."""
        return Choice(self.course, self.roles, None)


def left_out_and_done(limits: Constraints, catalogue: Catalogue, wording: Wording) -> list[DecidedCourse]:
    """What was left out, then what is done, each course once."""
    names = catalogue.competence_text(wording.language).roles
    left_out: dict[str, list[Role]] = {}
    done: dict[str, list[Role]] = {}
    for each in limits.decisions:
        if each.state in ("excluded", "done"):
            found = left_out if each.state == "excluded" else done
            found.setdefault(each.course, []).append(each.role)
    told = [DecidedCourse(course, tuple(roles), wording("Left out")) for course, roles in left_out.items()]
    for course, roles in done.items():
        who = ", ".join(names.get(role, role) for role in roles)
        words = wording("Done, and counted for: {roles}", roles=who)
        told.append(DecidedCourse(course, tuple(roles), words))
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


class DecidedCard(QFrame):
    """A line for each course.

    Signals: `chosen` carries the `Choice` that takes a decision back.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, title: str, courses: Iterable[DecidedCourse], catalogue: Catalogue, look: Look
    ) -> None:
        super().__init__()
        self._wording = look.wording
        self._catalogue = catalogue
        self._ways_back: dict[Button, Choice] = {}
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

    def _line(self, decided: DecidedCourse) -> QWidget:
        course = self._catalogue.courses.get(decided.course)
        title = course.title if course else decided.course
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(title, "strong"))
        words.addWidget(label(decided.words, "small", "muted"))
        row.addLayout(words, 1)
        back = Button(self._wording("Take back"), f"back-{decided.course}", "fold")
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
