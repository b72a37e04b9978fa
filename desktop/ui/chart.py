"""A drawing made anew for the room it has, so that its words are always as large as those around it."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.background import Operation

_PAUSE = 40  # milliseconds of quiet before a new width is drawn for


class Drawn(Protocol):
    """A drawing with what else is known of it."""

    @property
    def svg(self) -> bytes:
        """The drawing."""


_DrawFor = Callable[[int], bytes | Drawn]


class Chart(QWidget):
    """An SVG drawing for the width of the widget, made in a worker thread.

    `says` names it and `show_drawing` describes it for those who cannot see it.

    Signals: `drawn` carries what was drawn, once it is shown; `resized` when it has another size.
    """

    drawn = Signal(object)
    resized = Signal()

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)
        self._draw: _DrawFor | None = None
        self._operation = Operation(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause.timeout.connect(self._start)
        self._operation.succeeded.connect(self._on_drawn)

    def show_drawing(self, draw: _DrawFor, description: str) -> None:
        """Show what `draw` makes for a width in pixels; it runs in a worker thread."""
        self._draw = draw
        self.setAccessibleDescription(description)
        self._pause.start()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 280)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
            self._pause.start()
        self.resized.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._renderer.isValid():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self.rect()))

    def _start(self) -> None:
        if self._draw is not None:
            self._operation.start(partial(self._draw, self.width()))

    def _on_drawn(self, value: object) -> None:
        svg = value if isinstance(value, bytes) else getattr(value, "svg", None)
        if isinstance(svg, bytes):
            self._renderer.load(QByteArray(svg))
            self._fit()
            self.update()
            self.drawn.emit(value)

    def _fit(self) -> None:
        """As high as the drawing is at this width."""
        if self._renderer.isValid():
            size = self._renderer.defaultSize()
            self.setFixedHeight(round(self.width() * size.height() / max(1, size.width())))
