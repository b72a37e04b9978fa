"""What comes after the last question: the result, and the ways to take it along."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.errors import SestanteError, StorageError, sentence_of
from desktop.ui.background import Operation
from desktop.ui.events.big import big_words, board
from desktop.ui.events.code_board import CodeBoard
from desktop.ui.events.name_board import NameBoard
from desktop.ui.events.outcome_board import OutcomeBoard
from desktop.ui.events.paper_board import PaperBoard
from desktop.ui.events.visitors_paper import has_printer
from desktop.ui.look import Look
from desktop.workspace.events import Events, Stand, Visit, VisitorContact
from desktop.workspace.events.stand import Outcome
from desktop.workspace.events.take_home import TakeHome

_SCALES = (1.35, 1.2, 1.1, 1.0, 0.9, 0.8)  # of letters: the largest that leave nothing to scroll


class AfterVisit(QWidget):
    """The result, and over it the code, the sheet, or the fields for a name.

    Signals: `finished` when the visitor has done; `enlisted` carries the visit of who left a name.
    """

    finished = Signal()
    enlisted = Signal(object)

    def __init__(self, events: Events, stand: Stand, visit: Visit, look: Look) -> None:
        super().__init__()
        self.setObjectName("stand-after")
        self._events, self._stand, self._visit, self._look = events, stand, visit, look
        self._stack = QStackedLayout(self)
        self._outcome: Outcome | None = None
        self._home: TakeHome | None = None
        self._scoring, self._working, self._drawing = Operation(self), Operation(self), Operation(self)
        self._board: QWidget = QWidget()
        self._scoring.succeeded.connect(self._on_scored)
        self._scoring.failed.connect(self._on_failed)
        self._working.succeeded.connect(self._on_worked_out)
        self._working.failed.connect(self._on_failed)
        self._drawing.succeeded.connect(self._on_drawn)
        self._drawing.failed.connect(self._on_failed)
        self._show_words(look.wording("One moment…"))
        self._scoring.start(partial(stand.outcome, visit))

    def _show(self, shown: QWidget) -> None:
        before, self._board = self._board, shown
        self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        self._stack.removeWidget(before)
        before.hide()
        before.deleteLater()
        self.setFocusProxy(shown)
        shown.setFocus()

    def _show_words(self, words: str) -> None:
        page = QWidget()
        column = board(page)
        column.addStretch(1)
        column.addWidget(big_words(words, 22, self._look, "muted"))
        column.addStretch(2)
        self._show(page)

    def _on_scored(self, value: object) -> None:
        if isinstance(value, Outcome):
            self._outcome = value
            self._show_outcome()
            self._work_out()

    def _work_out(self) -> None:
        self._home = None
        self._working.start(partial(self._events.take_home, self._stand, self._visit))

    def _show_outcome(self) -> None:
        if self._outcome is None:
            return
        shown = self._fitting_outcome(self._outcome)
        shown.paper_wanted.connect(self._on_paper_wanted)
        shown.code_wanted.connect(self._on_code_wanted)
        shown.name_wanted.connect(self._on_name_wanted)
        shown.finished.connect(self.finished)
        self._show(shown)

    def _fitting_outcome(self, outcome: Outcome) -> OutcomeBoard:
        """With letters as large as there is room for."""
        is_listed, prints = self._visit.contact is not None, has_printer()
        for scale in _SCALES:
            look = replace(self._look, zoom=self._look.zoom * scale)
            shown = OutcomeBoard(self._stand, outcome, look, prints=prints, is_listed=is_listed)
            if scale == _SCALES[-1] or shown.fits(self.size()):
                break
            shown.deleteLater()
        return shown

    def _on_code_wanted(self) -> None:
        shown = CodeBoard(self._look)
        shown.closed.connect(self._show_outcome)
        self._show(shown)
        self._hand_over()

    def _on_paper_wanted(self) -> None:
        shown = PaperBoard(self._look)
        shown.closed.connect(self._show_outcome)
        self._show(shown)
        self._hand_over()

    def _on_name_wanted(self) -> None:
        shown = NameBoard(self._stand, self._look)
        shown.closed.connect(self._show_outcome)
        shown.agreed.connect(self._on_agreed)
        self._show(shown)

    def _on_agreed(self, contact: object) -> None:
        if not isinstance(contact, VisitorContact):
            return
        try:
            self._visit = self._stand.enlist(self._visit, contact)
        except StorageError as error:
            self._say(self._look.wording.tell(error.sentence))
            return
        self.enlisted.emit(self._visit)
        self._show_outcome()
        self._work_out()  # what is taken home bears the name from now on

    def _on_worked_out(self, value: object) -> None:
        if isinstance(value, TakeHome):
            self._home = value
            self._hand_over()

    def _hand_over(self) -> None:
        """Give the screen that waits for it what the plan was worked out for."""
        if self._home is None:
            return
        if isinstance(self._board, CodeBoard):
            self._drawing.start(self._home.squares)
        elif isinstance(self._board, PaperBoard):
            self._board.print_sheet(self._home)

    def _on_drawn(self, value: object) -> None:
        if isinstance(self._board, CodeBoard) and isinstance(value, tuple):
            self._board.show_codes(value)

    def _on_failed(self, error: object) -> None:
        words = self._look.wording
        told = words.tell(error.sentence if isinstance(error, SestanteError) else sentence_of(error))
        self._say(words("That did not work. {error}", error=told))

    def _say(self, words: str) -> None:
        if isinstance(self._board, CodeBoard | NameBoard | PaperBoard):
            self._board.show_trouble(words)
        elif self._outcome is None:
            self._show_words(words)
