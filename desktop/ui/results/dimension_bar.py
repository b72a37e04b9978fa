"""A dimension as a bar: its score, how certain it is, its level; pressed, it says why."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from desktop.report.terms import headline_in_short
from desktop.scores import Score
from desktop.ui.enter_key import is_clicked_by_enter
from desktop.ui.fonts import font, medium, semibold
from desktop.ui.grounds import paint_ground, paint_ring
from desktop.ui.icons import paint_icon
from desktop.ui.lettering import draw_elided
from desktop.ui.look import Look

_HEIGHT, _BAR, _NAME_SHARE = 46, 12, 0.34
_MARK = 5  # pixels, half of a triangle


class DimensionBar(QAbstractButton):
    """A line with name, bar, number and level; checked while its reasons are shown."""

    def __init__(self, identity: str, name: str, score: Score, level: str, look: Look) -> None:
        super().__init__()
        self._median: int | None = None
        self._tokens = look.tokens
        self._name = name
        self._score = score
        self._number = headline_in_short(score)
        self._level = level
        self.setObjectName(f"dimension-{identity}")
        self.setAccessibleName(f"{name}: {self._number}, {level}")
        self.setToolTip(look.wording("Why?"))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_similar(self, median: int, words: str) -> None:
        """Mark where similar firms are in the middle (0-100)."""
        self._median = median
        self.setAccessibleDescription(words)
        self.setToolTip(f"{self.toolTip()}\n{words}")

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, _HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_clicked_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_chosen, is_under = self.isChecked(), self.underMouse()
        paint_ground(painter, inside, self._tokens, is_chosen=is_chosen, is_under_mouse=is_under)
        if self.hasFocus():
            paint_ring(painter, inside, self._tokens)
        self._paint_name(painter)
        self._paint_bar(painter)
        self._paint_chevron(painter)

    def _paint_name(self, painter: QPainter) -> None:
        width = int(self.width() * _NAME_SHARE) - 16
        painter.setPen(QColor(self._tokens.ink))
        painter.setFont(medium(14))
        draw_elided(painter, QRectF(12, 5, width, 20), Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.setPen(QColor(self._tokens.muted))
        painter.setFont(font(12))
        draw_elided(painter, QRectF(12, 24, width, 16), Qt.AlignmentFlag.AlignVCenter, self._level)

    def _paint_bar(self, painter: QPainter) -> None:
        left = self.width() * _NAME_SHARE
        width = self.width() - left - 84
        top = (self.height() - _BAR) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.track))
        painter.drawRoundedRect(QRectF(left, top, width, _BAR), 6, 6)
        low, high = self._share(self._score.low), self._share(self._score.high)
        headline = self._share(self._score.headline)
        painter.setBrush(QColor(self._tokens.accent))
        if headline > 0:
            painter.drawRoundedRect(QRectF(left, top, max(_BAR, width * headline), _BAR), 6, 6)
        if high > low and self._score.headline is not None:
            painter.setPen(QPen(QColor(self._tokens.ring), 2))
            middle = self.height() / 2
            painter.drawLine(int(left + width * headline), int(middle), int(left + width * high), int(middle))
            painter.drawLine(
                int(left + width * high), int(middle - 5), int(left + width * high), int(middle + 5)
            )
        self._paint_mark(painter, left, width, top + _BAR)
        painter.setPen(QColor(self._tokens.ink))
        painter.setFont(semibold(15))
        where = QRectF(self.width() - 76, 0, 40, self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._number)

    def _paint_mark(self, painter: QPainter, left: float, width: float, below: float) -> None:
        """A triangle whose point touches the bar from below."""
        if self._median is None:
            return
        at = min(max(left + width * self._median / 100, left + _MARK), left + width - _MARK)
        corners = [QPointF(at, below + 1), QPointF(at + _MARK, below + 8), QPointF(at - _MARK, below + 8)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.ink))
        painter.drawPolygon(QPolygonF(corners))

    def _paint_chevron(self, painter: QPainter) -> None:
        name = "chevron-down" if self.isChecked() else "chevron-right"
        where = QRectF(self.width() - 26, (self.height() - 14) / 2, 14, 14)
        paint_icon(painter, name, self._tokens.muted, where)

    @staticmethod
    def _share(value: Fraction | None) -> float:
        return 0.0 if value is None else float(value) / 100
