"""The result of a questionnaire in one glance: number, level, how certain, and what it means."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dossier import AssessmentResult
from desktop.report.terms import level_name
from desktop.scores import Score
from desktop.text import Wording
from desktop.ui.fonts import semibold
from desktop.ui.look import Look
from desktop.ui.picture import Picture
from desktop.ui.pieces import label


class OverallCard(QFrame):
    """Score and level at the left, the dimensions around a centre at the right."""

    def __init__(self, result: AssessmentResult, radar: bytes, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self.setProperty("kind", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 24, 20, 16)
        row.setSpacing(20)
        row.addLayout(self._words(result), 4)
        row.addWidget(self._radar(radar), 5)

    def _words(self, result: AssessmentResult) -> QVBoxLayout:
        score, questionnaire = result.scorecard.overall, result.questionnaire
        text = questionnaire.text(self._wording.language)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(text.title, "strong", "accent"))
        number = label("–" if score.headline is None else self._wording.number(score.headline), "title")
        number.setFont(semibold(52))
        number.setObjectName("overall-score")
        of = label(self._wording("of 100"), "body", "muted", wraps=False)
        line = QHBoxLayout()
        line.addWidget(number)
        line.addWidget(of, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(line)
        level = level_name(score.level, questionnaire, self._wording)
        heading = label(level[:1].upper() + level[1:], "heading")
        heading.setObjectName("overall-level")
        column.addWidget(heading)
        if score.level is not None:
            column.addWidget(label(text.levels[score.level.id].meaning, "body", "muted"))
        column.addWidget(label(interval_in_words(score, self._wording), "small", "muted"))
        column.addStretch(1)
        return column

    def _radar(self, radar: bytes) -> QWidget:
        picture = Picture(
            "radar", self._wording("The dimensions around a centre; the bars below say the same")
        )
        picture.show_svg(radar)
        return picture


def interval_in_words(score: Score, wording: Wording) -> str:
    """How certain a score is, in a sentence."""
    if score.headline is None or score.low is None or score.high is None:
        return wording("Nothing has been answered yet.")
    if score.low == score.high:
        return wording("All answers are known: the number is certain.")
    return wording(
        "Between {low} and {high}, depending on what is still unknown or open.",
        low=wording.number(score.low),
        high=wording.number(score.high),
    )
