"""Why a dimension has its score: question by question, the points earned of those there were."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.content.questionnaires.questionnaire import QuestionnaireText
from desktop.scores import Contribution, Score
from desktop.ui.look import Look
from desktop.ui.pieces import label


class Reasons(QWidget):
    """What the dimension is about, what the score tells, and its questions with their points."""

    def __init__(self, dimension: str, score: Score, text: QuestionnaireText, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._text = text
        self.setObjectName(f"reasons-{dimension}")
        words = text.dimensions[dimension]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 40, 14)
        column.setSpacing(8)
        if score.headline is not None:
            column.addWidget(label(words.told_at(score.headline), "small"))
        column.addWidget(label(words.about, "small", "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        for line, part in enumerate(score.contributions):
            grid.addWidget(label(text.questions[part.question].text, "small"), line, 0)
            points = label(self._points(part), "small", "muted", wraps=False)
            grid.addWidget(points, line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)

    def _points(self, part: Contribution) -> str:
        of = self._wording.number(part.of, 1)
        if part.points is None:
            return self._wording("open, up to {of} points", of=of)
        return self._wording("{points} of {of} points", points=self._wording.number(part.points, 1), of=of)
