"""How a choice looks: indicator, text, explanation and key, drawn alike for one choice and for many."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop.ui.fonts import font, medium
from desktop.ui.icons import paint_icon
from desktop.ui.lettering import draw_words
from desktop.ui.theme import Tokens

RING = 4  # pixels around the card that the focus ring may use, so that nothing moves when it appears
_LEFT, _RIGHT, _PADDING, _INDICATOR, _BADGE, _GAP = 46, 14, 10, 20, 24, 2
_BESIDE_BADGE = 46
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 10_000


@lru_cache(maxsize=4096)
def _tall(text: str, width: int, zoom: float, *, is_help: bool) -> int:
    """The pixels a text needs at a width; layouts ask for the same many times."""
    metrics = QFontMetrics(font(round(13 * zoom)) if is_help else medium(round(15 * zoom)))
    return metrics.boundingRect(0, 0, width, _TALL, _WRAPPED, text).height()


@dataclass(frozen=True, slots=True)
class CardState:
    """What the card shows besides its words."""

    is_checked: bool
    has_focus: bool
    is_hovered: bool


@dataclass(frozen=True, slots=True)
class CardFace:
    """The words of a choice and how they are drawn; `badge` is the key that chooses it."""

    text: str
    help: str
    badge: str
    tokens: Tokens
    is_round: bool
    zoom: float = 1.0

    def height(self, width: int) -> int:
        """The pixels needed at a width."""
        words = width - _LEFT - self._right - 2 * RING
        tall = _tall(self.text, words, self.zoom, is_help=False)
        if self.help:
            tall += _GAP + _tall(self.help, words, self.zoom, is_help=True)
        return tall + 2 * (_PADDING + RING)

    def paint(self, painter: QPainter, size: QRect, state: CardState) -> None:
        """Draw the whole card."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(size).adjusted(RING, RING, -RING, -RING)
        self._paint_ground(painter, inside, state)
        self._paint_indicator(painter, inside, state)
        self._paint_words(painter, inside)
        if self.badge:
            self._paint_badge(painter, inside)

    @property
    def _right(self) -> int:
        return _BESIDE_BADGE if self.badge else _RIGHT

    def _paint_ground(self, painter: QPainter, inside: QRectF, state: CardState) -> None:
        tokens = self.tokens
        edge = tokens.accent if state.is_checked else tokens.ring if state.is_hovered else tokens.line
        painter.setPen(QPen(QColor(edge), 1.5 if state.is_checked else 1))
        painter.setBrush(QColor(tokens.accent_soft if state.is_checked else tokens.surface))
        painter.drawRoundedRect(inside, 10, 10)
        if state.has_focus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside.adjusted(-3, -3, 3, 3), 12, 12)

    def _paint_indicator(self, painter: QPainter, inside: QRectF, state: CardState) -> None:
        where = QRectF(inside.left() + 14, inside.top() + _PADDING - 1, _INDICATOR, _INDICATOR)
        if not self.help:
            where.moveCenter(QPointF(where.center().x(), inside.center().y()))
        tokens = self.tokens
        painter.setPen(QPen(QColor(tokens.accent if state.is_checked else tokens.ring), 1.75))
        painter.setBrush(QColor(tokens.surface))
        if self.is_round:
            painter.drawEllipse(where)
            if state.is_checked:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.accent))
                painter.drawEllipse(where.adjusted(5, 5, -5, -5))
            return
        if state.is_checked:
            painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(where, 5, 5)
        if state.is_checked:
            paint_icon(painter, "check", tokens.on_accent, where.adjusted(2, 2, -2, -2))

    def _paint_words(self, painter: QPainter, inside: QRectF) -> None:
        width = int(inside.width()) - _LEFT - self._right
        left, top = int(inside.left()) + _LEFT, int(inside.top()) + _PADDING
        tall = _tall(self.text, width, self.zoom, is_help=False)
        if not self.help:  # beside a higher card
            top = int(inside.center().y() - tall / 2)
        painter.setFont(medium(round(15 * self.zoom)))
        painter.setPen(QColor(self.tokens.ink))
        draw_words(painter, QRect(left, top, width, tall), _WRAPPED, self.text)
        if self.help:
            painter.setFont(font(round(13 * self.zoom)))
            painter.setPen(QColor(self.tokens.muted))
            where = QRect(left, top + tall + _GAP, width, _tall(self.help, width, self.zoom, is_help=True))
            draw_words(painter, where, _WRAPPED, self.help)

    def _paint_badge(self, painter: QPainter, inside: QRectF) -> None:
        middle = inside.center().y()
        where = QRectF(inside.right() - 12 - _BADGE, middle - _BADGE / 2, _BADGE, _BADGE)
        painter.setPen(QPen(QColor(self.tokens.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where, 6, 6)
        painter.setFont(medium(12))
        painter.setPen(QColor(self.tokens.muted))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self.badge)
