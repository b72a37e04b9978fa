"""The page of the plan: it follows every change of its limits, solved beside the window."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dossier import next_monday
from desktop.planning import Plan
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.picture import Picture, Sideways
from desktop.ui.pieces import Button, card, emptied, label, scrolled
from desktop.ui.plan.controls import PlanControls
from desktop.ui.plan.course_card import CourseCard
from desktop.ui.plan.open_gaps_card import OpenGapsCard
from desktop.ui.plan.totals_card import TotalsCard
from desktop.workspace import Case, Workspace

_SIDE = 320  # pixels of the column of limits
_CALENDAR_WIDTH = 520  # points and pixels
_PAUSE = 250  # milliseconds of quiet before the plan is solved anew


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan with its drawing; no drawing where it has no courses."""

    plan: Plan
    calendar: bytes


class PlanPage(QWidget):
    """The limits at the left, the plan they lead to at the right.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        case = desk.open_case
        people = case.company.people
        self._controls = PlanControls(desk.workspace.library.catalogue, people, look)
        self._operation = Operation(self)
        self._pause = QTimer(self)
        self._build()
        self._connect()
        self._controls.show_constraints(case.constraints, people, _first_day())
        self._solve()

    def _build(self) -> None:
        self.setObjectName("plan-page")
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        head = QHBoxLayout()
        head.setContentsMargins(40, 24, 40, 10)
        head.addWidget(label(self._wording("Training plan"), "title", wraps=False), 1)
        self._state = label("", "small", "muted", wraps=False)
        self._state.setObjectName("plan-state")
        head.addWidget(self._state)
        limits, side = scrolled((40, 2, 6, 24), 0)
        limits.setFixedWidth(_SIDE)
        side.addWidget(self._controls)
        side.addStretch(1)
        area, inside = scrolled((10, 2, 36, 28), 14)
        area.setObjectName("plan-area")
        self._shown = QVBoxLayout()
        self._shown.setSpacing(12)
        inside.addLayout(self._shown)
        self._to_report = Button(self._wording("Go on to print"), "to-report", "primary")
        self._to_report.setMinimumHeight(42)
        inside.addWidget(self._to_report, 0, Qt.AlignmentFlag.AlignRight)
        inside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(limits)
        row.addWidget(area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._controls.constraints_edited.connect(self._on_constraints_edited)
        self._pause.timeout.connect(self._solve)
        self._operation.succeeded.connect(self._on_solved)
        self._operation.failed.connect(self._on_failed)
        self._to_report.clicked.connect(self._on_to_report_clicked)

    def _solve(self) -> None:
        self._state.setText(self._wording("Computing…"))
        self._operation.start(partial(_work_out, self._desk.workspace, self._desk.open_case, self._look))

    def _show(self, shown: ShownPlan) -> None:
        emptied(self._shown)
        plan, catalogue = shown.plan, self._desk.workspace.library.catalogue
        self._shown.addWidget(TotalsCard(plan, catalogue, self._look))
        if plan.courses:
            self._shown.addWidget(self._calendar(shown.calendar))
        else:
            sentence = self._wording(
                "No course fits these limits. Give the plan more hours, weeks or languages."
            )
            if not plan.needs:
                sentence = self._wording("No gaps were found: answer more questions, or enjoy the result.")
            self._shown.addWidget(label(sentence, "body", "muted"))
        for planned in sorted(plan.courses, key=lambda each: (each.first_week, each.course.id)):
            self._shown.addWidget(CourseCard(planned, plan, catalogue, self._look))
        if plan.open_gaps:
            self._shown.addWidget(OpenGapsCard(plan, catalogue, self._look))
        self._shown.addStretch(1)

    def _calendar(self, drawing: bytes) -> QFrame:
        frame, column = card(margin=18, spacing=6)
        column.addWidget(label(self._wording("Week by week"), "heading"))
        picture = Picture(
            "calendar", self._wording("The weeks of the plan; the courses below tell the same dates")
        )
        picture.show_svg(drawing)
        column.addWidget(Sideways(picture, _CALENDAR_WIDTH))
        return frame

    def _on_constraints_edited(self) -> None:
        self._desk.save_constraints(self._controls.constraints())
        self._state.setText(self._wording("Computing…"))
        self._pause.start()

    def _on_solved(self, value: object) -> None:
        if not isinstance(value, ShownPlan):
            return
        self._state.setText(self._wording("Up to date"))
        self._show(value)

    def _on_failed(self, error: object) -> None:
        self._state.setText(self._wording("The plan could not be computed"))
        emptied(self._shown)
        self._shown.addWidget(label(str(error), "body", "warn"))
        self._shown.addStretch(1)

    def _on_to_report_clicked(self) -> None:
        self.page_requested.emit("report")


def _first_day() -> date:
    return next_monday(date.today())  # noqa: DTZ011 - the day on the wall calendar is meant


def _work_out(workspace: Workspace, case: Case, look: Look) -> ShownPlan:
    """Runs in a worker thread."""
    from desktop.report.screen import calendar_svg

    plan = workspace.plan(case)
    if not plan.courses:
        return ShownPlan(plan, b"")
    drawing = calendar_svg(
        plan, workspace.library, look.wording.language, is_dark=look.tokens.is_dark, width=_CALENDAR_WIDTH
    )
    return ShownPlan(plan, drawing)
