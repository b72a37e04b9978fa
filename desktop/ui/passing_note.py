"""A line at the foot of the window that says what has just happened, and goes by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from desktop.ui.pieces import label

_STAYS = 7_000  # milliseconds
_WIDEST, _ABOVE = 720, 84  # pixels: of the line, and of what stands below it


class PassingNote(QFrame):
    """Lies over the lower edge of a widget without taking the keyboard or the mouse."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("passing-note")
        self.setProperty("kind", "passing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words: QLabel = label("", "small")
        self._words.setObjectName("passing-words")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 18, 10)
        row.addWidget(self._words)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_STAYS)
        self._leaving.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def show_words(self, words: str) -> None:
        """Say something for some seconds."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._take_place()
        self.show()
        self.raise_()
        self._leaving.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._take_place()
        return super().eventFilter(watched, event)

    def _take_place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        metrics = self._words.fontMetrics()
        wide = min(_WIDEST, over.width() - 40, metrics.horizontalAdvance(self._words.text()) + 44)
        tall = max(self.heightForWidth(wide), 40)
        self.setGeometry((over.width() - wide) // 2, over.height() - _ABOVE - tall, wide, tall)
