"""The dimensions of a result as short bars that are read from a step away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from desktop.dossier import AssessmentResult
from desktop.report.terms import headline_in_short
from desktop.ui.events.big import big_words
from desktop.ui.look import Look

_WHOLE = 100


class ScoreLines(QWidget):
    """Name, bar and number for each dimension."""

    def __init__(self, result: AssessmentResult, look: Look) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        names = result.questionnaire.text(look.wording.language).dimensions
        for row, (identity, score) in enumerate(result.scorecard.dimensions.items()):
            number = headline_in_short(score)
            bar = QProgressBar()
            bar.setRange(0, _WHOLE)
            bar.setValue(0 if score.headline is None else round(score.headline))
            bar.setTextVisible(False)
            bar.setAccessibleName(f"{names[identity].name}: {number}")
            grid.addWidget(big_words(names[identity].name, 15, look), row, 0)
            grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
            told = big_words(number, 15, look, is_strong=True)
            told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(told, row, 2)
