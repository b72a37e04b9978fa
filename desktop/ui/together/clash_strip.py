"""A line above every page where somebody else changed the same meanwhile: both values, and the choice."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import StorageError
from desktop.storage.meanwhile_error import Clash, MeanwhileError
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.safety.leaving import asks_to_stay
from desktop.ui.together.clash_words import ClashWords

_LONGEST = 240  # letters of a value in the strip; the page below it needs its room


class ClashStrip(QFrame):
    """Shows one clash after another; hidden where there is none. Before the window closes it asks.

    Signals: `settled` after the user chose, when the page has to show what is there now.
    """

    settled = Signal()

    def __init__(self, desk: Desk, look: Look, window: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._wording = say = look.wording
        self._shown: Clash | None = None
        self._about = label("", "strong")
        self._theirs = label("", "small")
        self._mine = label("", "small")
        self._keep = Button(say("Keep what I entered"), "keep-mine")
        self._take = Button(say("Take the other"), "take-theirs")
        self._build()
        self._keep.clicked.connect(self._on_keep)
        self._take.clicked.connect(self._on_take)
        desk.clashes.changed.connect(self._show)
        window.installEventFilter(self)
        self.hide()
        self._show()

    def _build(self) -> None:
        self.setObjectName("clash-strip")
        self.setProperty("kind", "warning-strip")
        for name, words in (("about", self._about), ("theirs", self._theirs), ("mine", self._mine)):
            words.setObjectName(f"clash-{name}")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(40, 10, 24, 10)
        lines.setSpacing(2)
        for words in (self._about, self._theirs, self._mine):
            lines.addWidget(words)
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(12)
        for button in (self._keep, self._take):
            row.addWidget(button)
        row.addStretch(1)
        lines.addLayout(row)

    def _show(self) -> None:
        clashes = self._desk.clashes.all
        self._shown = clashes[0] if clashes else None
        if self._shown is not None:
            words = ClashWords(self._desk, self._wording).told(self._shown, len(clashes))
            self._about.setText(words.about)
            _show_some(self._theirs, words.theirs)
            _show_some(self._mine, words.mine)
        self.setVisible(self._shown is not None)

    def _on_keep(self) -> None:
        if self._shown is None:
            return
        try:
            self._desk.workspace.together.keep_mine(self._shown)
        except MeanwhileError as error:
            self._desk.clashes.add(error.clashes)
        except StorageError as error:  # it stays here, to be chosen again
            self._desk.save_failed.emit(error)
        else:
            self._on_take()

    def _on_take(self) -> None:
        if self._shown is not None:
            self._desk.clashes.settle(self._shown)
            self.settled.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self._shown is not None:
            told = self._wording("Somebody else changed what you entered, and you have not chosen yet.")
            if asks_to_stay(self, f"{told} {self._mine.text()}", self._wording):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _show_some(shown: QLabel, words: str) -> None:
    """The beginning of a long text; all of it where the mouse or a screen reader rests."""
    is_short = len(words) <= _LONGEST
    shown.setText(words if is_short else f"{words[:_LONGEST].rstrip()}…")
    shown.setToolTip("" if is_short else words)
    shown.setAccessibleName(words)
