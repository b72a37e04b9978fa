"""A slider in the application's look, over any rising row of numbers."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider
from typing_extensions import override

from desktop.ui.theme import Tokens

_HEIGHT, _HANDLE, _TRACK = 24, 7.0, 4.0  # pixels: height, radius of the handle, height of the track
_EDGE = _HANDLE + 4  # pixels beside the middle of the handle, so that the ring around it is whole
_PAGES = 8  # how many times Page Up goes from one end to the other


class Slider(QSlider):
    """Stands at one of its numbers; what lies between two is shown at the lower one.

    Signals: `slid` comes with every new position by mouse or keyboard.
    """

    slid = Signal()

    def __init__(self, tokens: Tokens, name: str, says: str, numbers: Sequence[Fraction]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._tokens = tokens
        self._numbers = tuple(numbers)
        self._in_words: Callable[[Fraction], str] = str
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setRange(0, len(self._numbers) - 1)
        self.setPageStep(max(2, len(self._numbers) // _PAGES))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(_HEIGHT)
        self.valueChanged.connect(self._on_moved)

    def number(self) -> Fraction:
        """The number it stands at."""
        return self._numbers[self.value()]

    def show_number(self, number: Fraction) -> None:
        """Stand at a number, or at the nearest one below; emits nothing."""
        blocker = QSignalBlocker(self)
        self.setValue(max(0, bisect_right(self._numbers, number) - 1))
        blocker.unblock()
        self._tell(number)
        self.update()

    def describe(self, in_words: Callable[[Fraction], str]) -> None:
        """Say numbers in these words to those who cannot see them."""
        self._in_words = in_words
        self._tell(self.number())

    def place_of(self, position: int) -> QPointF:
        """The middle of the handle where it stands at a position, counted from 0."""
        share = position / max(1, self.maximum())
        return QPointF(_EDGE + share * (self.width() - 2 * _EDGE), self.height() / 2)

    def _tell(self, number: Fraction) -> None:
        self.setAccessibleDescription(self._in_words(number))

    def _on_moved(self, _: int) -> None:
        self._tell(self.number())
        self.slid.emit()

    def _follow(self, event: QMouseEvent) -> None:
        first, last = self.place_of(0).x(), self.place_of(self.maximum()).x()
        share = (event.position().x() - first) / max(1.0, last - first)
        self.setValue(round(share * self.maximum()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, _HEIGHT)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self.update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        handle = self.place_of(self.value())
        track = QRectF(2, handle.y() - _TRACK / 2, self.width() - 4, _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.track))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        track.setRight(handle.x())
        painter.setBrush(QColor(self._tokens.accent))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        painter.drawEllipse(handle, _HANDLE, _HANDLE)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._tokens.accent), 2))
            painter.drawEllipse(handle, _HANDLE + 3, _HANDLE + 3)
