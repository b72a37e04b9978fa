"""Shares of firms as bars, one below the other."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Rect

from desktop.report.drawing_text import shortened, word
from desktop.report.fonts import SEMIBOLD, register_fonts
from desktop.report.palette import LIGHT, colour

_ROW, _BAR = 17.0, 9.0  # points
_NAMES, _NUMBERS = 170.0, 40.0
_POINTS = 8.5


def share_bars(shares: Sequence[tuple[str, int, str]], width: float) -> Drawing:
    """A bar for each name with its share in percent, which is written beside it."""
    register_fonts()
    drawing = Drawing(width, _ROW * len(shares))
    room = width - _NAMES - _NUMBERS
    for number, (name, percent, told) in enumerate(shares):
        low = drawing.height - _ROW * (number + 0.5) - _BAR / 2
        drawing.add(word(0, low + 1.5, shortened(name, _NAMES - 10, _POINTS), _POINTS, LIGHT.ink))
        drawing.add(Rect(_NAMES, low, room, _BAR, fillColor=colour(LIGHT.faint), strokeColor=None))
        drawing.add(
            Rect(_NAMES, low, room * percent / 100, _BAR, fillColor=colour(LIGHT.accent), strokeColor=None)
        )
        drawing.add(word(width, low + 1, told, _POINTS, LIGHT.ink, font=SEMIBOLD, anchor="end"))
    return drawing
