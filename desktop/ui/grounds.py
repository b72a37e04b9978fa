"""What is painted below the words of a line: that it is chosen, and that it has the keyboard."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.ui.theme import Tokens

_ROUND = 8  # pixels


def paint_ground(
    painter: QPainter, inside: QRectF, tokens: Tokens, *, is_chosen: bool, is_under_mouse: bool = False
) -> None:
    """The ground of a line; none where it is neither chosen nor under the mouse."""
    if is_chosen or is_under_mouse:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft if is_chosen else tokens.canvas))
        painter.drawRoundedRect(inside, _ROUND, _ROUND)


def paint_ring(painter: QPainter, inside: QRectF, tokens: Tokens) -> None:
    """The ring around the line that has the keyboard."""
    painter.setPen(QPen(QColor(tokens.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, _ROUND, _ROUND)
