"""The last seconds before the stand clears itself: a cover over whatever was on the screen."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.events.big import SIDE, big_button, big_words
from desktop.ui.look import Look

SECONDS = 20


class Countdown(QWidget):
    """Counts down over its parent and hides what is below.

    Signals: `stayed` where somebody is there after all, `passed` at zero.
    """

    stayed = Signal()
    passed = Signal()

    def __init__(self, parent: QWidget, look: Look, seconds: int) -> None:
        super().__init__(parent)
        self.setObjectName("stand-countdown")
        self._look = look
        self._left = seconds
        self._number = big_words("", 64, look, "accent", is_strong=True)
        self._told = big_words("", 19, look, "muted")
        self._stay = big_button(look.wording("I am still here"), "stand-stay", look, "primary")
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._on_second)
        self._build()
        self.setGeometry(parent.rect())
        self._show()
        self._clock.start()

    def _build(self) -> None:
        say = self._look.wording
        title = big_words(say("Are you still there?"), 34, self._look, is_strong=True)
        words = big_words(
            say("Nothing of your answers will be seen by whoever comes next."), 19, self._look, "muted"
        )
        self._number.setObjectName("countdown-number")
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 24, SIDE, 24)
        column.setSpacing(14)
        column.addStretch(2)
        for each in (title, words, self._number, self._told):
            column.addWidget(each)
        column.addWidget(self._stay, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        self._stay.clicked.connect(self.stayed)
        self.setFocusProxy(self._stay)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.tokens.canvas))

    def _show(self) -> None:
        words = self._look.wording.plural(
            "Begins anew in {count} second", "Begins anew in {count} seconds", self._left
        )
        self._number.setText(str(self._left))
        self._told.setText(words)
        self._number.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _on_second(self) -> None:
        self._left -= 1
        self._show()
        if self._left <= 0:
            self._clock.stop()
            self.passed.emit()
