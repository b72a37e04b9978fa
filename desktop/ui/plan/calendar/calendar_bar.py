"""A bar of the calendar that one can take hold of, with the mouse or the arrow keys."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.theme import Tokens

_PAUSE = 700  # milliseconds after the last arrow key
_DRAG = 4  # pixels until a press is a drag
_ROUND = 5


@dataclass(frozen=True, slots=True)
class BarFacts:
    """What a bar stands for: its weeks, counted from 0, how far it may go, and what is said of it."""

    first: int
    latest: int
    is_movable: bool
    is_pinned: bool
    name: str
    tip: str


class CalendarBar(QWidget):
    """Lies over a drawn bar; nothing of it is seen but the ring of the keyboard.

    Signals: `held` while it is moved (ask `week`), `put` carries the week in which it was let go, `let_go`
    that it stays where it was, `unpin_wanted` that it needs no week of its own any more.
    """

    held = Signal()
    put = Signal(int)
    let_go = Signal()
    unpin_wanted = Signal()

    def __init__(self, parent: QWidget, name: str, facts: BarFacts, tokens: Tokens) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._facts = facts
        self._step = 1.0
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._decide)
        self.week = facts.first
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_facts(facts, 1.0)

    @property
    def is_held(self) -> bool:
        """Whether it is being moved."""
        return self._is_dragged or self._pause.isActive()

    def show_facts(self, facts: BarFacts, step: float) -> None:
        """Stand for other weeks, each `step` pixels wide; what is being moved goes on."""
        self._facts = facts
        self._step = step
        if not self.is_held:
            self.week = facts.first
        self.setAccessibleName(facts.name)
        self.setToolTip(facts.tip)
        shape = Qt.CursorShape.OpenHandCursor if facts.is_movable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._facts.is_movable:
            self._commit()
            self._pressed_at = event.globalPosition().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = event.globalPosition().toPoint().x() - self._pressed_at.x()
        if not self._is_dragged and abs(way) < _DRAG:
            return
        self._is_dragged = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._hold(self._facts.first + round(way / self._step))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self._is_dragged:
            self._end_drag()
            self._decide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.is_held:
            self._give_up()
        elif key in steps and self._facts.is_movable and not self._is_dragged:
            self._pause.start()
            self._hold(self.week + steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pause.isActive():
            self._commit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._facts.is_pinned:
            self._give_up()
            self.unpin_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._commit()
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._tokens.ink), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)

    def _hold(self, week: int) -> None:
        self.week = min(max(week, 0), self._facts.latest)
        self.held.emit()

    def _commit(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._decide()

    def _decide(self) -> None:
        if self.week == self._facts.first:
            self.let_go.emit()
        else:
            self.put.emit(self.week)

    def _give_up(self) -> None:
        self._pause.stop()
        self._pressed_at = None
        self._end_drag()
        self.week = self._facts.first
        self.let_go.emit()

    def _end_drag(self) -> None:
        if self._is_dragged:
            self._is_dragged = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
