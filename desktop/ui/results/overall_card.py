"""The result of a questionnaire in one glance: number, level, how certain, and what it means."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dossier import AssessmentResult
from desktop.report.terms import first_look, headline_in_short, level_in_words, score_in_words
from desktop.scores import Score
from desktop.text import Wording
from desktop.ui.chart import Chart
from desktop.ui.fonts import semibold
from desktop.ui.look import Look
from desktop.ui.pieces import label

_FLATTEST, _LOWEST, _HIGHEST = 0.8, 290, 380  # of the radar: height by width, and in pixels
_WORDS = 13  # pixels, as high as the small labels around it


class OverallCard(QFrame):
    """Score and level at the left, the dimensions around a centre at the right."""

    def __init__(self, result: AssessmentResult, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self.setProperty("kind", "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 24, 20, 16)
        row.setSpacing(16)
        row.addLayout(self._words(result), 4)
        row.addWidget(self._radar(result), 6)

    def _words(self, result: AssessmentResult) -> QVBoxLayout:
        score, questionnaire = result.scorecard.overall, result.questionnaire
        text = questionnaire.text(self._wording.language)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(label(text.title, "strong", "accent"))
        column.addLayout(self._number(score))
        level = level_in_words(score, questionnaire, self._wording)
        if score.level is not None:
            level = self._wording("Level: {level}", level=level)
        heading = label(level[:1].upper() + level[1:], "heading")
        heading.setObjectName("overall-level")
        column.addWidget(heading)
        if score.level is not None:
            column.addWidget(label(text.levels[score.level.id].meaning, "body", "muted"))
        if score.low is not None:
            column.addWidget(label(interval_in_words(score, self._wording), "small", "muted"))
        if score.headline is not None and (told := first_look(result, self._wording)):
            column.addWidget(label(told, "small", "muted"))
        column.addStretch(1)
        return column

    def _number(self, score: Score) -> QHBoxLayout:
        number = label(headline_in_short(score), "title")
        number.setFont(semibold(52))
        number.setObjectName("overall-score")
        of = label(self._wording("of 100"), "body", "muted", wraps=False)
        raised = number.fontMetrics().descent() - of.fontMetrics().descent()
        of.setContentsMargins(0, 0, 0, raised)  # both stand on one line
        line = QHBoxLayout()
        line.addWidget(number)
        line.addWidget(of, 1, Qt.AlignmentFlag.AlignBottom)
        return line

    def _radar(self, result: AssessmentResult) -> QWidget:
        say = self._wording
        chart = Chart("radar", say("The dimensions around a centre; the bars below say the same"))
        names = result.questionnaire.text(say.language).dimensions
        scores = (
            f"{names[identity].name}: {score_in_words(score, say)}"
            for identity, score in result.scorecard.dimensions.items()
        )
        draw = partial(_drawn, result, self._look)
        chart.show_drawing(draw, "; ".join(scores))
        return chart


def interval_in_words(score: Score, wording: Wording) -> str:
    """How certain a score is, in a sentence."""
    if score.headline is None or score.low is None or score.high is None:
        return wording("Nothing has been answered yet.")
    if score.low == score.high:
        return wording("All questions are answered, none with “I don't know”.")
    return wording(
        "Between {low} and {high}, depending on what is still unknown or open.",
        low=wording.number(score.low),
        high=wording.number(score.high),
    )


def _drawn(result: AssessmentResult, look: Look, width: int) -> bytes:
    """Runs in a worker thread."""
    from desktop.report.screen import radar_svg

    height = min(_HIGHEST, max(_LOWEST, round(_FLATTEST * width)))
    return radar_svg(
        result,
        look.wording.language,
        is_dark=look.tokens.is_dark,
        accent=look.brand_accent,
        size=(width, height),
        points=_WORDS,
    )
