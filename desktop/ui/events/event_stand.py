"""The stand: welcome, a visitor, the next visitor; of one nothing is left when the other begins."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import StorageError
from desktop.text import wording
from desktop.ui.background import Operation
from desktop.ui.events import countdown
from desktop.ui.events.after_visit import AfterVisit
from desktop.ui.events.asking_board import AskingBoard
from desktop.ui.events.big import fitting_zoom
from desktop.ui.events.head import StandHead
from desktop.ui.events.leave_board import LeaveBoard
from desktop.ui.events.visit_flow import VisitFlow
from desktop.ui.events.welcome_board import WelcomeBoard
from desktop.ui.look import Look
from desktop.ui.safety.idle import IdleWatch
from desktop.workspace import Workspace
from desktop.workspace.events import Stand, Visit

NEXT_KEY, LEAVE_KEYS = "F2", "Ctrl+Shift+Q"
IDLE_MINUTES = 2


class EventStand(QWidget):
    """Fills the window in event mode.

    Signals: `left` where event mode may end.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, stand: Stand, look: Look) -> None:
        super().__init__()
        self.setObjectName("event-stand")
        self._workspace, self._stand = workspace, stand
        self._own = look  # of the desk; each visitor begins with it
        self._look = look
        self._visit: Visit | None = None  # under way, or on the last screen
        self._ending: list[Visit] = []  # over, and perhaps still to be written down
        self._board: QWidget = QWidget()
        self._kept: QWidget | None = None  # below a question that is asked meanwhile
        self._cover: countdown.Countdown | None = None
        self._head = StandHead(stand, look)
        self._column = QVBoxLayout(self)
        self._stack = QStackedLayout()
        self._idle = IdleWatch(None, self)
        self._resized = QTimer(self)
        self._build()

    def start(self) -> None:
        """Show the first screen, or ask whether an interrupted visit goes on; the window must be there."""
        handle = self.window().windowHandle()
        self._idle.watch(handle)
        self._look = self._fitting(self._own)
        QGuiApplication.clipboard().clear()
        visit = self._stand.interrupted()
        if visit is None:
            self._welcome()
        else:
            self._offer(visit)

    def ask_to_leave(self) -> None:
        """Ask who wants to leave for code or passphrase, above whatever is on the screen."""
        if isinstance(self._board, LeaveBoard):
            return
        self._uncover()
        shown = LeaveBoard(self._workspace, self._fitting(self._own))
        shown.left.connect(self._on_left)
        shown.closed.connect(self._on_back)
        self._show_above(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cover is not None:
            self._cover.setGeometry(self.rect())
        if isinstance(self._board, WelcomeBoard) and self._fitting(self._look) != self._look:
            self._resized.start()

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addLayout(self._stack, 1)
        self._connect_head()
        QShortcut(QKeySequence(NEXT_KEY), self).activated.connect(self._on_next_pressed)
        QShortcut(QKeySequence(LEAVE_KEYS), self).activated.connect(self.ask_to_leave)
        self._idle.passed.connect(self._on_nobody_there)
        self._resized.setSingleShot(True)
        self._resized.timeout.connect(self._on_resized)

    def _connect_head(self) -> None:
        self._head.next_pressed.connect(self._on_next_pressed)
        self._head.held.connect(self.ask_to_leave)

    def _fitting(self, look: Look) -> Look:
        """Larger letters on larger screens."""
        window = self.window()
        room = window.screen().size() if window.isFullScreen() else window.size()
        return replace(look, zoom=fitting_zoom(room))

    def _dress(self, look: Look) -> None:
        """Another language, or the desk's own again."""
        self._look = self._fitting(look)
        old, self._head = self._head, StandHead(self._stand, self._look)
        self._column.replaceWidget(old, self._head)
        self._let_go(old)
        self._connect_head()

    def _show(self, shown: QWidget) -> None:
        """In place of everything before."""
        for before in (self._board, self._kept):
            if before is not None:
                self._stack.removeWidget(before)
                self._let_go(before)
        self._kept = None
        self._put(shown)

    def _show_above(self, shown: QWidget) -> None:
        """What is there comes back with `_on_back`."""
        if self._kept is None:
            self._kept = self._board
        else:
            self._stack.removeWidget(self._board)
            self._let_go(self._board)
        self._put(shown)

    def _put(self, shown: QWidget) -> None:
        self._board = shown
        self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        is_visit = isinstance(shown, VisitFlow | AfterVisit)
        self._head.offer_next(is_wanted=is_visit)
        if not isinstance(shown, VisitFlow):
            self._head.show_progress(0, 0, "")
        self._idle.wait_for(0 if isinstance(shown, WelcomeBoard) else IDLE_MINUTES)
        shown.setFocus()

    @staticmethod
    def _let_go(widget: QWidget) -> None:
        for operation in widget.findChildren(Operation):
            operation.forget()
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()

    def _welcome(self) -> None:
        self._visit = None
        self._dress(self._own)
        self._show(self._made_welcome())

    def _made_welcome(self) -> WelcomeBoard:
        shown = WelcomeBoard(self._stand, self._look)
        shown.begun.connect(self._on_begun)
        shown.language_chosen.connect(self._on_language_chosen)
        return shown

    def _offer(self, visit: Visit) -> None:
        """After a power cut: the same visitor may still be there."""
        self._visit = visit
        self._dress(replace(self._own, wording=wording(visit.draft.language)))
        say = self._look.wording
        title = say("The computer was interrupted")
        words = say("Somebody was answering. If that was you, go on where you were; nothing is lost.")
        answers = (say("Go on"), say("Begin anew"))
        shown = AskingBoard("stand-interrupted", self._look, (title, words), answers)
        shown.first_chosen.connect(self._on_going_on)
        shown.second_chosen.connect(self._next_visitor)
        self._show(shown)

    def _begin_visit(self, visit: Visit) -> None:
        self._visit = visit
        shown = VisitFlow(self._stand, visit, self._head, self._idle, self._look)
        shown.finished.connect(self._on_answered)
        self._show(shown)
        if not shown.has_questions:
            self._on_answered(visit)

    def _on_begun(self) -> None:
        try:
            visit = self._stand.begin(self._look.wording.language)
        except StorageError as error:
            self._show_trouble(error)
            return
        self._begin_visit(visit)

    def _show_trouble(self, error: StorageError) -> None:
        say = self._look.wording
        words = (say("That did not work"), say.tell(error.sentence))
        answers = (say("Try again"), say("Leave event mode"))
        shown = AskingBoard("stand-stopped", self._look, words, answers)
        shown.first_chosen.connect(self._next_visitor)
        shown.second_chosen.connect(self.ask_to_leave)
        self._show(shown)

    def _on_going_on(self) -> None:
        if self._visit is not None:
            self._begin_visit(self._visit)

    def _on_resized(self) -> None:
        if isinstance(self._board, WelcomeBoard):
            self._dress(self._look)
            self._show(self._made_welcome())

    def _on_language_chosen(self, code: str) -> None:
        self._dress(replace(self._own, wording=wording(code)))
        self._show(self._made_welcome())

    def _on_answered(self, visit: object) -> None:
        if isinstance(visit, Visit):
            self._visit = visit
            shown = AfterVisit(self._workspace.hub.events, self._stand, visit, self._look)
            shown.finished.connect(self._next_visitor)
            shown.enlisted.connect(self._on_enlisted)
            self._show(shown)

    def _on_enlisted(self, visit: object) -> None:
        if isinstance(visit, Visit):
            self._visit = visit

    def _on_next_pressed(self) -> None:
        """One key; who is in the middle of the questions is asked first."""
        if self._cover is not None:
            self._next_visitor()
        elif isinstance(self._board, VisitFlow) and self._board.is_begun:
            say = self._look.wording
            words = (say("Stop here?"), say("What was answered so far is forgotten."))
            answers = (say("Go on answering"), say("Stop, next visitor"))
            shown = AskingBoard("stand-stop", self._look, words, answers)
            shown.first_chosen.connect(self._on_back)
            shown.second_chosen.connect(self._next_visitor)
            self._show_above(shown)
        elif isinstance(self._board, VisitFlow | AfterVisit):
            self._next_visitor()

    def _on_back(self) -> None:
        """What was below comes back as it was."""
        if self._kept is None:
            return
        above, below = self._board, self._kept
        self._kept = None
        self._stack.removeWidget(above)
        self._let_go(above)
        self._put(below)
        if isinstance(below, VisitFlow):
            below.show_place()

    def _next_visitor(self) -> None:
        """Nothing of the one before stays: not on the screen, not in memory, not on the clipboard."""
        self._uncover()
        board = self._board if isinstance(self._board, VisitFlow) else self._kept
        visit = board.visit if isinstance(board, VisitFlow) else self._visit
        QGuiApplication.clipboard().clear()
        if visit is not None:
            self._ending.append(visit)
        self._welcome()
        self._end_visits()

    def _end_visits(self) -> None:
        """Nobody sits down before it is written that the visitor before has gone."""
        try:
            while self._ending:
                self._stand.end(self._ending[0])
                del self._ending[0]
        except StorageError as error:
            self._show_trouble(error)

    def _on_left(self) -> None:
        if self._visit is not None:
            self._next_visitor()
        self.left.emit()

    def _on_nobody_there(self) -> None:
        self._uncover()
        self._cover = countdown.Countdown(self, self._look, countdown.SECONDS)
        self._cover.stayed.connect(self._on_stayed)
        self._cover.passed.connect(self._on_passed)
        self._cover.show()
        self._cover.raise_()
        self._cover.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stayed(self) -> None:
        self._uncover()
        self._idle.wait_for(IDLE_MINUTES)
        self._board.setFocus()

    def _on_passed(self) -> None:
        self._next_visitor()

    def _uncover(self) -> None:
        if self._cover is not None:
            self._let_go(self._cover)
            self._cover = None
