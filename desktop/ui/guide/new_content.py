"""Content that another desk installed on the server, taken in when the user rests."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.safety.idle import IdleWatch
from desktop.ui.safety.wishes import Reopen
from desktop.ui.shell import Shell

_PAUSE: Final = 0.25  # minutes without a key or the mouse


class NewContent(QObject):
    """Opens the workspace anew, where the user was, once nothing is being written, asked or worked out."""

    def __init__(self, desk: Desk, shell: Shell, is_at_work: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        self._is_at_work = is_at_work
        self._looking = Operation(self, quick_pool())
        self._watch: IdleWatch | None = None
        self._looking.succeeded.connect(self._on_looked)

    def hear(self) -> None:
        """Look whether the server holds other content than is in use here."""
        workspace = self._desk.workspace
        self._looking.start(lambda: workspace.is_outdated)

    def _on_looked(self, is_outdated: object) -> None:
        if not is_outdated:
            self._watch = None
        elif self._watch is None:
            say = self._shell.look.wording
            words = say("There is new content. It is taken in when you pause; nothing you write is lost.")
            self._desk.noted.emit(words)
            self._watch = IdleWatch(self._shell.window().windowHandle(), self)
            self._watch.passed.connect(self._on_passed)
            self._watch.wait_for(_PAUSE)

    def _on_passed(self) -> None:
        if self._watch is None:
            return
        if self._is_ready():
            self._watch = None
            self._desk.session_wished.emit(Reopen())
        else:
            self._watch.wait_for(_PAUSE)

    def _is_ready(self) -> bool:
        desk = self._desk
        if self._is_at_work() or desk.clashes.all or desk.unsaved.count:
            return False
        owners = (desk, self._shell)
        return not any(each.is_running for owner in owners for each in owner.findChildren(Operation))
