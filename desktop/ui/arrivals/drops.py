"""Files dropped anywhere on the window, with a veil over it that says what would become of them."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.icons import paint_icon
from desktop.ui.look import Look
from desktop.ui.pieces import label

_VEIL = 247  # of 255
_EDGE, _ROUND, _ICON = 28, 22, 46  # pixels


class Drops(QObject):
    """Watches a window for files that are dragged over it, before any field in it sees them.

    `is_ready` tells whether files are welcome now. Signals: `files_dropped` carries a list of paths.
    """

    files_dropped = Signal(list)

    def __init__(self, window: QWidget, look: Callable[[], Look], is_ready: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._is_ready = is_ready
        self._veil: QWidget | None = None
        window.setAcceptDrops(True)
        if (handle := window.windowHandle()) is not None:
            handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            return self._on_dragged(cast("QDropEvent", event))
        if kind == QEvent.Type.DragLeave and self._veil is not None:
            self._lift_veil()
            return True
        if kind == QEvent.Type.Drop and self._veil is not None:
            return self._on_dropped(cast("QDropEvent", event))
        return False

    def _on_dragged(self, event: QDropEvent) -> bool:
        if self._veil is None:
            if not _paths(event.mimeData()):
                return False
            if not self._is_ready():
                event.ignore()
                return True  # else a field would take the names of the files
            self._veil = Veil(self._window, self._look())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _on_dropped(self, event: QDropEvent) -> bool:
        paths = _paths(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._lift_veil()
        if paths:
            self.files_dropped.emit(paths)
        return True

    def _lift_veil(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None


class Veil(QWidget):
    """Covers the window while files hang over it."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self.setObjectName("drop-veil")
        self._tokens = look.tokens
        say = look.wording
        column = QVBoxLayout(self)
        column.addStretch(5)
        column.addSpacing(_ICON + 18)
        for text in (
            label(say("Drop them here to import results"), "title"),
            label(
                say("Sestante files, printed plans, scans and photos of their codes, or folders of them"),
                "body",
                "muted",
            ),
        ):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addStretch(6)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self._tokens.canvas)
        ground.setAlpha(_VEIL)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(self._tokens.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), _ROUND, _ROUND)
        top = next((child.y() for child in self.children() if isinstance(child, QWidget)), self.height() // 2)
        where = QRectF((self.width() - _ICON) / 2, top - _ICON - 18, _ICON, _ICON)
        paint_icon(painter, "save", self._tokens.accent, where)
        painter.end()


def _paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
