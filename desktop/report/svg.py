"""Drawings as SVG that Qt shows as the PDF does."""

import re

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing

from desktop.report.fonts import WEIGHTS

_FAMILY = re.compile(r"font-family: (Inter-\w+);")


def drawing_svg(drawing: Drawing) -> bytes:
    """The drawing as UTF-8 SVG; Inter must be loaded by whoever shows it.

    Qt paints ReportLab's clip path black, does not know `None` as a colour, wants family and weight apart.
    """
    text = renderSVG.drawToString(drawing, useClip=True, showBoundary=0)
    text = text.replace("fill: None", "fill: none").replace("stroke: None", "stroke: none")
    text = _FAMILY.sub(lambda match: f"font-family: Inter; font-weight: {WEIGHTS.get(match[1], 400)};", text)
    return str(text).encode()
