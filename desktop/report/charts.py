"""Scores as drawings: radar, bars and ring, in the colours of paper or of a screen."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Path, Polygon, Rect

from desktop.report.drawing_text import broken, word, words
from desktop.report.fonts import SEMIBOLD, register_fonts
from desktop.report.palette import Palette, colour
from desktop.report.terms import headline_in_short
from desktop.scores import Score

NamedScores: TypeAlias = Sequence[tuple[str, Score]]
_RINGS = (25, 50, 75, 100)
_ROW = 22.0
_ABOVE_OR_BELOW = 0.7
_MARK = 2.6  # points, half of a triangle
_WORDS, _LEAST = 8.0, 7.5  # points: of names, and as small as paper allows


def radar(
    dimensions: NamedScores, palette: Palette, size: tuple[int, int], *, points: float = _WORDS
) -> Drawing:
    """The dimensions around a centre, with the interval of each; fewer than three are drawn as bars.

    `points` is the size of the names.
    """
    register_fonts()
    width, height = size
    if len(dimensions) < 3:  # noqa: PLR2004 - two axes span no area
        return bars(dimensions, palette, round(width * _WORDS / points))
    drawing = Drawing(width, height)
    radius = min(width / 2 - 60 - 3 * points, height / 2 - 4.25 * points)
    web = _Web(width / 2, height / 2 - 2, radius, len(dimensions), points)
    drawing.add(_net(web, palette))
    lows = [_value(score.low) for _, score in dimensions]
    highs = [_value(score.high) for _, score in dimensions]
    values = [_value(score.headline) for _, score in dimensions]
    if highs != lows:
        drawing.add(_area(web, highs, colour(palette.soft, 0.45), None))
    drawing.add(_area(web, values, colour(palette.accent, 0.22), colour(palette.accent)))
    for index, (name, score) in enumerate(dimensions):
        x, y = web.point(index, values[index])
        drawing.add(Circle(x, y, 2.4, fillColor=colour(palette.accent), strokeColor=None))
        drawing.add(_axis_label(web, index, name, score, palette))
    return drawing


def bars(dimensions: NamedScores, palette: Palette, width: int, bounds: Sequence[Fraction] = ()) -> Drawing:
    """One bar of 0-100 for each score: solid up to `low`, lighter up to `high`; `bounds` mark the levels."""
    register_fonts()
    height = math.ceil(_ROW * len(dimensions) + 16)
    drawing = Drawing(width, height)
    left, right = min(190.0, width * 0.36), width - 70.0
    scale = (right - left) / 100
    for mark in sorted({0.0, 100.0, *(float(bound) for bound in bounds)}):
        x = left + mark * scale
        drawing.add(Line(x, 10, x, height, strokeColor=colour(palette.line), strokeWidth=0.5))
        drawing.add(word(x, 1, f"{mark:g}", _LEAST, palette.muted, anchor="middle"))
    for index, (name, score) in enumerate(dimensions):
        middle = height - _ROW * (index + 0.5)
        for line, text in enumerate(lines := broken(name, left - 12, 8.5)):
            drawing.add(word(0, middle - 3 + 5 * (len(lines) - 1) - 10 * line, text, 8.5, palette.ink))
        drawing.add(bar(score, palette, (left, middle - 4.5, right - left, 9)))
        drawing.add(word(width, middle - 3, _range(score), 8, palette.muted, anchor="end"))
        drawing.add(
            word(
                width - 42,
                middle - 3.5,
                headline_in_short(score),
                9.5,
                palette.ink,
                font=SEMIBOLD,
                anchor="end",
            )
        )
    return drawing


def bar(score: Score, palette: Palette, box: tuple[float, float, float, float]) -> Group:
    """A score in `box` (x, y, length, thickness): lighter where not certain, a mark at the headline."""
    x, y, length, thickness = box
    scale = length / 100
    low, high = _value(score.low) * scale, _value(score.high) * scale
    edge = colour(palette.line)
    fill = colour(palette.faint)
    group = Group(Rect(x, y, length, thickness, fillColor=fill, strokeColor=edge, strokeWidth=0.4))
    if score.headline is None:
        return group
    if high > low:
        group.add(
            Rect(
                x + low,
                y + 0.4,
                high - low,
                thickness - 0.8,
                fillColor=colour(palette.soft),
                strokeColor=colour(palette.accent),
                strokeWidth=0.5,
            )
        )
    if low > 0:
        group.add(Rect(x, y, low, thickness, fillColor=colour(palette.accent), strokeColor=None))
    if high > low:
        at = x + _value(score.headline) * scale
        group.add(
            Line(at, y - 2.5, at, y + thickness + 2.5, strokeColor=colour(palette.ink), strokeWidth=1.4)
        )
    return group


def small_bar(score: Score, palette: Palette, width: int, mark: int | None = None) -> Drawing:
    """A bar alone, as high as a line of a table; a triangle below it marks a value of 0-100."""
    register_fonts()
    if mark is None:
        return Drawing(width, 9, bar(score, palette, (0, 2, width, 6)))
    at = min(max(width * mark / 100, _MARK), width - _MARK)
    corners = [at - _MARK, 0.4, at + _MARK, 0.4, at, 4.4]
    triangle = Polygon(corners, fillColor=colour(palette.ink), strokeColor=None)
    return Drawing(width, 12, bar(score, palette, (0, 5, width, 6)), triangle)


def ring(score: Score, palette: Palette, size: int) -> Drawing:
    """An overall score as the closed part of a ring, with its number in the middle."""
    register_fonts()
    drawing = Drawing(size, size)
    middle, outer = size / 2, size / 2 - 1
    radii = (outer, outer * 0.82)
    drawing.add(_arc(middle, radii, 100, colour(palette.faint)))
    if score.headline is not None:
        drawing.add(_arc(middle, radii, _value(score.high), colour(palette.soft)))
        drawing.add(_arc(middle, radii, _value(score.headline), colour(palette.accent)))
    drawing.add(
        word(
            middle,
            middle - size * 0.07,
            headline_in_short(score),
            size * 0.27,
            palette.ink,
            font=SEMIBOLD,
            anchor="middle",
        )
    )
    drawing.add(word(middle, middle - size * 0.2, "/ 100", size * 0.09, palette.muted, anchor="middle"))
    return drawing


def _range(score: Score) -> str:
    if score.headline is None or score.low is None or score.high is None or score.low == score.high:
        return ""
    return f"{round(score.low)}–{round(score.high)}"


def _value(share: Fraction | None) -> float:
    return float(share or 0)


class _Web:
    """The geometry of a radar: its centre, radius, number of axes, and the size of its words."""

    def __init__(self, x: float, y: float, radius: float, axes: int, points: float) -> None:
        self.x, self.y, self.radius, self.axes, self.points = x, y, radius, axes, points

    def point(self, axis: int, value: float) -> tuple[float, float]:
        """Where a value of 0-100 lies on an axis; the first axis points up, the others follow clockwise."""
        angle = 2 * math.pi * axis / self.axes
        length = self.radius * value / 100
        return self.x + length * math.sin(angle), self.y + length * math.cos(angle)

    def outline(self, values: Sequence[float]) -> list[float]:
        """The corners of a polygon of one value for each axis."""
        return [part for axis, value in enumerate(values) for part in self.point(axis, value)]


def _net(web: _Web, palette: Palette) -> Group:
    group = Group()
    for value in _RINGS:
        fill = colour(palette.faint) if value == _RINGS[-1] else None
        corners = web.outline([value] * web.axes)
        group.insert(0, Polygon(corners, fillColor=fill, strokeColor=colour(palette.line), strokeWidth=0.6))
    for axis in range(web.axes):
        x, y = web.point(axis, 100)
        group.add(Line(web.x, web.y, x, y, strokeColor=colour(palette.line), strokeWidth=0.6))
    for value in _RINGS[:-1]:
        x, y = web.point(0, value)
        group.add(word(x + 2, y - 2, str(value), max(_LEAST, web.points - 2), palette.muted))
    return group


def _area(web: _Web, values: Sequence[float], fill: object, stroke: object) -> Polygon:
    return Polygon(web.outline(values), fillColor=fill, strokeColor=stroke, strokeWidth=1.6)


def _axis_label(web: _Web, axis: int, name: str, score: Score, palette: Palette) -> Group:
    x, y = web.point(axis, 100 + 900 / web.radius)
    side = math.sin(2 * math.pi * axis / web.axes)
    height = math.cos(2 * math.pi * axis / web.axes)
    anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"  # noqa: PLR2004 - nearly upright
    size, step = web.points, 1.2 * web.points
    available = 19 * size if anchor == "middle" else web.x * 2 - x if side > 0 else x
    lines = broken(name, max(available, 40), size, lines=2 if size == _WORDS else 3)
    top = y + step / 2 * len(lines)
    if abs(height) > _ABOVE_OR_BELOW:
        top = y + step * len(lines) - 3 if height > 0 else y - size - 1
    group = words(x, top, lines, size, palette.ink, anchor=anchor)
    below = top - step * len(lines)
    group.add(
        word(x, below, headline_in_short(score), size + 0.5, palette.accent, font=SEMIBOLD, anchor=anchor)
    )
    return group


def _arc(middle: float, radii: tuple[float, float], end: float, fill: object) -> Path:
    """A part of a ring from the top clockwise to `end` of 100."""
    outer, inner = radii
    path = Path(fillColor=fill, strokeColor=None)
    steps = max(2, math.ceil(end * 1.2))
    angles = [math.tau * end * step / steps / 100 for step in range(steps + 1)]
    edge = [(radius, angle) for radius, turn in ((outer, angles), (inner, angles[::-1])) for angle in turn]
    for index, (radius, angle) in enumerate(edge):
        move = path.lineTo if index else path.moveTo
        move(middle + radius * math.sin(angle), middle + radius * math.cos(angle))
    path.closePath()
    return path
