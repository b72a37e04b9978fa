"""The screen while the visitor's sheet goes to the printer."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.background import Operation
from desktop.ui.events import visitors_paper
from desktop.ui.events.big import SIDE, Bar, big_button, big_words, board
from desktop.ui.look import Look
from desktop.workspace.events.take_home import TakeHome


class PaperBoard(QWidget):
    """Waits for the sheet, sends it, says when to fetch it.

    Signals: `closed` back to the result.
    """

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("stand-paper-board")
        self._look = look
        self._state = big_words(look.wording("One moment…"), 20, look, "muted")
        self._back = big_button(look.wording("Back to the result"), "stand-back", look, "primary")
        self._printing = Operation(self, is_lasting=True)
        self._build()
        self._printing.succeeded.connect(self._on_printed)
        self._printing.failed.connect(self._on_failed)
        self._back.clicked.connect(self.closed)
        self.setFocusProxy(self._back)

    def print_sheet(self, home: TakeHome) -> None:
        """Send the sheet to the printer, once."""
        if not self._printing.is_running:
            self._state.setText(self._look.wording("Printing…"))
            printer = visitors_paper.visitors_printer()
            self._printing.start_telling(partial(visitors_paper.print_sheet, home, printer))

    def show_trouble(self, words: str) -> None:
        """Say why there is no sheet."""
        self._state.setText(words)

    def _build(self) -> None:
        bar = Bar()
        bar.right.addWidget(self._back)
        column = board(self, bar, margins=(SIDE, 24))
        self._state.setObjectName("stand-paper-state")
        column.addStretch(2)
        column.addWidget(big_words(self._look.wording("Your sheet"), 34, self._look, is_strong=True))
        column.addWidget(self._state)
        column.addStretch(3)

    def _on_printed(self, _: object) -> None:
        self._state.setText(self._look.wording("Take it from the printer: one sheet, printed on both sides."))

    def _on_failed(self, _: object) -> None:
        self.show_trouble(
            self._look.wording("The printer did not take it. Ask the people of the stand for help.")
        )
