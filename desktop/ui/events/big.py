"""Pieces for fingers: large buttons and words that are read from a step away."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.fonts import font, medium, semibold
from desktop.ui.look import Look
from desktop.ui.pieces import Button, ButtonKind, Tone, label

LEAST = 48  # pixels a finger can hit
SIDE = 40  # pixels at the left and right of every screen
_TALL, _WIDE = 60, 132  # pixels of a button with words
HOLD = 3000  # milliseconds
_USUAL = QSize(1060, 680)  # pixels of a window whose words are as large as usual
_ZOOMS = (1.0, 2.2)  # the least and the most


def fitting_zoom(room: QSize) -> float:
    """How much larger words are on a larger screen."""
    fits = min(room.width() / _USUAL.width(), room.height() / _USUAL.height())
    return round(max(_ZOOMS[0], min(_ZOOMS[1], fits)), 2)


def big_button(text: str, name: str, look: Look, kind: ButtonKind = "plain") -> Button:
    """A button for a finger."""
    made = Button(text, name, kind)
    made.setFont(medium(look.pixels(18)))
    made.setMinimumHeight(max(LEAST, look.pixels(_TALL)))
    if kind != "quiet":
        made.setMinimumWidth(look.pixels(_WIDE))
    return made


def big_words(text: str, pixels: int, look: Look, tone: Tone = "plain", *, is_strong: bool = False) -> QLabel:
    """A text in a size of its own, larger on large screens."""
    made = label(text, "body", tone)
    made.setFont((semibold if is_strong else font)(look.pixels(pixels)))
    return made


class Bar(QFrame):
    """A row of big buttons at the foot of the screen; those added last stand at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 10, SIDE, 10)
        row.setSpacing(16)
        self.left, self.right = QHBoxLayout(), QHBoxLayout()
        for side in (self.left, self.right):
            side.setSpacing(16)
        row.addLayout(self.left)
        row.addStretch(1)
        row.addLayout(self.right)


def board(page: QWidget, bar: Bar | None = None, margins: tuple[int, int] = (SIDE, 24)) -> QVBoxLayout:
    """Let a page be a column of things, above a bar where there is one."""
    outer, column = QVBoxLayout(page), QVBoxLayout()
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    column.setContentsMargins(margins[0], margins[1], margins[0], margins[1])
    column.setSpacing(14)
    outer.addLayout(column, 1)
    if bar is not None:
        outer.addWidget(bar)
    return column


class HeldDown(QObject):
    """Watches a widget that looks like nothing to press, until somebody keeps it pressed for long.

    Signals: `held` after three seconds.
    """

    held = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(HOLD)
        self._clock.timeout.connect(self.held)
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._clock.start()
                return True  # else the release goes to whatever is below
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._clock.stop()
        return super().eventFilter(watched, event)
