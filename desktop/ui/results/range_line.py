"""A dimension as several people see it, painted: a dot for each of them, and the range between the ends."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.scores import ScoreRange
from desktop.ui.fonts import font, medium
from desktop.ui.lettering import draw_words
from desktop.ui.look import Look

_HEIGHT, _BAND, _DOT = 34, 10.0, 5.0  # pixels
_NAME_SHARE, _NUMBERS = 0.34, 76


class RangeLine(QWidget):
    """One line: the name, the scale from 0 to 100, lowest and highest in figures."""

    def __init__(self, name: str, found: ScoreRange, words: str, voices: Sequence[str], look: Look) -> None:
        super().__init__()
        self._name, self._found, self._words = name, found, words
        self._tokens = look.tokens
        told = [
            f"{voice}: {'–' if score.headline is None else look.wording.number(score.headline)}"
            for voice, score in zip(voices, found.scores, strict=True)
        ]
        self.setAccessibleName(f"{name}: {words}")
        self.setAccessibleDescription("\n".join(told))
        self.setToolTip("\n".join((name, *told)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() * _NAME_SHARE
        painter.setFont(medium(14))
        painter.setPen(QColor(self._tokens.ink))
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, int(left) - 16)
        draw_words(painter, QRectF(0, 0, left - 12, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font(13))
        numbers = QRectF(self.width() - _NUMBERS, 0, _NUMBERS, _HEIGHT)
        painter.drawText(numbers, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._words)
        self._paint_scale(painter, QRectF(left, 0, self.width() - left - _NUMBERS - 8, _HEIGHT))

    def _paint_scale(self, painter: QPainter, where: QRectF) -> None:
        painter.setPen(QPen(QColor(self._tokens.track), 2))
        painter.drawLine(_at(where, Fraction(0)), _at(where, Fraction(100)))
        lowest, highest = self._found.lowest, self._found.highest
        if lowest is None or highest is None:
            return
        half = _BAND / 2
        painter.setPen(QPen(QColor(self._tokens.accent), 1.5))
        painter.setBrush(QColor(self._tokens.accent_soft))
        band = QRectF(_at(where, lowest), _at(where, highest)).adjusted(-half, -half, half, half)
        painter.drawRoundedRect(band, half, half)
        painter.setBrush(QColor(self._tokens.accent))
        for score in self._found.scores:
            if score.headline is not None:
                painter.drawEllipse(_at(where, score.headline), _DOT, _DOT)


def _at(where: QRectF, points: Fraction) -> QPointF:
    inside = where.adjusted(_DOT + 1, 0, -_DOT - 1, 0)
    return QPointF(inside.left() + inside.width() * float(points) / 100, where.center().y())
