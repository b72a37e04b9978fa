"""The button with which an empty workspace begins as a copy of another one."""

from PySide6.QtCore import Signal

from desktop.ui.backups.choosing import choose_copy
from desktop.ui.desk import Desk
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button


class BringCopyButton(Button):
    """Hidden as soon as there is a company, and on a server, where nothing is restored from here.

    Signals: `page_requested` carries the name of the page to go to.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__(look.wording("Restore everything from a copy…"), "bring-workspace", "quiet")
        self.setIcon(icon("save", look.tokens.accent))
        self._desk = desk
        self._look = look
        if desk.workspace.has_companies or desk.workspace.server is not None:
            self.hide()
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        path = choose_copy(self, self._look)
        if path is not None:
            self._desk.recent.backup = path
            self.page_requested.emit("restore")
