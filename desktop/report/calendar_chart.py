"""The plan's weeks as a drawing: a row for each course, grouped by who takes it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Rect
from reportlab.pdfbase.pdfmetrics import stringWidth

from desktop.content.catalogues.catalogue_file import ROLES, Role
from desktop.content.company import Constraints
from desktop.planning.deciding import is_pinned
from desktop.planning.plan import Plan, PlannedCourse
from desktop.report.calendar_places import BarPlace, Box, CalendarPlaces
from desktop.report.calendar_weeks import HEAD, Frame, draw_weeks
from desktop.report.drawing_text import broken, word, words
from desktop.report.fonts import SEMIBOLD, register_fonts
from desktop.report.palette import Palette, colour
from desktop.text import Wording

_ROW, _BAR = 17, 11
_SECOND_LINE = 9
_TITLE = 7.8
_ROLE = 8
_HOURS = 7.5
_PIN = 9.0


@dataclass(frozen=True, slots=True)
class Calendar:
    """The drawing, and where its bars are."""

    drawing: Drawing
    places: CalendarPlaces


@dataclass(frozen=True, slots=True)
class _Words:
    """What the rows say."""

    roles: Mapping[Role, str]
    limits: Constraints
    wording: Wording


def in_calendar_order(plan: Plan) -> tuple[PlannedCourse, ...]:
    """The courses by role, then by their first week."""
    return tuple(
        sorted(plan.courses, key=lambda c: (ROLES.index(c.role), c.first_week, c.last_week, c.course.id))
    )


def calendar(  # noqa: PLR0913 - a plan with its limits, their words and look
    plan: Plan,
    limits: Constraints,
    role_names: Mapping[Role, str],
    wording: Wording,
    palette: Palette,
    *,
    width: int,
    courses: Sequence[PlannedCourse] | None = None,
) -> Calendar:
    """Weeks from left to right, a bar for the weeks of each course; `courses` picks some, by default all."""
    register_fonts()
    chosen = in_calendar_order(plan) if courses is None else courses
    rows = tuple(_rows(chosen, plan, _Words(role_names, limits, wording)))
    left = min(224.0, width * 0.43)
    titles = [_broken(title, left, is_role=planned is None) for title, planned in rows]
    heights = [_ROW + _SECOND_LINE * (len(lines) - 1) for lines in titles]
    height = HEAD + max(_ROW, sum(heights))
    number = plan.number_of_weeks
    frame = Frame(left, width, (width - left) / number, number, plan.start, palette)
    drawing = Drawing(width, height)
    drawing.add(draw_weeks(frame, height, limits.holidays, wording))
    base = height - HEAD
    bars: list[BarPlace] = []
    for (_, planned), lines, high in zip(rows, titles, heights, strict=True):
        base -= high
        drawing.add(Line(0, base, width, base, strokeColor=colour(palette.line), strokeWidth=0.4))
        if planned is None:
            drawing.add(words(0, base + high - _ROW + 5, lines, _ROLE, palette.accent, font=SEMIBOLD))
            continue
        drawing.add(words(8, base + high - _ROW + 5, lines, _TITLE, palette.ink))
        drawing.add(_bars(planned, base + (high - _ROW) / 2, frame, wording))
        bars.append(_place(planned, height - base - (high + _BAR) / 2, frame))
    return Calendar(drawing, CalendarPlaces(width, height, left, frame.week, tuple(bars)))


def _broken(title: str, left: float, *, is_role: bool) -> list[str]:
    """The words of a row, on two lines where one is too short for them."""
    return broken(title, left - 8, _ROLE, font=SEMIBOLD) if is_role else broken(title, left - 16, _TITLE)


def _rows(
    courses: Sequence[PlannedCourse], plan: Plan, say: _Words
) -> Iterator[tuple[str, PlannedCourse | None]]:
    role: Role | None = None
    for planned in courses:
        if planned.role != role:
            role = planned.role
            weekly = say.wording.number(say.limits.hours(role), 1)
            total = say.wording.number(plan.hours(role), 1)
            hours = (
                say.wording("{weekly} h a week each, {total} h in all", weekly=weekly, total=total)
                if planned.people > 1
                else say.wording("{weekly} h a week, {total} h in all", weekly=weekly, total=total)
            )
            yield f"{say.roles.get(role, role)} · {hours}", None
        yield planned.course.title, planned


def _span(first: int, last: int, frame: Frame) -> tuple[float, float]:
    """Where the bar of some weeks begins, and how wide it is."""
    return frame.x(first) + 0.5, max((last - first + 1) * frame.week - 1, 2.0)


def _place(planned: PlannedCourse, top: float, frame: Frame) -> BarPlace:
    x, wide = _span(planned.first_week, planned.last_week, frame)
    pin = Box(x - _PIN, top, _PIN, _BAR) if is_pinned(planned) else None
    return BarPlace(planned.role, planned.course.id, Box(x, top, wide, _BAR), pin)


def _bars(planned: PlannedCourse, base: float, frame: Frame, wording: Wording) -> Group:
    """A bar for each run of weeks with its hours; where none has room for them, all hours beside the last."""
    group = Group()
    has_label = False
    end = frame.left
    for first, last, hours in _runs(planned.weeks):
        x, wide = _span(first, last, frame)
        end = x + wide
        fill = colour(frame.palette.accent)
        group.add(Rect(x, base + 3, wide, _BAR, rx=2, ry=2, fillColor=fill, strokeColor=None))
        label = wording("{hours} h", hours=wording.number(hours, 1))
        if stringWidth(label, SEMIBOLD, _HOURS) + 6 <= wide:
            group.add(word(x + 3.5, base + 6, label, _HOURS, frame.palette.on_accent, font=SEMIBOLD))
            has_label = True
    if is_pinned(planned):
        group.add(_pin(_span(planned.first_week, planned.first_week, frame)[0], base + 3, frame))
    if not has_label:
        group.add(_beside(planned, base, end, frame, wording))
    return group


def _pin(right: float, base: float, frame: Frame) -> Group:
    """The mark of a week that was chosen: a needle with a head, left of its bar."""
    x, ink = right - _PIN / 2, colour(frame.palette.accent)
    needle = Line(x, base + 0.6, x, base + 5, strokeColor=ink, strokeWidth=0.9)
    return Group(needle, Circle(x, base + 7.4, 2.6, fillColor=ink, strokeColor=None))


def _beside(planned: PlannedCourse, base: float, end: float, frame: Frame, wording: Wording) -> Group:
    label = wording("{hours} h", hours=wording.number(sum(planned.weeks.values(), Fraction(0)), 1))
    fits = end + 3 + stringWidth(label, SEMIBOLD, _HOURS) <= frame.right
    room = _PIN + 1 if is_pinned(planned) else 2
    x, anchor = (end + 3, "start") if fits else (frame.x(planned.first_week) - room, "end")
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
