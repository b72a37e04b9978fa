"""What the hours bring as a drawing: a bar for each number of hours a week, the present ones marked."""

from reportlab.graphics.shapes import Drawing, Group, Line, Rect

from desktop.planning.hours_curve import HoursCurve
from desktop.report.drawing_text import word
from desktop.report.fonts import SEMIBOLD, register_fonts
from desktop.report.palette import Palette, colour
from desktop.text import Wording

_HEIGHT, _FOOT, _HEAD = 104, 24, 14
_SIZE = 7.0


def hours_chart(curve: HoursCurve, wording: Wording, palette: Palette, *, width: int) -> Drawing:
    """Hours a week from left to right, the share of what the most hours bring upwards; `width` in points."""
    register_fonts()
    drawing = Drawing(width, _HEIGHT)
    place = width / len(curve.values)
    for number, (hours, value) in enumerate(curve.values):
        share = float(curve.share(value))
        x = (number + 0.5) * place
        drawing.add(_bar(x, place, share, palette, is_present=hours == curve.present))
        percent = wording("{percent}%", percent=wording.number(round(100 * share)))
        top = _FOOT + share * (_HEIGHT - _FOOT - _HEAD)
        drawing.add(word(x, top + 4, percent, _SIZE, palette.muted, anchor="middle"))
        drawing.add(_hours(x, wording.number(hours, 1), palette, is_present=hours == curve.present))
    drawing.add(Line(0, _FOOT, width, _FOOT, strokeColor=colour(palette.line), strokeWidth=0.6))
    drawing.add(word(width / 2, 2, wording("hours a week"), _SIZE, palette.muted, anchor="middle"))
    return drawing


def _bar(x: float, place: float, share: float, palette: Palette, *, is_present: bool) -> Group:
    wide = min(34.0, place * 0.62)
    high = max(1.0, share * (_HEIGHT - _FOOT - _HEAD))
    fill = colour(palette.accent if is_present else palette.line)
    return Group(Rect(x - wide / 2, _FOOT, wide, high, rx=2, ry=2, fillColor=fill, strokeColor=None))


def _hours(x: float, text: str, palette: Palette, *, is_present: bool) -> Group:
    ink, bold = (palette.accent, SEMIBOLD) if is_present else (palette.ink, None)
    place = (x, _FOOT - 11, text, _SIZE + 0.5, ink)
    return Group(word(*place, font=bold, anchor="middle") if bold else word(*place, anchor="middle"))
