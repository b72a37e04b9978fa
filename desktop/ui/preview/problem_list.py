"""Problems of a questionnaire under one another: where, what, and the way to the question they are about."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import MOST_PROBLEMS
from desktop.review.placing import PlacedProblem
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label


class ProblemRow(QFrame):
    """One problem.

    Signals: `question_wanted` carries the problem, if it is about a question that can be gone to.
    """

    question_wanted = Signal(object)

    def __init__(self, placed: PlacedProblem, name: str, look: Look, *, leads_on: bool) -> None:
        super().__init__()
        self._placed = placed
        self._leads_on = leads_on and placed.question is not None
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        mark = QLabel()
        colour = look.tokens.muted if placed.problem.is_warning else look.tokens.warn
        mark.setPixmap(icon("warning", colour, 16).pixmap(16, 16))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(_words(placed, look), 1)
        if self._leads_on:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            go = Button(look.wording("Go to the question"), f"{name}-go", "fold")
            go.clicked.connect(self._on_wanted)
            row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)

    def _on_wanted(self) -> None:
        self.question_wanted.emit(self._placed)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # else the release goes elsewhere

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._leads_on and event.button() == Qt.MouseButton.LeftButton:
            self._on_wanted()


class ProblemList(QWidget):
    """The errors first, then the warnings.

    Signals: `question_wanted` carries the problem whose question the user wants to see.
    """

    question_wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_problems(self, problems: Iterable[PlacedProblem], *, leads_on: bool = True) -> None:
        """Problems in place of those before; `leads_on` where there are questions to go to."""
        emptied(self._column)
        found = sorted(problems, key=_is_warning)
        for number, placed in enumerate(found[:MOST_PROBLEMS]):
            row = ProblemRow(placed, f"problem-{number}", self._look, leads_on=leads_on)
            row.question_wanted.connect(self.question_wanted)
            self._column.addWidget(row)
        if len(found) > MOST_PROBLEMS:
            more = self._look.wording("There are more; correct these first.")
            self._column.addWidget(label(more, "small", "muted"))
        self._column.addStretch(1)


class ProblemNotice(QFrame):
    """The problems of a question, to stand above it; of the question shown no way to it is offered."""

    def __init__(self, problems: Iterable[PlacedProblem], look: Look, *, sentence: str = "") -> None:
        super().__init__()
        self.setObjectName("question-problems")
        self.setProperty("kind", "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(2)
        if sentence:
            column.addWidget(label(sentence, "small"))
        for number, placed in enumerate(sorted(problems, key=_is_warning)):
            column.addWidget(ProblemRow(placed, f"here-{number}", look, leads_on=False))


def count_in_words(problems: Iterable[PlacedProblem], look: Look) -> str:
    """How many errors and warnings there are."""
    found = list(problems)
    warnings = sum(map(_is_warning, found))
    errors, say = len(found) - warnings, look.wording
    counts = []
    if errors:
        counts.append(say.plural("{count} error", "{count} errors", errors))
    if warnings:
        counts.append(say.plural("{count} warning", "{count} warnings", warnings))
    return ", ".join(counts) or say("No problems")


def _words(placed: PlacedProblem, look: Look) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(label(look.wording.tell(placed.problem.sentence), "small"))
    column.addWidget(label(" · ".join(_where(placed, look)), "caption", "muted"))
    return column


def _where(placed: PlacedProblem, look: Look) -> Iterator[str]:
    problem = placed.problem
    yield problem.code
    yield f"{Path(problem.file).name}:{problem.line}" if problem.line else Path(problem.file).name
    if placed.place:
        yield placed.place
    if placed.value:
        yield look.wording("it says “{value}”", value=placed.value)


def _is_warning(placed: PlacedProblem) -> bool:
    return placed.problem.is_warning
