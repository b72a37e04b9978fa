"""A box to tick in a list or a form, in the application's look."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.enter_key import is_clicked_by_enter
from desktop.ui.fonts import font
from desktop.ui.icons import paint_icon
from desktop.ui.look import Look
from desktop.ui.theme import Tokens

BOX = 18  # pixels
_GAP, _RING, _PADDING = 10, 3, 2  # pixels
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_TALL = 1000


def paint_box(painter: QPainter, at: QPoint, tokens: Tokens, *, is_checked: bool) -> None:
    """The box alone, from its upper left corner."""
    where = QRectF(at.x() + 0.5, at.y() + 0.5, BOX - 1, BOX - 1)
    painter.setPen(QPen(QColor(tokens.accent if is_checked else tokens.ring), 1.5))
    painter.setBrush(QColor(tokens.accent if is_checked else tokens.surface))
    painter.drawRoundedRect(where, 5, 5)
    if is_checked:
        paint_icon(painter, "check", tokens.on_accent, where.adjusted(2, 2, -2, -2))


class TickMark(QWidget):
    """A box that only shows whether something is done."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._tokens = look.tokens
        self._is_ticked = False
        self.setFixedSize(BOX, BOX)

    def show_ticked(self, *, is_ticked: bool) -> None:
        """Show the box ticked or empty."""
        self._is_ticked = is_ticked
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QPoint(0, 0), self._tokens, is_checked=self._is_ticked)


class Tick(QCheckBox):
    """A box with words beside it, in as many lines as they need; Space and Enter tick it."""

    def __init__(self, text: str, name: str, look: Look) -> None:
        super().__init__(text)
        self._tokens = look.tokens
        self.setObjectName(name)
        self.setFont(font(14))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + _GAP + BOX + 2 * _RING + 1
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, BOX + 2 * (_RING + _PADDING))

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - BOX - _GAP - 2 * _RING, _TALL)
        words = self.fontMetrics().boundingRect(room, int(_FLAGS), self.text()).height()
        return max(words, BOX) + 2 * (_RING + _PADDING)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_clicked_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = _RING + _PADDING + max(0, self.height() - self.heightForWidth(self.width())) // 2
        beside = max(0, self.fontMetrics().height() - BOX) // 2  # the middle of the first line
        paint_box(painter, QPoint(_RING, top + beside), self._tokens, is_checked=self.isChecked())
        painter.setPen(QColor(self._tokens.ink if self.isEnabled() else self._tokens.muted))
        words = self.rect().adjusted(_RING + BOX + _GAP, top, -_RING, -_RING)
        painter.drawText(words, int(_FLAGS), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
