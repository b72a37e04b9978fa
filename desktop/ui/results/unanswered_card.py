"""Instead of a result, where nothing has been answered: what results come from, and the way there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.dossier import AssessmentResult
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label


class UnansweredCard(QFrame):
    """A questionnaire without an answer.

    Signals: `questions_wanted` when the user wants to answer it.
    """

    questions_wanted = Signal()

    def __init__(self, result: AssessmentResult, look: Look) -> None:
        super().__init__()
        say = look.wording
        self.setObjectName("results-unanswered")
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(10)
        column.addWidget(label(result.questionnaire.text(say.language).title, "strong", "accent"))
        column.addWidget(label(say("Nothing has been answered yet"), "heading"))
        words = say("The results come from your answers. A few are enough for a first look.")
        column.addWidget(label(words, "body", "muted"))
        button = Button(say("Go to the questions"), "results-to-questions", "primary")
        button.clicked.connect(self._on_clicked)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_clicked(self) -> None:
        self.questions_wanted.emit()


def is_unanswered(result: AssessmentResult) -> bool:
    """Whether there is something to answer, and nothing is."""
    score = result.scorecard.overall
    return score.headline is None and score.low is not None
