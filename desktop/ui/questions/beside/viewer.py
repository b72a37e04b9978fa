"""A file or photo shown inside the window, over the page it belongs to."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.storage import Evidence
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.questions.beside.evidence_card import size_words
from desktop.ui.questions.beside.thumbnails import picture

_MOST_LETTERS = 200_000


class Viewer(QFrame):
    """Pictures, texts and PDFs are shown; anything else can be saved.

    Signals: `save_wanted` and `remove_wanted` carry the `Evidence` shown; `closed` when it goes.
    """

    save_wanted = Signal(object)
    remove_wanted = Signal(object)
    closed = Signal()

    def __init__(self, page: QWidget, evidence: Evidence, content: bytes, look: Look) -> None:
        super().__init__(page)
        self._wording = look.wording
        self._evidence = evidence
        self._picture = picture(content) if evidence.media_type.startswith("image/") else None
        self._shown = QLabel()
        self._close = Button(look.wording("Close"), "viewer-close", "primary")
        self._save = Button(look.wording("Save a copy…"), "viewer-save")
        self._remove = Button(look.wording("Remove"), "viewer-remove", "quiet")
        self._look = look
        self._build(content)
        self._connect(page)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed here is not for the page below."""
        event.accept()

    def protect(self) -> None:
        """Show it, and let nobody take it away."""
        self._remove.hide()

    def _build(self, content: bytes) -> None:
        self.setObjectName("viewer")
        self.setProperty("kind", "viewer")
        head = QHBoxLayout()
        head.setSpacing(10)
        name = label(self._evidence.file_name, "heading", wraps=False)
        name.setObjectName("viewer-name")
        name.setMinimumWidth(0)
        size = size_words(self._evidence.size, self._wording)
        for widget in (name, label(size, "small", "muted", wraps=False)):
            head.addWidget(widget)
        head.addStretch(1)
        for button in (self._remove, self._save, self._close):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 24)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._inside(content), 1)

    def _inside(self, content: bytes) -> QWidget:
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setObjectName("viewer-picture")
        self._shown.setAccessibleName(self._evidence.file_name)
        self._shown.setMinimumSize(1, 1)
        if self._picture is not None:
            return self._shown
        if self._evidence.media_type.startswith("text/"):
            text = QPlainTextEdit(content.decode("utf-8", errors="replace")[:_MOST_LETTERS])
            text.setReadOnly(True)
            text.setObjectName("viewer-text")
            return text
        if self._evidence.media_type == "application/pdf":
            from desktop.ui.questions.beside.pdf_view import PdfView

            view = PdfView(content, self._look)
            self.setFocusProxy(view)
            return view
        words = self._wording(
            "This kind of file cannot be shown here. Save a copy to open it in its own program."
        )
        told = label(words, "body", "muted")
        told.setObjectName("viewer-told")
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return told

    def _connect(self, page: QWidget) -> None:
        page.installEventFilter(self)
        self._close.clicked.connect(self._on_close)
        self._save.clicked.connect(self._on_save)
        self._remove.clicked.connect(self._on_remove)
        QShortcut(QKeySequence("Escape"), self).activated.connect(self._on_close)
        self.setGeometry(page.rect())
        self.show()
        self.raise_()
        (self.focusProxy() or self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        if self._picture is not None:
            self._shown.setPixmap(_fitted(self._picture, self._shown))

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def _on_save(self) -> None:
        self.save_wanted.emit(self._evidence)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._evidence)
        self._on_close()


def _fitted(whole: QPixmap, shown: QWidget) -> QPixmap:
    """No larger than its place, and no larger than it is."""
    ratio = shown.devicePixelRatioF()
    room = (shown.size() * ratio).boundedTo(whole.size())
    made = whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    made.setDevicePixelRatio(ratio)
    return made
