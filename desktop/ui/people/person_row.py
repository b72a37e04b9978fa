"""One person in the list: who, how far, and what can be done."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.report.people_words import roles_in_words
from desktop.text import Wording
from desktop.ui.fonts import font, semibold
from desktop.ui.look import Look
from desktop.ui.people.progress_words import progress_in_words
from desktop.ui.pieces import Button, label
from desktop.ui.progress_ring import ProgressRing
from desktop.workspace import Person

_WIDTH = 104  # pixels of the button that leads on, whatever it says


class PersonRow(QWidget):
    """A line with three buttons.

    Signals: `wanted` carries what was pressed: `answer`, `change` or `remove`.
    """

    wanted = Signal(str)

    def __init__(self, person: Person, look: Look, *, is_kept: bool = False) -> None:
        """`is_kept` leaves the buttons out: nothing is changed in a round that is protected."""
        super().__init__()
        wording, done = look.wording, person.progress
        self._buttons: list[Button] = []
        ring = _Ring(look, done.answered / done.shown if done.shown else 0.0)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(_Line(person.label, semibold(14), look.tokens.ink))
        told = f"{roles_in_words(wording)[person.role]} · {progress_in_words(done, wording)}"
        state = _Line(told, font(13), look.tokens.muted)
        state.setObjectName(f"person-{person.id}-state")
        words.addWidget(state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addWidget(ring)
        row.addLayout(words, 1)
        for what, text, says in () if is_kept else _buttons(person, wording):
            button = Button(text, f"person-{person.id}-{what}", "plain" if what == "answer" else "quiet")
            button.setAccessibleName(says)
            if what == "answer":
                button.setMinimumWidth(_WIDTH)
            button.clicked.connect(partial(self.wanted.emit, what))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            self._buttons.append(button)

    def first_focus(self) -> QWidget:
        """The button that leads on."""
        return self._buttons[0]

    def last_focus(self) -> QWidget:
        """The button after which the Tab key leaves the line."""
        return self._buttons[-1]


class RemovalRow(QWidget):
    """The question before somebody is removed, in place of her or his line.

    Signals: `wanted` carries `remove` or `keep`.
    """

    wanted = Signal(str)

    def __init__(self, person: Person, look: Look) -> None:
        super().__init__()
        sentence = look.wording("Remove {label} and all answers for good?", label=person.label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        asked = label(sentence, "strong", "warn")
        asked.setMinimumWidth(1)
        row.addWidget(asked, 1)
        self._keep = Button(look.wording("Keep"), "removal-keep")
        self._remove = Button(look.wording("Remove for good"), "removal-remove", "quiet")
        for button, what in ((self._keep, "keep"), (self._remove, "remove")):
            button.clicked.connect(partial(self.wanted.emit, what))
            row.addWidget(button)

    def first_focus(self) -> QWidget:
        """The button that changes nothing."""
        return self._keep


class _Line(QLabel):
    """A text of any length: cut with an ellipsis where it does not fit, whole in its tool tip."""

    def __init__(self, text: str, look: QFont, colour: str) -> None:
        super().__init__(text)
        self._colour = QColor(colour)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look)
        self.setToolTip(text)
        self.setMinimumWidth(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._colour)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


class _Ring(QWidget):
    """How far somebody is, as the rail paints it."""

    def __init__(self, look: Look, share: float) -> None:
        super().__init__()
        self._ring = ProgressRing(look.tokens)
        self._share = share
        self.setFixedSize(QSize(26, 26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor("transparent"))
        self._ring.paint(painter, self.rect().adjusted(2, 2, -2, -2).toRectF(), self._share)


def _buttons(person: Person, wording: Wording) -> tuple[tuple[str, str, str], ...]:
    """What each button does, its text, and what is said of it to those who cannot see the line."""
    answer = wording("Start")
    if person.progress.answered:
        answer = wording("Look again") if person.has_finished else wording("Continue")
    texts = (("answer", answer), ("change", wording("Change")), ("remove", wording("Remove")))
    return tuple((what, text, f"{text}: {person.label}") for what, text in texts)
