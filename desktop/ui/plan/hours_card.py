"""What each half-hour a week brings, and a way to ask for no more hours than bring something."""

from fractions import Fraction
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.planning.hours_curve import HoursCurve
from desktop.ui.chart import Chart
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label

_ZOOM = 1.65  # pixels for a point of the drawing


class HoursCard(QFrame):
    """In words how few hours bring most; a bar for each number of hours opens at a press.

    Signals: `hours_wanted` carries the hours a week.
    """

    hours_wanted = Signal(object)

    def __init__(self, curve: HoursCurve, role: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wording = look.wording
        self._hours = Fraction(0)
        self._sentence = label("", "small")
        self._use = Button("", "plan-use-hours")
        self._chart = Chart("plan-hours-chart", self._wording("What the hours bring"))
        self.setProperty("kind", "card")
        self.setObjectName("plan-hours-card")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(self._wording("What the hours bring: {role}", role=role), "heading"))
        column.addWidget(self._sentence)
        column.addLayout(self._row())
        column.addWidget(self._chart)
        self._chart.hide()
        self._use.clicked.connect(self._on_use_clicked)
        self.show_curve(curve)

    def show_curve(self, curve: HoursCurve) -> None:
        """Another curve of the same role."""
        say = self._wording
        self._hours, share = curve.enough
        self._sentence.setText(
            say(
                "With {hours} h a week the plan brings {share} of what it would bring with {most} h.",
                hours=say.number(self._hours, 1),
                share=say("{percent}%", percent=say.number(100 * share)),
                most=say.number(curve.most, 1),
            )
        )
        self._use.setText(say("Use {hours} h a week", hours=say.number(self._hours, 1)))
        self._use.setVisible(self._hours != curve.present)
        rows = (
            say(
                "{hours} h a week: {percent}%",
                hours=say.number(hours, 1),
                percent=say.number(100 * curve.share(value)),
            )
            for hours, value in curve.values
        )
        draw = partial(_drawn, curve, self._look)
        self._chart.show_drawing(draw, "; ".join(rows))

    def _row(self) -> QHBoxLayout:
        """The way to the hours that are enough, and the one to the bars, which few need."""
        more = Disclosure(self._wording("Hour by hour"), "plan-hours-more", self._look)
        more.toggled.connect(self._chart.setVisible)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._use)
        row.addWidget(more)
        row.addStretch(1)
        return row

    def _on_use_clicked(self) -> None:
        self.hours_wanted.emit(self._hours)


def _drawn(curve: HoursCurve, look: Look, width: int) -> bytes:
    """Runs in a worker thread."""
    from desktop.report.screen import hours_svg

    language, is_dark = look.wording.language, look.tokens.is_dark
    return hours_svg(curve, language, is_dark=is_dark, accent=look.brand_accent, width=round(width / _ZOOM))
