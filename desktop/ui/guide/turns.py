"""Undo and redo wherever they are asked for: on pages of the company, while nobody else has the computer."""

from PySide6.QtCore import QObject, Signal

from desktop.ui.desk import Desk, Turned
from desktop.ui.guide.shown import Shown
from desktop.ui.guide.undoing import Undoing
from desktop.ui.page_kinds import TurnsItself
from desktop.ui.pages import ASKING
from desktop.ui.rail import STEPS
from desktop.ui.refocusing import end_writing
from desktop.ui.shell import Shell

_OF_CASE = (*STEPS, *ASKING, "history", "open-points")


class Turns(QObject):
    """Lets the page turn a change round, or the desk, and says what it was.

    Signals: `renewal_wanted` where the page has to be made anew to show it.
    """

    renewal_wanted = Signal()

    def __init__(self, desk: Desk, shell: Shell, shown: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        self._shown = shown
        keys = Undoing(shell.window(), self)
        keys.undo_wanted.connect(self.undo)
        keys.redo_wanted.connect(self.redo)
        desk.turning.turned.connect(self._on_turned)

    def undo(self) -> None:
        """Undo the last change, if any page shows it."""
        if self._can_turn():
            end_writing()
            page = self._shown.page
            page.turn() if isinstance(page, TurnsItself) else self._desk.turning.undo()

    def redo(self) -> None:
        """Redo the change undone last, if any page shows it."""
        if self._can_turn():
            end_writing()
            page = self._shown.page
            page.turn(is_redo=True) if isinstance(page, TurnsItself) else self._desk.turning.redo()

    def _can_turn(self) -> bool:
        shown = self._shown
        return self._desk.case is not None and shown.name in _OF_CASE and not shown.is_handed_over

    def _on_turned(self, turned: object) -> None:
        from desktop.ui.history.turned import show_turned

        page = self._shown.page
        if isinstance(turned, Turned) and page is not None:
            show_turned(turned, self._desk, page, self._shell.look)
            shows_itself = isinstance(page, TurnsItself) and turned.shows_on_plan
            if turned.change is not None and self._shown.name != "questions" and not shows_itself:
                self.renewal_wanted.emit()
