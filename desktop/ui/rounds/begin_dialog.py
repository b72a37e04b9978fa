"""What beginning the next round does, said before it is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import today
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label

_WIDTH = 520


class BeginDialog(QDialog):
    """Accepted where the round is to begin now. Show it with `open()`."""

    def __init__(self, desk: Desk, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        say, rounds, case = look.wording, desk.workspace.rounds, desk.open_case
        self._wording = say
        self._before, self._next = rounds.all(case)[-1], rounds.next_stage(case)
        self._good_day = rounds.good_day(case)
        self._begin = Button(say("Begin {stage} now", stage=self._next), "begin-round", "primary")
        self._cancel = Button(say("Not yet"), "not-yet")
        self._build()
        self._begin.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)

    def _build(self) -> None:
        say = self._wording
        title = say("Repeat the assessment: {stage}", stage=self._next)
        self.setObjectName("begin-dialog")
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(12)
        column.addWidget(label(title, "heading"))
        for sentence in self._sentences():
            column.addWidget(label(sentence, "body", "muted"))
        when = label(self._when(), "strong")
        when.setObjectName("good-day")
        column.addWidget(when)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._begin)
        column.addSpacing(4)
        column.addLayout(row)

    def _sentences(self) -> tuple[str, ...]:
        say, before = self._wording, self._before.stage
        return (
            say("The same questionnaires are asked again, where there is a newer version in that one."),
            say(
                "No answer is copied, but each question shows what was answered in {before}. "
                "The profile, the limits of the plan and the list of people come along.",
                before=before,
            ),
            say("{before} stays as it is, protected, and both can be compared at any time.", before=before),
        )

    def _when(self) -> str:
        say, before = self._wording, self._before.stage
        day = say.date(self._good_day)
        if self._good_day <= today():
            return say("The plan of {before} ended on {day}: a good time.", before=before, day=day)
        return say("A good time is after {day}, when the plan of {before} ends.", before=before, day=day)
