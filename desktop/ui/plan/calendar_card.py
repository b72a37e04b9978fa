"""The weeks of the plan as a drawing that follows every change."""

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.content.library import Library
from desktop.planning import Plan
from desktop.report.terms import dates_in_words
from desktop.ui.chart import Chart
from desktop.ui.look import Look
from desktop.ui.pieces import label

_ZOOM = 1.65  # pixels for a point of the drawing, so that its smallest words are as high as 11 pixels


class CalendarCard(QFrame):
    """A row for each course, a bar for its weeks."""

    def __init__(self, plan: Plan, library: Library, look: Look) -> None:
        super().__init__()
        self._library = library
        self._look = look
        self._wording = look.wording
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(self._wording("Week by week"), "heading"))
        self._chart = Chart(
            "calendar", self._wording("The weeks of the plan; the courses below tell the same dates")
        )
        column.addWidget(self._chart)
        self.show_plan(plan)

    def show_plan(self, plan: Plan) -> None:
        """Draw another plan in place of the one before."""
        say = self._wording
        rows = (f"{each.course.title}: {dates_in_words(each, plan, say)}" for each in plan.courses)
        draw = partial(_drawn, plan, self._library, say.language, is_dark=self._look.tokens.is_dark)
        self._chart.show_drawing(draw, "; ".join(rows))


def _drawn(plan: Plan, library: Library, language: str, width: int, *, is_dark: bool) -> bytes:
    """Runs in a worker thread."""
    from desktop.report.screen import calendar_svg

    return calendar_svg(plan, library, language, is_dark=is_dark, width=round(width / _ZOOM))
