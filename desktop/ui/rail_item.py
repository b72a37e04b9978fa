"""One line of the rail: a step with its icon, or a section with its ring and count."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from desktop.ui.enter_key import is_clicked_by_enter
from desktop.ui.fonts import font, medium, semibold
from desktop.ui.icons import paint_icon
from desktop.ui.lettering import draw_elided
from desktop.ui.progress_ring import ProgressRing
from desktop.ui.theme import Tokens


class RailItem(QAbstractButton):
    """A line that leads to a page or a section; checked while the user is there."""

    def __init__(self, text: str, name: str, tokens: Tokens, *, icon_name: str | None = None) -> None:
        super().__init__()
        self._tokens = tokens
        self._icon = icon_name
        self._share = 0.0
        self._count = ""
        self._warning = ""
        self._marked = ""
        self.setText(text)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, answered: int, shown: int) -> None:
        """How many of how many questions are answered."""
        self._share = answered / shown if shown else 0.0
        self._count = f"{answered}/{shown}" if shown else ""
        self.setAccessibleDescription(self._count)
        self.update()

    def show_count(self, count: int) -> None:
        """How many things wait there; nothing is said of none."""
        self._count = str(count) if count else ""
        self.setAccessibleDescription(self._count)
        self.update()

    def show_warning(self, sentence: str) -> None:
        """What is wrong there, if anything: a mark beside the count says it when pointed at."""
        self._warning = sentence
        self._tell()

    def show_marked(self, count: int, words: str) -> None:
        """How many questions are marked there: a flag beside the count says it when pointed at."""
        self._marked = words if count else ""
        self._tell()

    def _tell(self) -> None:
        said = [each for each in (self._warning, self._marked) if each]
        self.setToolTip("\n".join((self.text(), *said)))
        self.setAccessibleDescription(" · ".join(filter(None, (self._count, *said))))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, 40 if self._icon else 30)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_clicked_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        middle = self.height() / 2
        left = 14.0
        if self._icon:
            paint_icon(painter, self._icon, self._colour(), QRectF(left, middle - 10, 20, 20))
            left += 32
        else:
            ProgressRing(self._tokens).paint(painter, QRectF(left + 6, middle - 9, 18, 18), self._share)
            left += 34
        right = self._paint_count(painter)
        right += self._paint_sign(painter, right, "warning", self._tokens.warn) if self._warning else 0
        right += self._paint_sign(painter, right, "flag", self._tokens.accent) if self._marked else 0
        painter.setFont(self._font())
        painter.setPen(QColor(self._colour()))
        width = int(self.width() - left - right - 12)
        where = QRectF(left, 0, width, self.height())
        draw_elided(painter, where, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_ground(self, painter: QPainter) -> None:
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tokens.accent_soft if self.isChecked() else self._tokens.canvas))
            painter.drawRoundedRect(inside, 9, 9)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, 9, 9)

    def _paint_count(self, painter: QPainter) -> int:
        if not self._count:
            return 0
        painter.setFont(font(12))
        painter.setPen(QColor(self._tokens.muted))
        where = QRectF(self.rect()).adjusted(0, 0, -12, 0)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
        return painter.fontMetrics().horizontalAdvance(self._count) + 8

    def _paint_sign(self, painter: QPainter, right: int, picture: str, colour: str) -> int:
        where = QRectF(self.width() - right - 12 - 14, self.height() / 2 - 7, 14, 14)
        paint_icon(painter, picture, colour, where)
        return 18

    def _colour(self) -> str:
        if not self.isEnabled():
            return self._tokens.ring
        return self._tokens.accent if self.isChecked() and self._icon else self._tokens.ink

    def _font(self) -> QFont:
        if self._icon:
            return semibold(15) if self.isChecked() else medium(15)
        return semibold(13) if self.isChecked() else font(13)
