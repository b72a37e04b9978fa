"""Beside a question: why we ask it, and the words it uses."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.questionnaires.questionnaire import QuestionText
from desktop.ui.look import Look
from desktop.ui.pieces import emptied, label

WIDTH = 244


class HelpColumn(QWidget):
    """Why we ask and what the words mean."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self.setObjectName("help-column")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(4)

    def show_text(self, text: QuestionText) -> None:
        """The help of a question."""
        emptied(self._column)
        if text.why:
            self._column.addWidget(label(self._wording("Why we ask"), "strong"))
            self._column.addWidget(label(text.why, "small", "muted"))
            self._column.addSpacing(12)
        if text.words:
            self._column.addWidget(label(self._wording("Words explained"), "strong"))
        for word in text.words:
            self._column.addWidget(label(word.term, "small"))
            self._column.addWidget(label(word.meaning, "small", "muted"))
            self._column.addSpacing(6)
        self._column.addStretch(1)
