"""The reasons of a course, opened on its card."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import emptied, label
from desktop.ui.plan.why import Why

INDENT = 10  # pixels inside the border of a quiet button, so that words stand below one another


class WhyPanel(QWidget):
    """The answers behind a course, what would be lost without it, and the next best choice."""

    def __init__(self, course: str, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self.setObjectName(f"reasons-{course}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INDENT, 4, 0, 8)
        self._column.setSpacing(2)

    def show_why(self, why: Why | None) -> None:
        """Show the reasons, or that they are on their way."""
        emptied(self._column)
        if why is None:
            self._column.addWidget(label(self._wording("Computing…"), "small", "muted"))
            return
        if why.answers:
            self._head(self._wording("Because you answered"))
        for answer in why.answers:
            self._column.addWidget(label(answer, "small"))
        self._head(self._wording("Without this course"))
        self._column.addWidget(label(why.loss, "small"))
        self._head(self._wording("The next best choice"))
        for sentence in why.next_best:
            self._column.addWidget(label(sentence, "small"))

    def _head(self, text: str) -> None:
        if self._column.count():
            self._column.addSpacing(6)
        self._column.addWidget(label(text, "strong"))
