"""What can be decided about a course of the plan: keep it, leave it out, begun, done; and when."""

from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.decisions import DecisionState
from desktop.planning import PlannedCourse
from desktop.planning.deciding import Choice
from desktop.ui.fields import Stepper
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.plan.why_panel import INDENT

_HALF = Fraction(1, 2)
_LONGEST = Fraction(400)


class DecidePanel(QWidget):
    """A button for each state, and a field that goes with the state the course is in.

    Signals: `chosen` carries a `Choice` for all roles that take the course; one without a state takes back.
    """

    chosen = Signal(object)

    def __init__(self, planned: tuple[PlannedCourse, ...], number_of_weeks: int, look: Look) -> None:
        super().__init__()
        self._planned = planned
        self._course = planned[0].course
        self._weeks = number_of_weeks
        self._look = look
        self._wording = look.wording
        self._decision = next((each.decision for each in planned if each.decision), None)
        self._buttons: dict[DecisionState, Button] = {}
        self._stepper: Stepper | None = None
        self._build()

    def stand_after(self, widget: QWidget) -> None:
        """Let the keyboard come here from a widget of the same window."""
        fields = (self._stepper.focusProxy(),) if self._stepper is not None else ()
        for stop in (*self._buttons.values(), *fields):
            QWidget.setTabOrder(widget, stop)
            widget = stop

    def _build(self) -> None:
        say = self._wording
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 4, 0, 8)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        words: tuple[tuple[DecisionState, str], ...] = (
            ("wanted", say("Keep it")),
            ("excluded", say("Leave it out")),
            ("under-way", say("Under way")),
            ("done", say("Done")),
        )
        for state, text in words:
            row.addWidget(self._button(state, text))
        row.addStretch(1)
        column.addLayout(row)
        if self._decision is not None:
            column.addLayout(self._field())

    def _button(self, state: DecisionState, text: str) -> Button:
        made = Button(text, f"{state}-{self._course.id}", "chip")
        made.setAccessibleName(f"{text}: {self._course.title}")
        made.setCheckable(True)
        made.setChecked(self._decision is not None and self._decision.state == state)
        made.clicked.connect(self._on_clicked)
        self._buttons[state] = made
        return made

    def _field(self) -> QHBoxLayout:
        """The earliest week of a course that is kept, the hours left of one under way."""
        is_begun = self._decision is not None and self._decision.state == "under-way"
        text = self._wording("Hours left, each") if is_begun else self._wording("Not before week")
        self._stepper = Stepper(self._look, f"from-{self._course.id}", f"{text}: {self._course.title}")
        if is_begun:
            self._stepper.set_range(_HALF, _LONGEST, _HALF)
            self._stepper.show_value(self._planned[0].hours)
        else:
            self._stepper.set_range(Fraction(1), Fraction(self._weeks))
            week = self._decision.week if self._decision else None
            self._stepper.show_value((week or 0) + 1)
        self._stepper.stepped.connect(self._on_stepped)
        row = QHBoxLayout()
        row.setSpacing(12)
        title = label(text, "small", "muted", wraps=False)
        title.setBuddy(self._stepper)
        row.addWidget(title)
        row.addWidget(self._stepper, 1)
        return row

    def _on_clicked(self) -> None:
        pressed = self.sender()
        state = next(
            (name for name, each in self._buttons.items() if each is pressed and each.isChecked()), None
        )
        for name, button in self._buttons.items():
            button.setChecked(name == state)
        self._emit(state)

    def _on_stepped(self) -> None:
        if self._stepper is None or self._decision is None:
            return
        value = self._stepper.value()
        if self._decision.state == "under-way":
            self._emit("under-way", hours_left=value)
        else:
            self._emit("wanted", week=int(value) - 1 or None)

    def _emit(
        self, state: DecisionState | None, week: int | None = None, hours_left: Fraction | None = None
    ) -> None:
        taking = tuple(planned.role for planned in self._planned)
        # else the plan would at once give a course that was left out to somebody else
        roles = tuple(dict.fromkeys((*taking, *self._course.roles))) if state == "excluded" else taking
        is_only_week = week is not None and self._decision is not None and self._decision.only_week
        self.chosen.emit(Choice(self._course.id, roles, state, week, is_only_week, hours_left))
