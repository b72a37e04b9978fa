"""What has happened with the courses so far, told before the plan is made again from today."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.content.catalogues.catalogue import Catalogue
from desktop.planning import Plan
from desktop.planning.calendar.replanning import Progress
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, rule
from desktop.ui.plan.limits.catch_up_row import CatchUpRow


class CatchUpCard(QFrame):
    """A line for each course that was to have begun by now, as the calendar would have it.

    Signals: `told` carries the tuple of `Progress` that the user confirmed; `given_up` that the plan stays
    as it is.
    """

    told = Signal(object)
    given_up = Signal()

    def __init__(
        self, progress: Iterable[Progress], plan: Plan, day: date, catalogue: Catalogue, look: Look
    ) -> None:
        super().__init__()
        self._wording = look.wording
        roles = catalogue.competence_text(look.wording.language).roles
        self._rows = [CatchUpRow(each, plan, roles, look) for each in progress]
        self._column = QVBoxLayout(self)
        self._build(day)

    def _build(self, day: date) -> None:
        say = self._wording
        self.setProperty("kind", "card")
        self.setObjectName("catch-up")
        self.setAccessibleName(say("What has happened so far?"))
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(8)
        self._column.addWidget(label(say("What has happened so far?"), "heading"))
        told = say(
            "This is what the calendar says. Correct what went differently; the plan goes on from there."
        )
        self._column.addWidget(label(told, "small", "muted"))
        for position, row in enumerate(self._rows):
            if position:
                self._column.addWidget(rule())
            self._column.addWidget(row)
        go_on = Button(say("Plan again from {date}", date=say.date(day)), "catch-up-done", "primary")
        go_on.clicked.connect(self._on_done_clicked)
        back = Button(say("Leave the plan as it is"), "catch-up-back", "quiet")
        back.clicked.connect(self.given_up)
        line = QHBoxLayout()
        line.setContentsMargins(0, 6, 0, 0)
        line.setSpacing(10)
        line.addWidget(go_on)
        line.addWidget(back)
        line.addStretch(1)
        self._column.addLayout(line)

    def _on_done_clicked(self) -> None:
        self.told.emit(tuple(row.progress() for row in self._rows))
