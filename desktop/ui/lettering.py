"""Words painted by hand, from the side their script begins at."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.scripts import is_right_to_left

Flags = Qt.AlignmentFlag | Qt.TextFlag


def draw_words(painter: QPainter, where: QRect | QRectF, flags: Flags, text: str) -> None:
    """Paint a text; "left" in the flags is where it begins, which for Arabic is the right."""
    turns = is_right_to_left(text)
    before = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if turns else Qt.LayoutDirection.LeftToRight)
    painter.drawText(where, flags, text)
    painter.setLayoutDirection(before)


def draw_elided(painter: QPainter, where: QRect | QRectF, flags: Flags, text: str) -> None:
    """As `draw_words`; what there is no room for becomes an ellipsis."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()))
    draw_words(painter, where, flags, shown)
