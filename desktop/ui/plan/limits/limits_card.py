"""The limits of the plan: a line that says them, and the fields that change them."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.content.company import Constraints, People
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.plan.limits.controls import PlanControls, languages_in_words
from desktop.ui.plan.limits.wishes import Wishes

_ROOMY = 660  # pixels of a page in which the fields may stand open without hiding the plan


class LimitsCard(QFrame):
    """Open where there is room, until the user opens or closes it.

    Signals: `limits_edited` carries the constraints after every change by the user, `limits_slid` those
    where a slider moves; `replan_wanted` that the plan is to be made again from today.
    """

    limits_edited = Signal(object)
    limits_slid = Signal(object)
    replan_wanted = Signal()

    def __init__(self, controls: PlanControls, wishes: Wishes, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._controls = controls
        self._wishes = wishes
        self._summary: QLabel = label("", "small", "muted")
        self._change = Disclosure(look.wording("Change"), "plan-change", look)
        self._wish = Disclosure(look.wording("Wishes and holidays"), "plan-wishes", look)
        self._past = QWidget()
        self._limits = Constraints()
        self._is_chosen = False
        self._build()
        self._connect()

    def show_limits(self, limits: Constraints, people: People, start: date) -> None:
        """Show limits; `start` is the first day where none was chosen."""
        self._controls.show_constraints(limits, people, start)
        self._wishes.show_wishes(limits, limits.start or start)
        self._show_words(limits)

    def neighbours(self) -> tuple[Constraints, ...]:
        """The limits a little further on or back from these, the nearest first."""
        return tuple(self._wishes.wished(limits) for limits in self._controls.neighbours())

    def fit(self, height: int) -> None:
        """Open or close for a page of a height, unless the user has decided."""
        if not self._is_chosen:
            self._change.setChecked(height >= _ROOMY)

    def protect(self) -> None:
        """Only say the limits from now on."""
        self._is_chosen = True
        for fold in (self._change, self._wish):
            fold.setChecked(False)
            fold.hide()
        self._past.hide()

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.setObjectName("plan-limits")
        head = QHBoxLayout()
        head.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(label(self._wording("What the plan must fit"), "strong"))
        words.addWidget(self._summary)
        words.addStretch(1)
        head.addLayout(words, 1)
        self._change.setAccessibleName(self._wording("Change what the plan must fit"))
        head.addWidget(self._wish, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._change, 0, Qt.AlignmentFlag.AlignTop)
        self._controls.hide()
        self._wishes.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._controls)
        column.addWidget(self._wishes)
        column.addWidget(self._past)
        self._build_past()

    def _build_past(self) -> None:
        """What a first day in the past means, and the way on from there."""
        self._past.setObjectName("plan-past-start")
        again = Button(self._wording("Plan again from today"), "plan-again", "quiet")
        again.clicked.connect(self.replan_wanted)
        line = QHBoxLayout(self._past)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(
            label(
                self._wording("This plan began in the past: some of it may have happened."), "small", "warn"
            ),
            1,
        )
        line.addWidget(again)
        self._past.hide()

    def _connect(self) -> None:
        self._controls.constraints_edited.connect(self._on_edited)
        self._controls.constraints_slid.connect(self._on_slid)
        self._wishes.wishes_edited.connect(self._on_edited)
        self._change.toggled.connect(self._controls.setVisible)
        self._wish.toggled.connect(self._wishes.setVisible)
        self._change.toggled.connect(self._show_summary)
        self._wish.toggled.connect(self._show_summary)
        self._change.clicked.connect(self._on_change_clicked)
        self._wish.clicked.connect(self._on_wish_clicked)

    def _show_words(self, limits: Constraints) -> None:
        self._limits = limits
        self._show_summary()
        today = date.today()  # noqa: DTZ011 - the day on the wall calendar is meant
        self._past.setVisible(limits.start is not None and limits.start < today)

    def _show_summary(self) -> None:
        """Say in words what no open field shows."""
        said = [] if self._change.isChecked() else list(self._limits_in_words(self._limits))
        if not self._wish.isChecked():
            said += self._wishes.in_words(self._limits)
        self._summary.setText("  ·  ".join(part for part in said if part))
        self._summary.setVisible(bool(self._summary.text()))

    def _limits_in_words(self, limits: Constraints) -> tuple[str, ...]:
        say = self._wording
        hours = ", ".join(
            f"{name} {say.number(limits.hours(role), 1)} h" for role, name in self._controls.roles.items()
        )
        return (
            say("{hours} a week", hours=hours) if hours else "",
            say.plural("{count} week", "{count} weeks", limits.weeks),
            say("budget {amount}", amount=say.euro(limits.budget_eur)),
            languages_in_words(limits.languages, say),
        )

    def _on_edited(self) -> None:
        self.limits_edited.emit(self._told())

    def _on_slid(self) -> None:
        self.limits_slid.emit(self._told())

    def _told(self) -> Constraints:
        """The limits as they stand in the fields, told in words too."""
        limits = self._wishes.wished(self._controls.constraints())
        self._show_words(limits)
        return limits

    def _on_change_clicked(self) -> None:
        """One of the two is open at a time, else the plan would be out of sight."""
        self._is_chosen = True
        self._wish.setChecked(False)

    def _on_wish_clicked(self) -> None:
        self._is_chosen = True
        self._change.setChecked(False)
