"""Files dropped anywhere on the window, with a veil over it that says what would become of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.icons import paint_icon
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.workspace.backups import COPY_ENDS

_PACK = ".sestante-pack"
_OURS = (".sestante", _PACK)
_VEIL = 247  # of 255
_EDGE, _ROUND, _ICON = 28, 22, 46  # pixels


@runtime_checkable
class TakesFiles(Protocol):
    """A part of a page that takes the files dropped on it for itself."""

    def wants_files(self) -> bool:
        """Whether it takes any now."""
        ...

    def take_files(self, paths: list[Path]) -> None:
        """Take them."""
        ...

    def drop_words(self) -> tuple[str, str]:
        """What the veil says: what would become of them, and which are welcome."""
        ...


class Drops(QObject):
    """Watches a window for files that are dragged over it, before any field in it sees them.

    `is_ready` tells whether files are welcome now, `refusal` what the veil says where nothing comes of
    them; a part of the page that `TakesFiles` gets what falls on it. Signals: `files_dropped` carries a list
    of paths.
    """

    files_dropped = Signal(list)

    def __init__(
        self,
        window: QWidget,
        look: Callable[[], Look],
        is_ready: Callable[[], bool],
        refusal: Callable[[list[Path]], tuple[str, str] | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._is_ready = is_ready
        self._refusal = refusal
        self._veil: QWidget | None = None
        self._taker: QWidget | None = None
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
        taker = self._taker_at(event)
        if self._veil is not None and taker is not self._taker:
            self._lift_veil()
        if self._veil is None:
            if not _paths(event.mimeData()):
                return False
            if taker is None and not self._is_ready():
                event.ignore()
                return True  # else a field would take the names of the files
            self._taker = taker
            self._veil = self._made_veil(taker, _paths(event.mimeData()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _on_dropped(self, event: QDropEvent) -> bool:
        paths, taker = _paths(event.mimeData()), self._taker
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._lift_veil()
        if paths and isinstance(taker, TakesFiles):
            taker.take_files(paths)
        elif paths:
            self.files_dropped.emit(paths)
        return True

    def _taker_at(self, event: QDropEvent) -> QWidget | None:
        """The part of the page under the mouse that takes files for itself; ours are for the window."""
        if all(path.suffix.lower() in _OURS or path.is_dir() for path in _paths(event.mimeData())):
            return None
        found: QWidget | None = self._window.childAt(event.position().toPoint())
        while found is not None and not (isinstance(found, TakesFiles) and found.wants_files()):
            found = found.parentWidget()
        return found

    def _made_veil(self, taker: QWidget | None, paths: list[Path]) -> QWidget:
        say = self._look().wording
        if isinstance(taker, TakesFiles):
            return Veil(self._window, self._look(), taker.drop_words())
        if (refusal := self._refusal(paths)) is not None:
            return Veil(self._window, self._look(), refusal, is_refusal=True)
        if is_copy(paths):
            words = (
                say("Drop it here to look at the copy"),
                say("You see what is in it before it is restored"),
            )
            return Veil(self._window, self._look(), words)
        if all(path.suffix.lower() == _PACK for path in paths):
            words = (
                say("Drop it here to look at the edition"),
                say("You see whose it is before anything is installed"),
            )
            return Veil(self._window, self._look(), words)
        words = (
            say("Drop them here to import results"),
            say("Sestante files, printed plans, scans and photos of their codes, or folders of them"),
        )
        return Veil(self._window, self._look(), words)

    def _lift_veil(self) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None
        self._taker = None


class Veil(QWidget):
    """Covers the window while files hang over it; one that `is_refusal` invites nobody to drop them."""

    def __init__(
        self, window: QWidget, look: Look, words: tuple[str, str], *, is_refusal: bool = False
    ) -> None:
        super().__init__(window)
        self.setObjectName("drop-veil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # what lies below is looked for
        self._tokens = look.tokens
        self._icon = "close" if is_refusal else "save"
        self._ink = look.tokens.muted if is_refusal else look.tokens.accent
        column = QVBoxLayout(self)
        column.addStretch(5)
        column.addSpacing(_ICON + 18)
        for text in (label(words[0], "title"), label(words[1], "body", "muted")):
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
        painter.setPen(QPen(QColor(self._ink), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), _ROUND, _ROUND)
        top = next((child.y() for child in self.children() if isinstance(child, QWidget)), self.height() // 2)
        where = QRectF((self.width() - _ICON) / 2, top - _ICON - 18, _ICON, _ICON)
        paint_icon(painter, self._icon, self._ink, where)
        painter.end()


def is_copy(paths: list[Path]) -> bool:
    """Whether one copy of a workspace is dragged, and nothing else."""
    return len(paths) == 1 and paths[0].name.lower().endswith(COPY_ENDS)


def _paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
