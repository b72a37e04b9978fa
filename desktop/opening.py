"""What fills the painted window: typeface and shell, then the workspace, then the rest ahead of use.

An encrypted workspace is asked for its passphrase before anything of it is read.

Modules that define widgets are imported in the window's own thread alone: a class of Qt made in a worker
while the window draws crashed it about once in a hundred starts. What has nothing to do with Qt, by far the
most, is imported in the worker.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.text import Sentence, joined
from desktop.ui.background import Operation, end_background_work
from desktop.ui.dressing import (
    begin_collecting,
    dress,
    dress_application,
    import_guide,
    import_pieces,
    import_shell,
)
from desktop.ui.events.event_turn import EventTurn
from desktop.ui.refocusing import focused_name
from desktop.ui.safety import wishes
from desktop.ui.safety.closing_guard import ClosingGuard
from desktop.ui.safety.entering import Entering
from desktop.ui.safety.leaving import end_work, given_up, is_asked_something, last_save, refuses_to_leave
from desktop.ui.safety.session import Session, read_ahead
from desktop.ui.turn_taking import TurnTaking
from desktop.ui.window import Window
from desktop.worn_brand import read_worn

if TYPE_CHECKING:
    from desktop.ui.guide import Guide
    from desktop.ui.look import Look
    from desktop.ui.safety.idle import IdleWatch
    from desktop.ui.shell import Shell
    from desktop.workspace import Workspace

__all__ = ["Opening", "dress"]
_LONGEST_WAIT = 5000  # milliseconds for work still running when the window closes
# Milliseconds given to what was built to appear, before a worker begins to compete for the interpreter.
_SHELL_PAINTED = 10
_PAGE_PAINTED = 100
_BETWEEN_PAGES = 20
_MINUTES = 10  # until it locks, where the preference cannot be read


class Opening(QObject):
    """Fills the window step by step, with a turn for the window between any two steps.

    Signals: `ended` carries the wish with which the user left the workspace, and the session as it was; the
    workspace is closed then.
    """

    ended = Signal(object, object)

    def __init__(self, window: Window, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._shell: Shell | None = None
        self._guide: Guide | None = None
        self._idle: IdleWatch | None = None
        self._workspace: Workspace | None = None
        self._given_up: Sentence | None = None  # what was being written in a dialog
        self._is_closed = False
        self._entering: Entering | None = None
        self._guard: ClosingGuard | None = None
        self._event = EventTurn(self)
        self._turns = TurnTaking(self)
        self._reading = Operation(self)
        window.closed.connect(self._on_closed)
        self._event.ended.connect(self._on_event_ended)
        self._reading.succeeded.connect(self._on_read_ahead)
        self._reading.failed.connect(self._on_not_read)

    def start(self) -> None:
        """Begin; the window must have been painted."""
        self._turns.take(dress_application, import_pieces, import_shell, self._show_shell)

    def start_again(self) -> None:
        """Begin in a window that was filled before."""
        self._show_shell()

    def show_alone(self, words: str = "", make: "Callable[[Look], QWidget] | None" = None) -> None:
        """Show that something is being done, or the page that does it, and nothing else."""
        from desktop.ui.message_page import MessagePage

        if self._shell is not None:
            self._shell.show_page(MessagePage(words) if make is None else make(self._shell.look))

    def _show_shell(self) -> None:
        from desktop.ui.shell import Shell

        settings = self._session.settings
        brand = read_worn(self._session.folder)
        self._shell = Shell(self._window, settings.language, settings.theme, brand)
        if self._session.standing is not None or self._session.back is not None:
            self._shell.rail.hide()  # until it is known whether there is a passphrase
        if self._session.waiting:
            self._guard = ClosingGuard(self._window, self._shell, len(self._session.waiting), self)
        self._entering = Entering(self._session, self._shell, self._turns, self)
        self._entering.opened.connect(self._on_opened)
        self._entering.failed.connect(self._on_failed)
        self._entering.folder_chosen.connect(self._on_folder_chosen)
        self._entering.own_wanted.connect(self._on_own_wanted)
        QTimer.singleShot(_SHELL_PAINTED, self._entering, self._entering.begin)

    def _on_opened(self, workspace: "Workspace", session: Session) -> None:
        from desktop.ui.pages import PAGES

        self._workspace, self._session = workspace, session
        if self._shell is not None:
            self._shell.wear(read_worn(session.folder))
        case = None if workspace.has_several else workspace.last_case()
        home = "companies" if workspace.has_several else "welcome"
        page = home if case is None else case.place.page
        self._turns.take(import_guide, PAGES.get(page, PAGES["welcome"]), self._say_first)

    def _on_folder_chosen(self, folder: Path) -> None:
        self.ended.emit(wishes.OpenFolder(folder), self._session)

    def _on_own_wanted(self) -> None:
        self.ended.emit(wishes.WorkHere(is_lasting=False), self._session)

    def _say_first(self) -> None:
        """What is to be known before going on, if anything is."""
        told = self._session.told or (self._workspace.told if self._workspace is not None else None)
        if told is None or self._shell is None:
            self._show_page()
            return
        words = self._shell.look.wording
        self._shell.show_message(words("Please note"), words.tell(told), words("Go on"), self._show_page)

    def _show_page(self) -> None:
        from desktop.errors import SestanteError

        if self._shell is None or self._workspace is None:
            return
        try:
            if not self._event.takes(self._workspace, self._shell):
                self._show_desk(self._workspace, self._shell)
        except SestanteError as error:
            self._on_failed(error)
            return
        QTimer.singleShot(_PAGE_PAINTED, self, self._on_page_painted)

    def _show_desk(self, workspace: "Workspace", shell: "Shell") -> None:
        from desktop.ui.guide import Guide

        self._guide = Guide(workspace, shell, self._session.standing)
        self._guide.session_wished.connect(self._on_wished)
        self._guide.desk.go_on_with(self._session.waiting)
        self._session = replace(self._session, waiting=())
        if self._guard is not None:
            self._guard.end()
        self._guide.start()
        if workspace.is_encrypted:
            shortcut = QShortcut(QKeySequence("Ctrl+L"), shell)
            shortcut.activated.connect(self._on_nobody_there)
            self._guide.destroyed.connect(shortcut.deleteLater)

    def _on_event_ended(self) -> None:
        standing = wishes.Standing(None, "hub", room="events")
        self._session = replace(self._session, standing=standing, told=None)
        self._show_page()

    def _begin_event(self) -> None:
        """Take the desk out of the window, with all its pages, before a visitor sees it."""
        if self._guide is None or self._event.refuses(self._guide.desk, self._window):
            return
        self._take_out_desk()
        if self._idle is not None:
            self._idle.wait_for(0)  # visitors come and go; leaving event mode asks for the passphrase
        self._show_page()

    def _on_page_painted(self) -> None:
        if self._workspace is not None:
            self._reading.start(partial(read_ahead, self._workspace, self._session.settings.language))

    def _on_read_ahead(self, outcome: object) -> None:
        """A failure shows again, with a page to say it on, when the content is asked for."""
        from desktop.ui.hub.rooms import ROOMS
        from desktop.ui.pages import PAGES

        if self._workspace is not None and self._workspace.is_encrypted and not self._event.is_on:
            self._watch(outcome if isinstance(outcome, int) else _MINUTES)
        rooms = ROOMS.values() if self._guide is not None and self._guide.desk.is_hub else ()
        self._turns.take(*PAGES.values(), *rooms, self._keep_copies, begin_collecting, pause=_BETWEEN_PAGES)

    def _keep_copies(self) -> None:
        from desktop.ui.backups.daily import DailyCopies

        if self._workspace is not None and self.findChild(DailyCopies) is None:
            DailyCopies(self._workspace, self).start()

    def _on_not_read(self, error: object) -> None:
        """Without questionnaires no page can go on, and what a damaged file shows cannot be relied on."""
        from desktop.storage.inspection import DamagedError

        if isinstance(error, DamagedError) and not self._is_closed:
            self._leave(wishes.LookThrough())
        elif self._workspace is not None and not self._workspace.library.has_questionnaires:
            self._on_failed(error)
        else:
            self._on_read_ahead(error)

    def _watch(self, minutes: int) -> None:
        from desktop.ui.safety.idle import IdleWatch

        if self._idle is None:
            self._idle = IdleWatch(self._window.windowHandle(), self)
            self._idle.passed.connect(self._on_nobody_there)
        self._idle.wait_for(minutes)

    def _on_nobody_there(self) -> None:
        if not self._event.is_on:
            self._on_wished(wishes.Lock())

    def _on_wished(self, wish: object) -> None:
        self._given_up = self._given_up or given_up()
        if isinstance(wish, wishes.LockAfter):
            self._watch(wish.minutes)
        elif isinstance(wish, wishes.ForgetPassword):
            self._session = replace(self._session, password="", keeps_password=False)
        elif isinstance(wish, wishes.BeginEvent):
            self._begin_event()
        elif is_asked_something():
            QTimer.singleShot(0, self, partial(self._on_wished, wish))
        elif self._workspace is not None and not self._is_closed:
            self._leave(wish)

    def _leave(self, wish: object) -> None:
        """Save, show nothing of the data any more, close; nobody holds the key after this.

        Locking is never refused, nor leaving a damaged file: what cannot be saved waits in memory until it is
        unlocked.
        """
        left = replace(self._session, told=None)
        if self._guide is not None:
            desk = self._guide.desk
            may_stay = not isinstance(wish, wishes.Lock | wishes.LookThrough)
            if may_stay and refuses_to_leave(desk, self._window):
                return
            focus, lost = focused_name(), last_save(desk, self._window).lost
            told = [each for each in (lost, self._given_up) if each is not None]
            standing, waiting = replace(self._guide.standing, focus=focus), desk.unsaved.only_in_memory
            left = replace(
                left, standing=standing, told=joined(told, "\n") if told else None, waiting=waiting
            )
        self._take_out_desk()
        self._close()
        self.ended.emit(wish, left)

    def _take_out_desk(self) -> None:
        self._turns.stop()
        self.show_alone()
        if self._shell is not None:
            self._shell.show_strips()
            self._shell.rail.hide()
            end_work(self._shell, _LONGEST_WAIT)
        end_work(self, _LONGEST_WAIT)
        if self._guide is not None:
            self._guide.deleteLater()
            self._guide = None

    def _on_failed(self, error: object) -> None:
        from desktop.ui.safety.unopened import show_unopened

        if self._shell is not None:
            show_unopened(self._shell, self._session, error, self._entering, self._go_back)

    def _go_back(self, folder: Path) -> None:
        self.ended.emit(wishes.OpenFolder(folder), replace(self._session, back=None))

    def _on_closed(self) -> None:
        self._is_closed = True
        self._turns.stop()
        if self._entering is not None:
            self._entering.give_up()
        # What opens the workspace has to come to its end, so that it is closed again.
        end_background_work(self._shell or self, _LONGEST_WAIT)
        self._close()

    def _close(self) -> None:
        if self._workspace is not None:
            self._workspace.close()
        self._workspace = self._guide = None
        self._session = replace(self._session, key=None)
