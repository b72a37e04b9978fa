"""The few answers that would lift the company to the next level."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from desktop.content.questionnaires.questionnaire import Questionnaire, QuestionText
from desktop.scores import Lift, NextLevel
from desktop.ui.look import Look
from desktop.ui.pieces import label


class NextLevelCard(QFrame):
    """Each answer to change, with the points it brings."""

    def __init__(self, found: NextLevel, questionnaire: Questionnaire, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self.setProperty("kind", "card")
        self.setObjectName("next-level")
        text = questionnaire.text(look.wording.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(8)
        name = text.levels[found.level.id].name
        column.addWidget(label(self._wording("What leads to the level “{level}”", level=name), "heading"))
        missing = self._wording.number(found.missing, 1)
        column.addWidget(
            label(
                self._wording(
                    "{points} points are missing. These changes are the shortest way:", points=missing
                ),
                "small",
                "muted",
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for line, lift in enumerate(found.lifts):
            gain = self._wording("+{points}", points=self._wording.number(lift.gain, 1))
            grid.addWidget(label(gain, "strong", "good", wraps=False), 2 * line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(_target(lift, text.questions[lift.question]), "strong"), 2 * line, 1)
            grid.addWidget(label(text.questions[lift.question].text, "small", "muted"), 2 * line + 1, 1)
        column.addLayout(grid)


def _target(lift: Lift, text: QuestionText) -> str:
    """What to reach, in the words of the question."""
    steps = {**text.choices, **text.columns}
    step = steps[lift.choice].text if lift.choice else ""
    if lift.item is None:
        return step
    if lift.item in text.rows:
        return f"{text.rows[lift.item].text}: {step}"
    return text.choices[lift.item].text
