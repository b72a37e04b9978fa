"""The questions one person answers, with the way out always in sight."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.look import Look
from desktop.ui.people.person_desk import PersonDesk
from desktop.ui.pieces import Button, label
from desktop.ui.questions.page import QuestionsPage
from desktop.ui.questions.route import Stop


class PersonQuestions(QWidget):
    """The cards of the questions under a line that says whose they are.

    Signals: `left` when the computer is to be handed back.
    """

    left = Signal()

    def __init__(self, desk: PersonDesk, name: str, look: Look) -> None:
        super().__init__()
        desk.setParent(self)
        self._questions = _Questions(desk, look)
        self._stop = Button(look.wording("Stop and hand back"), "stop-answering", "quiet")
        bar = QFrame()
        bar.setProperty("kind", "note")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 4, 6, 4)
        whose = label(look.wording("{label} answers", label=name), "strong", "accent")
        whose.setObjectName("who-answers")
        row.addWidget(whose, 1)
        row.addWidget(self._stop)
        above = QHBoxLayout()
        above.setContentsMargins(40, 14, 40, 0)
        above.addWidget(bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._questions, 1)
        self._stop.clicked.connect(self._on_stop_clicked)
        self._questions.end_reached.connect(self.left)

    def _on_stop_clicked(self) -> None:
        self.left.emit()


class _Questions(QuestionsPage):
    """The page of questions, one questionnaire after the other; behind the last it says no more than that.

    Signals: `end_reached` instead of the card that a company sees at the end.
    """

    end_reached = Signal()

    @override
    def _show_finished(self, stop: Stop) -> None:
        following = self._walk.route.later_open(stop.questionnaire.id)
        if following is None:
            self.end_reached.emit()
        else:
            self.show_stop(following)
