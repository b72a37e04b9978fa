"""What is seen while a bar of the calendar is moved: where it would go, and the date."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.fonts import medium
from desktop.ui.theme import Tokens

_LETTERS = 12
_PADDING, _HIGH, _GAP = 8, 24, 4  # pixels of the words' box, and between it and the bar


class CalendarGhost(QWidget):
    """Lies over the whole calendar and lets the mouse through."""

    def __init__(self, parent: QWidget, tokens: Tokens) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._where = QRectF()
        self._words = ""
        self.setObjectName("calendar-ghost")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, where: QRectF, words: str) -> None:
        """Show a bar at a place, and words above it."""
        self._where, self._words = where, words
        self.setAccessibleName(words)
        self.raise_()
        self.show()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(self._tokens.accent)
        fill.setAlphaF(0.35)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(self._tokens.accent), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self._where, 4, 4)
        painter.setFont(medium(_LETTERS))
        box = self._words_box(QFontMetricsF(painter.font()).horizontalAdvance(self._words))
        painter.setBrush(QColor(self._tokens.ink))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(self._tokens.surface))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)

    def _words_box(self, wide: float) -> QRectF:
        """Above the bar, below it where there is no room, and never over the edge."""
        wide += 2 * _PADDING
        left = min(max(0.0, self._where.left()), self.width() - wide)
        above = self._where.top() - _GAP - _HIGH
        top = above if above >= 0 else self._where.bottom() + _GAP
        return QRectF(left, top, wide, _HIGH)
