"""A field for a note that grows with what is written, and passes pictures on that are pasted into it."""

from PySide6.QtCore import QMimeData, QSignalBlocker, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from desktop.ui.fonts import font

_LONGEST = 4000
_FEWEST, _MOST, _AROUND = 1, 6, 22  # lines shown; pixels of frame and padding


class NoteField(QPlainTextEdit):
    """Some lines of free text.

    Signals: `note_written` with every change by the user; `picture_pasted` carries one of the clipboard.
    """

    note_written = Signal()
    picture_pasted = Signal(object)

    def __init__(self, name: str, says: str, hint: str, pixels: int = 14) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFont(font(pixels))
        self.document().setDocumentMargin(1)
        self.document().clearUndoRedoStacks()  # the margin counts as a change
        self.textChanged.connect(self._on_changed)
        self._fit()

    def note(self) -> str:
        """What is written."""
        return self.toPlainText().strip()[:_LONGEST]

    def show_note(self, note: str) -> None:
        """Show another note; emits nothing."""
        blocker = QSignalBlocker(self)
        self.setPlainText(note)
        blocker.unblock()
        self._fit()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        picture = source.imageData() if source.hasImage() and not source.hasText() else None
        if isinstance(picture, QImage):
            self.picture_pasted.emit(picture)
        else:
            super().insertFromMimeData(source)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_changed(self) -> None:
        self._fit()
        self.note_written.emit()

    def _fit(self) -> None:
        lines = min(max(int(self.document().size().height()), _FEWEST), _MOST)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _AROUND)
