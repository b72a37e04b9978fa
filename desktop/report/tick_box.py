"""A box to tick on paper."""

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import Color

from desktop.report import style
from desktop.report.flowables import Figure

SIDE = 12.0  # points


def tick_box(label: str, ink: Color = style.INK) -> Figure:
    """An empty box; `label` are the words that stand for it."""
    square = Rect(0.5, 0.5, SIDE - 1, SIDE - 1, rx=2, ry=2, fillColor=None, strokeColor=ink)
    square.strokeWidth = 0.9
    return Figure(Drawing(SIDE, SIDE, square), label)
