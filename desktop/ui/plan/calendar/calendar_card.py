"""The weeks of the plan as a drawing that follows every change, and whose bars can be moved."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from desktop.content.company import Constraints
from desktop.content.library import Library
from desktop.planning import Plan, PlannedCourse
from desktop.planning.calendar.delays import find_delay
from desktop.planning.deciding import Choice, is_movable, is_pinned
from desktop.report.calendar_places import CalendarPlaces
from desktop.report.calendar_words import delay_in_words, marks_in_words
from desktop.report.terms import dates_in_words
from desktop.ui.chart import Chart
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.plan.calendar.calendar_bar import BarFacts
from desktop.ui.plan.calendar.calendar_layer import CalendarLayer

_ZOOM = 1.65  # pixels for a point of the drawing, so that its smallest words are as high as 11 pixels


@dataclass(frozen=True, slots=True)
class _DrawnPlan:
    """A plan and the drawing of it."""

    plan: Plan
    limits: Constraints
    svg: bytes
    places: CalendarPlaces


class CalendarCard(QFrame):
    """A row for each course, a bar for its weeks.

    Signals: `chosen` carries a `Choice` about the week of a course; `arranged` that the keyboard stops at
    other bars than before, or in another order.
    """

    chosen = Signal(object)
    arranged = Signal()

    def __init__(self, plan: Plan, limits: Constraints, library: Library, look: Look) -> None:
        super().__init__()
        self._library = library
        self._look = look
        self._wording = look.wording
        self._roles = library.catalogue.competence_text(look.wording.language).roles
        self._asked: Choice | None = None
        self._chart = Chart(
            "calendar", self._wording("The weeks of the plan; the courses below tell the same dates")
        )
        self._layer = CalendarLayer(self._chart, look)
        self._hint = label("", "small", "muted")
        self._marks = ""
        self._note = label("", "small", "accent")
        self._build()
        self._connect()
        self.show_plan(plan, limits)

    def show_plan(self, plan: Plan, limits: Constraints) -> None:
        """Draw another plan, made under some limits, in place of the one before."""
        say = self._wording
        rows = (f"{each.course.title}: {dates_in_words(each, plan, say)}" for each in plan.courses)
        draw = partial(_drawn, plan, limits, self._library, self._look)
        self._chart.show_drawing(draw, "; ".join(rows))
        self._marks = marks_in_words(plan, limits, say)
        self._show_hint()
        self._show_note(plan, limits)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._show_hint()

    def _show_hint(self) -> None:
        """How to move bars, where that is possible, and what marks mean."""
        how = self._wording("Drag a bar to another week, or move it with the arrow keys.")
        self._hint.setText(f"{how if self.isEnabled() else ''} {self._marks}".strip())
        self._hint.setVisible(bool(self._hint.text()))

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self._note.setObjectName("calendar-note")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(self._wording("Week by week"), "heading"))
        column.addWidget(self._hint)
        column.addWidget(self._note)
        column.addWidget(self._chart)

    def _connect(self) -> None:
        self._chart.drawn.connect(self._on_drawn)
        self._chart.resized.connect(self._layer.fit)
        self._layer.chosen.connect(self._on_chosen)
        self._layer.arranged.connect(self.arranged)

    def _show_note(self, plan: Plan, limits: Constraints) -> None:
        """Say why the course moved last stands in another week; until the plan with it is there, nothing."""
        asked = self._asked
        found = (each for each in plan.courses if asked and _is_about(asked, each))
        planned = next(found, None)
        said = ""
        if asked is not None and planned is not None:
            if asked.week is not None and (planned.decision is None or planned.decision.week != asked.week):
                return
            said = self._why_elsewhere(planned, plan, limits)
        self._asked = None
        self._note.setText(said)
        self._note.setVisible(bool(said))

    def _why_elsewhere(self, planned: PlannedCourse, plan: Plan, limits: Constraints) -> str:
        delay = find_delay(planned, plan, limits)
        return "" if delay is None else delay_in_words(delay, self._wording)

    def _facts(self, plan: Plan, limits: Constraints, planned: PlannedCourse) -> BarFacts:
        say = self._wording
        title, role = planned.course.title, self._role(planned)
        first, last = planned.first_week, planned.last_week
        name = f"{title}, {role}, {self._weeks(first + 1, last + 1)}"
        what = say("under way, not to be moved")
        if is_pinned(planned):
            what = say("arrow keys move it, Delete gives up the week chosen by hand")
        elif is_movable(planned):
            what = say("arrow keys move it")
        dates = dates_in_words(planned, plan, say)
        hours = ", ".join(
            say("week {week}: {hours} h", week=week + 1, hours=say.number(spent, 1))
            for week, spent in planned.weeks.items()
        )
        tip = "\n".join(
            filter(None, (f"{title}  ·  {role}", dates, hours, self._why_elsewhere(planned, plan, limits)))
        )
        latest = plan.number_of_weeks - (last - first + 1)
        return BarFacts(first, latest, is_movable(planned), is_pinned(planned), f"{name}; {what}", tip)

    def _weeks(self, first: int, last: int) -> str:
        if first == last:
            return self._wording("week {week}", week=first)
        return self._wording("weeks {first} to {last}", first=first, last=last)

    def _role(self, planned: PlannedCourse) -> str:
        return self._roles.get(planned.role, planned.role)

    def _on_drawn(self, value: object) -> None:
        if isinstance(value, _DrawnPlan):
            facts_of = partial(self._facts, value.plan, value.limits)
            self._layer.show_bars(value.plan, value.places, facts_of)

    def _on_chosen(self, choice: Choice) -> None:
        self._asked = choice
        self.chosen.emit(choice)


def _is_about(choice: Choice, planned: PlannedCourse) -> bool:
    return choice.course == planned.course.id and planned.role in choice.roles


def _drawn(plan: Plan, limits: Constraints, library: Library, look: Look, width: int) -> _DrawnPlan:
    """Runs in a worker thread."""
    from desktop.report.screen import calendar_svg

    made = calendar_svg(
        plan,
        limits,
        library,
        look.wording.language,
        is_dark=look.tokens.is_dark,
        accent=look.brand_accent,
        width=round(width / _ZOOM),
    )
    return _DrawnPlan(plan, limits, made.svg, made.places)
