"""The plan's weeks as a drawing: a row for each course, grouped by who takes it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from reportlab.graphics.shapes import Drawing, Group, Line, Rect
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop.content.catalogue_file import ROLES, Role
from desktop.planning.plan import Plan, PlannedCourse
from desktop.report.drawing_text import broken, shortened, word, words
from desktop.report.fonts import MEDIUM, SEMIBOLD, register_fonts
from desktop.report.palette import Palette, colour
from desktop.text import Wording

_ROW, _HEAD = 17, 20
_SECOND_LINE = 9
_TITLE = 7.8
_TICK_WIDTH = 38.0
_HOURS = 6.8
_TICKS = (1, 2, 4, 8, 13, 26)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the weeks lie: from `left` to `right`, `week` is the width of one."""

    left: float
    right: float
    week: float
    palette: Palette


def in_calendar_order(plan: Plan) -> tuple[PlannedCourse, ...]:
    """The courses by role, then by their first week."""
    return tuple(
        sorted(plan.courses, key=lambda c: (ROLES.index(c.role), c.first_week, c.last_week, c.course.id))
    )


def calendar(  # noqa: PLR0913 - a plan, its words and its look
    plan: Plan,
    role_names: Mapping[Role, str],
    wording: Wording,
    palette: Palette,
    *,
    width: int,
    courses: Sequence[PlannedCourse] | None = None,
) -> Drawing:
    """Weeks from left to right, a bar for the weeks of each course; `courses` picks some, by default all."""
    register_fonts()
    chosen = in_calendar_order(plan) if courses is None else courses
    rows = tuple(_rows(chosen, plan, role_names, wording))
    left = min(224.0, width * 0.43)
    titles = [broken(title, left - 16, _TITLE) if planned else [title] for title, planned in rows]
    heights = [_ROW + _SECOND_LINE * (len(lines) - 1) for lines in titles]
    height = _HEAD + max(_ROW, sum(heights))
    frame = _Frame(left, width, (width - left) / plan.number_of_weeks, palette)
    drawing = Drawing(width, height)
    drawing.add(_weeks(plan, frame, height, wording))
    base = height - _HEAD
    for (title, planned), lines, high in zip(rows, titles, heights, strict=True):
        base -= high
        drawing.add(Line(0, base, width, base, strokeColor=colour(palette.line), strokeWidth=0.4))
        if planned is None:
            name = shortened(title, left - 8, 8, SEMIBOLD)
            drawing.add(word(0, base + 5, name, 8, palette.accent, font=SEMIBOLD))
            continue
        drawing.add(words(8, base + high - _ROW + 5, lines, _TITLE, palette.ink))
        drawing.add(_bars(planned, base + (high - _ROW) / 2, frame, wording))
    return drawing


def _rows(
    courses: Sequence[PlannedCourse], plan: Plan, role_names: Mapping[Role, str], wording: Wording
) -> Iterator[tuple[str, PlannedCourse | None]]:
    role: Role | None = None
    for planned in courses:
        if planned.role != role:
            role = planned.role
            number = wording.number(plan.hours(role), 1)
            hours = (
                wording("{hours} h each", hours=number)
                if planned.people > 1
                else wording("{hours} h", hours=number)
            )
            yield f"{role_names.get(role, role)} · {hours}", None
        yield planned.course.title, planned


def _weeks(plan: Plan, frame: _Frame, height: float, wording: Wording) -> Group:
    group = Group()
    step = next((ticks for ticks in _TICKS if ticks * frame.week >= _TICK_WIDTH), plan.number_of_weeks)
    for number, week in enumerate(range(0, plan.number_of_weeks, step)):
        x = frame.left + week * frame.week
        wide = min(step, plan.number_of_weeks - week) * frame.week
        if number % 2 == 0:
            fill = colour(frame.palette.faint)
            group.add(Rect(x, 0, wide, height - _HEAD, fillColor=fill, strokeColor=None))
        label = wording.short_date(plan.start + timedelta(weeks=week))
        if stringWidth(label, MEDIUM, 7) <= wide + 1:
            group.add(word(x, height - 13, label, 7, frame.palette.muted, font=MEDIUM))
    return group


def _bars(planned: PlannedCourse, base: float, frame: _Frame, wording: Wording) -> Group:
    """A bar for each run of weeks with its hours; where none has room for them, all hours beside the last."""
    group = Group()
    has_label = False
    end = frame.left
    for first, last, hours in _runs(planned.weeks):
        x = frame.left + first * frame.week + 0.5
        wide = max((last - first + 1) * frame.week - 1, 2.0)
        end = x + wide
        fill = colour(frame.palette.accent)
        group.add(Rect(x, base + 3, wide, _ROW - 6, rx=2, ry=2, fillColor=fill, strokeColor=None))
        label = wording("{hours} h", hours=wording.number(hours, 1))
        if stringWidth(label, SEMIBOLD, _HOURS) + 6 <= wide:
            group.add(word(x + 3.5, base + 6, label, _HOURS, frame.palette.on_accent, font=SEMIBOLD))
            has_label = True
    if not has_label:
        group.add(_beside(planned, base, end, frame, wording))
    return group


def _beside(planned: PlannedCourse, base: float, end: float, frame: _Frame, wording: Wording) -> Group:
    label = wording("{hours} h", hours=wording.number(sum(planned.weeks.values(), Fraction(0)), 1))
    fits = end + 3 + stringWidth(label, SEMIBOLD, _HOURS) <= frame.right
    x, anchor = (end + 3, "start") if fits else (frame.left + planned.first_week * frame.week - 2, "end")
    return Group(word(x, base + 6, label, _HOURS, frame.palette.ink, font=SEMIBOLD, anchor=anchor))


def _runs(weeks: Mapping[int, Fraction]) -> Iterator[tuple[int, int, Fraction]]:
    """Weeks that follow one another, with the hours of all of them."""
    first: int | None = None
    last, hours = 0, Fraction(0)
    for week in sorted(weeks):
        if first is not None and week == last + 1:
            last, hours = week, hours + weeks[week]
            continue
        if first is not None:
            yield first, last, hours
        first, last, hours = week, week, weeks[week]
    if first is not None:
        yield first, last, hours
