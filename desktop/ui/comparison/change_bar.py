"""A score then and now on one scale, and between them the steps that the causes make."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.comparing import ScoreChange
from desktop.ui.comparison.looks import colour_of
from desktop.ui.theme import Tokens

_MARK, _STEP, _LOW = 5.0, 5.0, 1.5  # pixels: half a mark, the height of a step, half of the scale's line
_HEIGHT = 34


class ChangeBar(QWidget):
    """A hollow mark for then, a filled one for now, and a stair of coloured steps from one to the other."""

    def __init__(self, change: ScoreChange, tokens: Tokens) -> None:
        super().__init__()
        self._change = change
        self._tokens = tokens
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.track))
        painter.drawRoundedRect(QRectF(0, middle - _LOW, self.width(), 2 * _LOW), _LOW, _LOW)
        self._paint_steps(painter, middle)
        self._paint_marks(painter, middle)

    def _paint_steps(self, painter: QPainter, middle: float) -> None:
        """From top to bottom, so that steps that go back do not hide those that went ahead."""
        told = [(cause, part) for cause, part in self._change.parts.items() if part]
        value = self._change.then
        top = middle - _STEP * len(told) / 2
        for cause, part in told:
            if value is None:
                return
            left, right = sorted((self._at(float(value)), self._at(float(value + part))))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour_of(cause, self._tokens)))
            painter.drawRect(QRectF(left, top, max(1.0, right - left), _STEP))
            value, top = value + part, top + _STEP

    def _paint_marks(self, painter: QPainter, middle: float) -> None:
        painter.setPen(QPen(QColor(self._tokens.ink), 2))
        for value, inside in (
            (self._change.then, self._tokens.surface),
            (self._change.now, self._tokens.ink),
        ):
            if value is not None:
                painter.setBrush(QColor(inside))
                painter.drawEllipse(QPointF(self._at(float(value)), middle), _MARK, _MARK)

    def _at(self, value: float) -> float:
        usable = self.width() - 2 * (_MARK + 1)
        return _MARK + 1 + usable * value / 100
