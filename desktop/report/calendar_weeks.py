"""The ground of the calendar's drawing: months or weeks in bands with their dates, and the holidays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reportlab.graphics.shapes import Group, Line, Rect
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop.content.decisions import Holiday
from desktop.report.drawing_text import word
from desktop.report.fonts import MEDIUM
from desktop.report.palette import Palette, colour
from desktop.text import Wording

HEAD = 20
_DATE = 7.5
_GAP = 5.0
_ROOM_FOR_A_DATE = 38.0
_ROOM_FOR_LINES = 7.0
_DAYS = 7


@dataclass(frozen=True, slots=True)
class Frame:
    """Where so many weeks lie: from `left` to `right`, `week` is the width of one."""

    left: float
    right: float
    week: float
    number: int
    start: date
    palette: Palette

    def x(self, week: float) -> float:
        """Where a week begins, or a part of it."""
        return self.left + week * self.week


def draw_weeks(frame: Frame, height: float, holidays: Iterable[Holiday], wording: Wording) -> Group:
    """Bands with dates above them, a fine line for each week, days without study shaded."""
    group = Group()
    starts = list(_bands(frame))
    free_from = frame.left
    for number, (week, end) in enumerate(zip(starts, [*starts[1:], frame.number], strict=True)):
        x, right = frame.x(week), frame.x(end)
        if number % 2 == 0:
            fill = colour(frame.palette.faint)
            group.add(Rect(x, 0, right - x, height - HEAD, fillColor=fill, strokeColor=None))
        text = wording.short_date(frame.start + timedelta(weeks=week))
        wide = stringWidth(text, MEDIUM, _DATE)
        if x >= free_from and x + wide <= frame.right + 1:
            group.add(word(x, height - 13, text, _DATE, frame.palette.muted, font=MEDIUM))
            free_from = x + wide + _GAP
    group.add(_holidays(frame, height, holidays))
    group.add(_lines(frame, height))
    return group


def _bands(frame: Frame) -> Iterator[int]:
    """The weeks in which a band begins: each where dates have room, else the first of every month."""
    month = None
    for week in range(frame.number):
        day = frame.start + timedelta(weeks=week)
        if frame.week >= _ROOM_FOR_A_DATE or (day.year, day.month) != month:
            yield week
        month = day.year, day.month


def _lines(frame: Frame, height: float) -> Group:
    group = Group()
    if frame.week >= _ROOM_FOR_LINES:
        stroke = colour(frame.palette.line, 0.55)
        for week in range(1, frame.number):
            x = frame.x(week)
            group.add(Line(x, 0, x, height - HEAD, strokeColor=stroke, strokeWidth=0.3))
    return group


def _holidays(frame: Frame, height: float, holidays: Iterable[Holiday]) -> Group:
    group = Group()
    for holiday in holidays:
        first = max(0, (holiday.first - frame.start).days) / _DAYS
        last = min(frame.number, ((holiday.last - frame.start).days + 1) / _DAYS)
        if first < last:
            fill = colour(frame.palette.soft, 0.55)
            x = frame.x(first)
            wide = (last - first) * frame.week
            group.add(Rect(x, 0, wide, height - HEAD, fillColor=fill, strokeColor=None))
    return group
