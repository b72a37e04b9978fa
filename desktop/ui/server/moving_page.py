"""The page in place of a workspace that is moved to a server or back: how far it is, what came of it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from desktop.errors import NotWrittenError, sentence_of
from desktop.storage.moving.sum_words import table_by_table
from desktop.ui.background import Operation
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, in_the_middle, label
from desktop.ui.safety.wishes import MoveIn, MoveOut, OpenFolder, Reopen
from desktop.ui.server import moving_words
from desktop.ui.server.moving_work import MovingStep, move

if TYPE_CHECKING:
    from desktop.storage import Key

_WIDEST, _TALL = 640, 190  # pixels


class MovingPage(QWidget):
    """Moves at once; nobody may have the workspace open meanwhile.

    Signals: `ended` carries where to go on.
    """

    ended = Signal(object)

    def __init__(self, wish: MoveIn | MoveOut, folder: Path, key: "Key | None", look: Look) -> None:
        super().__init__()
        self.setObjectName("moving-page")
        self._wish, self._folder, self._key = wish, folder, key
        self._look, self._wording = look, look.wording
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        in_the_middle(inside, _WIDEST, self)
        self._line: QLabel
        self._bar: QProgressBar
        self._stop: Button
        self._moving = Operation(self)
        self._moving.progressed.connect(self._on_progressed)
        self._moving.succeeded.connect(self._on_moved)
        self._moving.failed.connect(self._on_failed)
        self._moving.stopped.connect(self._on_stopped)
        self._begin()

    def _begin(self) -> None:
        self._show_running()
        self._moving.start_telling(partial(move, self._wish, self._folder, self._key))

    def _show_running(self) -> None:
        say = self._wording
        self._show(moving_words.heading(self._wish, say), moving_words.way(self._wish, say))
        self._line, self._bar = label("", "small", "muted"), QProgressBar()
        self._line.setObjectName("moving-line")
        self._bar.setObjectName("moving-bar")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._bar.setAccessibleName(say("Progress"))
        self._stop = Button(say("Stop"), "stop-moving")
        self._stop.clicked.connect(self._on_stop)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._line)
        self._column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        self._focus(self._stop)

    def _show(self, heading: str, sentences: str) -> None:
        emptied(self._column)
        self._column.addWidget(label(heading, "title"))
        words = label(sentences)
        words.setObjectName("moving-words")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(words)

    def _focus(self, widget: QWidget) -> None:
        self.setFocusProxy(widget)
        widget.show()  # what is still to be shown by its layout gets no focus
        widget.setFocus()

    def _add_buttons(self, first: Button, other: Button) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(first)
        row.addWidget(other)
        row.addStretch(1)
        self._column.addLayout(row)
        self._focus(first)

    def _on_progressed(self, value: object) -> None:
        if isinstance(value, MovingStep):
            self._bar.setRange(0, value.of)
            self._bar.setValue(value.done)
            self._line.setText(moving_words.step(value, self._wording))

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self._line.setText(self._wording("Stopping…"))
        self._moving.stop()

    def _on_moved(self, sums: object) -> None:
        say = self._wording
        if not isinstance(sums, dict):
            return
        self._show(moving_words.done_heading(self._wish, say), moving_words.done(self._wish, sums, say))
        fold = Disclosure(say("Table by table"), "moving-details", self._look)
        self._column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        table = self._table(table_by_table(sums, say))
        self._column.addWidget(table)
        fold.toggled.connect(table.setVisible)
        if isinstance(self._wish, MoveIn):
            on, back = say("Go on at the server"), say("Stay on this computer, to read")
        else:
            on, back = say("Open the folder"), say("Back to the server")
        first, other = Button(on, "moved-on", "primary"), Button(back, "moved-back", "quiet")
        first.clicked.connect(self._on_go_on)
        other.clicked.connect(self._on_back)
        self._add_buttons(first, other)

    def _table(self, words: str) -> QPlainTextEdit:
        table = QPlainTextEdit(words)
        table.setObjectName("moving-table")
        table.setAccessibleName(self._wording("Table by table"))
        table.setReadOnly(True)
        table.setTabChangesFocus(True)
        table.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        table.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        table.setFixedHeight(_TALL)
        table.hide()
        return table

    def _on_failed(self, error: object) -> None:
        say = self._wording
        after = say("The server is as it was, and no folder was made.")
        if isinstance(self._wish, MoveIn):
            after = say("All is as it was on this computer.")
        if isinstance(self._wish, MoveIn) and isinstance(error, NotWrittenError):
            after = say(
                "All is as it was on this computer. Where the connection broke at the very end, the server "
                "may hold everything already; moving again finds that out."
            )
        self._show_undone(say("This was not moved"), f"{say.tell(sentence_of(error))}\n\n{after}")

    def _on_stopped(self) -> None:
        say = self._wording
        self._show_undone(say("Stopped"), say("Nothing was moved; all is as it was."))

    def _show_undone(self, heading: str, sentences: str) -> None:
        say = self._wording
        self._show(heading, sentences)
        again = Button(say("Try again"), "move-again")
        back = Button(say("Back"), "moved-back", "primary")
        again.clicked.connect(self._begin)
        back.clicked.connect(self._on_back)
        self._add_buttons(back, again)

    def _on_go_on(self) -> None:
        wish = self._wish
        self.ended.emit(wish.then if isinstance(wish, MoveIn) else OpenFolder(wish.folder))

    def _on_back(self) -> None:
        self.ended.emit(Reopen())
