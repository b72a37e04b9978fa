"""A box to tick on paper."""

from reportlab.graphics.shapes import Drawing, PolyLine, Rect
from reportlab.lib.colors import Color

from desktop.report import style
from desktop.report.flowables import Figure
from desktop.text import Wording

SIDE = 12.0  # points
_TICK = [2.9, 6.2, 5.1, 3.6, 9.3, 8.8]


def tick_box(wording: Wording, ink: Color = style.INK, *, is_ticked: bool = False) -> Figure:
    """An empty box, or one with its tick."""
    square = Rect(0.5, 0.5, SIDE - 1, SIDE - 1, rx=2, ry=2, fillColor=None, strokeColor=ink)
    square.strokeWidth = 0.9
    drawing = Drawing(SIDE, SIDE, square)
    if is_ticked:
        tick = PolyLine(_TICK, strokeColor=ink, strokeWidth=1.6, strokeLineCap=1, strokeLineJoin=1)
        drawing.add(tick)
    return Figure(drawing, wording("Done") if is_ticked else wording("Box to tick"))
