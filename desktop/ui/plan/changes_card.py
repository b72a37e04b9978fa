"""What another choice of limits would change, beside the way back and the way on."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue_file import Role
from desktop.planning import PlanComparison
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.plan.change_words import titles, totals_in_words

_GAP = 3  # pixels between lines


class ChangesCard(QFrame):
    """Totals, courses that enter and courses that leave; the courses below carry their own marks.

    Signals: `taken` when the plan shown is to be compared with from now on, `given_back` when the limits of
    the plan before are wanted again.
    """

    taken = Signal()
    given_back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = say = look.wording
        self._totals = label("", "strong")
        self._entering = label("", "small")
        self._leaving = label("", "small")
        self._take = Button(say("Compare with this from now on"), "plan-compare-from-now", "fold")
        self._back = Button(say("Back to how it was"), "plan-back", "fold")
        self._build()
        self._take.clicked.connect(self._on_taken)
        self._back.clicked.connect(self._on_given_back)

    def show_changes(self, found: PlanComparison, whole: int, roles: Mapping[Role, str]) -> None:
        """Tell what changes; `whole` is the value of a plan that closes every gap."""
        say = self._wording
        same = say("The same plan: these limits change nothing.")
        other = say("The same hours and cost, and as much gained.")
        totals = totals_in_words(found, whole, roles, say)
        lines = (
            (self._totals, same if found.is_empty else totals or other),
            (self._entering, _line(say("New: {courses}", courses=titles(found.entering)), found.entering)),
            (
                self._leaving,
                _line(say("No longer in the plan: {courses}", courses=titles(found.leaving)), found.leaving),
            ),
        )
        for shown, text in lines:
            shown.setText(text)
            shown.setVisible(bool(text))
        self.setAccessibleDescription(" ".join(text for _, text in lines if text))

    def _build(self) -> None:
        say = self._wording
        self.setProperty("kind", "note")
        self.setObjectName("plan-changes")
        self.setAccessibleName(say("What changes"))
        self._totals.setObjectName("plan-changes-totals")
        self._entering.setObjectName("plan-entering")
        self._leaving.setObjectName("plan-leaving")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label(say("Compared with the plan before"), "small", "muted"), 1)
        row.addWidget(self._back)
        row.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 12, 12)
        column.setSpacing(_GAP)
        column.addLayout(row)
        column.addWidget(self._lines())

    def _lines(self) -> QWidget:
        lines = (self._totals, self._entering, self._leaving)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for each in lines:
            column.addWidget(each)
        column.addStretch(1)
        # room for a line each, also while one says nothing: else what stands below jumps under a slider
        inside.setMinimumHeight(sum(each.fontMetrics().height() + _GAP for each in lines))
        return inside

    def _on_taken(self) -> None:
        self.taken.emit()

    def _on_given_back(self) -> None:
        self.given_back.emit()


def _line(text: str, courses: tuple[object, ...]) -> str:
    return text if courses else ""
