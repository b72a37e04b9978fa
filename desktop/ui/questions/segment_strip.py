"""A row of joined segments: the steps of a scale, or columns to tick. One stop for the Tab key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.fonts import font, semibold
from desktop.ui.lettering import draw_words
from desktop.ui.theme import Tokens

_RING = 4
_PADDING = 7
_NARROW = 34
_CENTRED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
_TALL = 10_000


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment; a narrow one holds a sign whose meaning `says` tells."""

    id: str
    text: str
    says: str = ""
    is_narrow: bool = False


class SegmentStrip(QWidget):
    """Segments side by side; which are lit is decided by whoever owns the strip.

    Signals: `pressed` carries the id of the segment pressed; `row_wanted` -1 or 1 for the strip above or
    below.
    """

    pressed = Signal(str)
    row_wanted = Signal(int)

    _pixels = 12
    _lowest = 26

    def __init__(self, name: str, says: str, segments: Sequence[Segment], tokens: Tokens) -> None:
        super().__init__()
        self._says = says
        self._segments = tuple(segments)
        self._tokens = tokens
        self._lit: frozenset[str] = frozenset()
        self._cursor = 0
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_lit(frozenset())

    def show_lit(self, lit: frozenset[str]) -> None:
        """Light segments by their ids; emits nothing."""
        self._lit = lit
        texts = [segment.says or segment.text for segment in self._segments if segment.id in lit]
        self.setAccessibleName(f"{self._says}: {', '.join(texts)}" if texts else self._says)
        for position, segment in enumerate(self._segments):
            if segment.id in lit:
                self._cursor = position
        self.update()

    def zoom(self, factor: float) -> None:
        """Write larger letters than usual."""
        self._pixels, self._lowest = round(self._pixels * factor), round(self._lowest * factor)
        self.updateGeometry()

    def press_number(self, number: int) -> None:
        """Press a segment by its number, counted from 1."""
        if 1 <= number <= len(self._segments):
            self._press(number - 1)

    @override
    def sizeHint(self) -> QSize:
        width = sum(_NARROW if segment.is_narrow else 84 for segment in self._segments)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = sum(_NARROW if segment.is_narrow else 52 for segment in self._segments)
        return QSize(width, 40)

    @override
    def heightForWidth(self, width: int) -> int:
        wide = [segment for segment in self._segments if not segment.is_narrow]
        room = int(self._wide_width(width)) - 8
        metrics = QFontMetrics(semibold(self._pixels))
        tallest = max(
            metrics.boundingRect(0, 0, room, _TALL, _CENTRED, segment.text).height() for segment in wide
        )
        return max(self._lowest, tallest) + 2 * (_PADDING + _RING)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._cursor = min(max(self._cursor + step, 0), len(self._segments) - 1)
            self.update()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.row_wanted.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Space:
            self._press(self._cursor)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        for position, where in enumerate(self._places()):
            if where.contains(point.toPointF()):
                self._press(position)
                return

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        outline = QPainterPath()
        outline.addRoundedRect(inside, 8, 8)
        painter.fillPath(outline, QColor(self._tokens.surface))
        painter.setClipPath(outline)
        places = self._places()
        for segment, where in zip(self._segments, places, strict=True):
            self._paint_segment(painter, segment, where)
        painter.setPen(QPen(QColor(self._tokens.ring), 1))
        for where in places[1:]:
            painter.drawLine(where.topLeft(), where.bottomLeft())
        painter.setClipping(False)
        painter.drawPath(outline)
        if self.hasFocus():
            self._paint_focus(painter, inside, places[self._cursor])

    def place_of(self, identity: str) -> QPoint:
        """The middle of a segment, where a mouse would press it."""
        position = [segment.id for segment in self._segments].index(identity)
        return self._places()[position].center().toPoint()

    def _paint_segment(self, painter: QPainter, segment: Segment, where: QRectF) -> None:
        is_lit = segment.id in self._lit
        if is_lit:
            painter.fillRect(where, QColor(self._tokens.accent))
        painter.setFont(semibold(self._pixels) if is_lit else font(self._pixels))
        colour = self._tokens.on_accent if is_lit else self._tokens.ink
        painter.setPen(QColor(self._tokens.muted if segment.is_narrow and not is_lit else colour))
        draw_words(painter, where.adjusted(4, 2, -4, -2).toRect(), _CENTRED, segment.text)

    def _paint_focus(self, painter: QPainter, inside: QRectF, cursor: QRectF) -> None:
        painter.setPen(QPen(QColor(self._tokens.accent), 2))
        painter.drawRoundedRect(inside.adjusted(-3, -3, 3, 3), 10, 10)
        is_lit = self._segments[self._cursor].id in self._lit
        painter.setPen(QPen(QColor(self._tokens.on_accent if is_lit else self._tokens.accent), 2))
        painter.drawRoundedRect(cursor.adjusted(4, 4, -3, -4), 5, 5)

    def _press(self, position: int) -> None:
        self._cursor = position
        self.setFocus()
        self.update()
        self.pressed.emit(self._segments[position].id)

    def _wide_width(self, width: int) -> float:
        narrow = sum(1 for segment in self._segments if segment.is_narrow)
        return (width - 2 * _RING - narrow * _NARROW) / max(1, len(self._segments) - narrow)

    def _places(self) -> list[QRectF]:
        wide = self._wide_width(self.width())
        left, places = float(_RING), []
        for segment in self._segments:
            width = _NARROW if segment.is_narrow else wide
            places.append(QRectF(left, _RING, width, self.height() - 2 * _RING))
            left += width
        return places


class ScaleStrip(SegmentStrip):
    """The steps of a scale; pressing the lit step takes it back.

    Signals: `chosen` when the user chose or took back a step.
    """

    chosen = Signal()

    def __init__(self, name: str, says: str, segments: Sequence[Segment], tokens: Tokens) -> None:
        super().__init__(name, says, segments, tokens)
        self.pressed.connect(self._on_pressed)

    def step(self) -> str | None:
        """The id of the step chosen."""
        return next(iter(self._lit), None)

    def _on_pressed(self, identity: str) -> None:
        self.show_lit(frozenset() if identity in self._lit else frozenset({identity}))
        self.chosen.emit()


class TickStrip(SegmentStrip):
    """Columns to tick, each on its own.

    Signals: `chosen` when the user ticked or unticked a column.
    """

    chosen = Signal()

    def __init__(self, name: str, says: str, segments: Sequence[Segment], tokens: Tokens) -> None:
        super().__init__(name, says, segments, tokens)
        self.pressed.connect(self._on_pressed)

    def ticked(self) -> frozenset[str]:
        """The ids of the columns ticked."""
        return self._lit

    def _on_pressed(self, identity: str) -> None:
        self.show_lit(self._lit ^ {identity})
        self.chosen.emit()


class LargeScaleStrip(ScaleStrip):
    """The steps of a scale that stands alone."""

    _pixels = 14
    _lowest = 44
