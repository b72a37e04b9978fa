"""A file or photo as a small card: picture, name, size, and a way to take it away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel
from typing_extensions import override

from desktop.storage import Evidence
from desktop.text import Wording
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, icon_button

_SIDE, _NAME, _WIDTH = 40, 170, 284  # pixels
_KILO, _MEGA = 1_000, 1_000_000


class EvidenceCard(QFrame):
    """One file.

    Signals: `opened` and `removed` carry its number.
    """

    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, evidence: Evidence, small: QPixmap | None, look: Look) -> None:
        super().__init__()
        say = look.wording
        self.setProperty("kind", "note")
        self.setFixedWidth(_WIDTH)
        self._id = evidence.id
        shown = QLabel()
        shown.setFixedSize(_SIDE, _SIDE)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setPixmap(small or icon("file", look.tokens.muted, 24).pixmap(QSize(24, 24)))
        size = size_words(evidence.size, say)
        self._open = Button("", f"evidence-{evidence.id}", "fold")
        name = self._open.fontMetrics().elidedText(evidence.file_name, Qt.TextElideMode.ElideMiddle, _NAME)
        self._open.setText(name)
        self._open.setToolTip(f"{evidence.file_name}\n{size}")
        self._open.setAccessibleName(f"{evidence.file_name}, {size}")
        words = say("Remove {file}", file=evidence.file_name)
        remove = icon_button("close", look.tokens, name=f"remove-evidence-{evidence.id}", says=words)
        remove.setFixedSize(30, 30)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 6, 6)
        row.setSpacing(6)
        row.addWidget(shown)
        row.addWidget(self._open, 1)
        row.addWidget(remove)
        self._open.clicked.connect(self._on_opened)
        remove.clicked.connect(self._on_removed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._on_removed()
        else:
            super().keyPressEvent(event)

    def _on_opened(self) -> None:
        self.opened.emit(self._id)

    def _on_removed(self) -> None:
        self.removed.emit(self._id)


def size_words(size: int, wording: Wording) -> str:
    """The size of a file in words."""
    if size < _MEGA:
        return wording("{count} KB", count=max(1, round(size / _KILO)))
    return wording("{count} MB", count=size / _MEGA)
