"""A competence's levels as a row of squares: reached ones filled, those on the way to the goal outlined."""

from reportlab.graphics.shapes import Drawing, Line, Rect

from desktop.report.palette import Palette, colour

LEVELS = 4
_SIDE, _GAP = 7.0, 3.0


def level_squares(level: int, target: int, palette: Palette) -> Drawing:
    """Four squares; `level` are filled, those up to `target` outlined, the others a faint line."""
    drawing = Drawing(LEVELS * (_SIDE + _GAP) - _GAP, _SIDE + 2)
    for index in range(LEVELS):
        x = index * (_SIDE + _GAP)
        if index >= max(level, target):
            line = Line(x, 1.5, x + _SIDE, 1.5, strokeColor=colour(palette.line), strokeWidth=1)
            drawing.add(line)
            continue
        fill = colour(palette.accent if index < level else palette.background)
        edge = colour(palette.accent)
        drawing.add(Rect(x + 0.5, 1, _SIDE - 1, _SIDE - 1, fillColor=fill, strokeColor=edge, strokeWidth=0.9))
    return drawing
