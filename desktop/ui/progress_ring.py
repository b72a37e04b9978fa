"""A small ring that fills up, and turns into a tick when all is done."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.ui.icons import paint_icon
from desktop.ui.theme import Tokens

_FULL_TURN = 360 * 16
_TOP = 90 * 16


class ProgressRing:
    """Draws how much of something is done; `share` goes from 0 to 1."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def paint(self, painter: QPainter, where: QRectF, share: float) -> None:
        """Draw the ring into a square."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if share >= 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tokens.good_soft))
            painter.drawEllipse(where)
            inner = where.adjusted(3, 3, -3, -3)
            paint_icon(painter, "check", self._tokens.good, inner)
        else:
            inside = where.adjusted(2, 2, -2, -2)
            painter.setPen(QPen(QColor(self._tokens.track), 3))
            painter.drawEllipse(inside)
            if share > 0:
                pen = QPen(QColor(self._tokens.accent), 3)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawArc(inside, _TOP, -int(_FULL_TURN * share))
        painter.restore()
