"""Files dropped on the window are taken in, and what came in is shown."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.ui.arrivals.drops import Drops, is_copy
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.refocusing import end_writing
from desktop.ui.shell import Shell


class Reception(QObject):
    """Takes files while nobody else has the computer, who is to see nothing of other companies.

    Signals: `page_requested` carries the name of the page that shows what becomes of them; `ended` comes
    after an import, where that may be shown.
    """

    page_requested = Signal(str)
    ended = Signal()

    def __init__(self, desk: Desk, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        drops = Drops(shell.window(), self._look, self._is_ready, self._refusal)
        drops.setParent(self)  # it goes when the workspace does
        drops.files_dropped.connect(self._on_files_dropped)
        desk.arrivals.ended.connect(self._on_arrivals_ended)

    def _look(self) -> Look:
        return self._shell.look

    def _is_ready(self) -> bool:
        return not self._desk.arrivals.is_running and not self._shell.rail.isHidden()

    def _refusal(self, paths: list[Path]) -> tuple[str, str] | None:
        """Why nothing comes of files, in short and at length."""
        say, workspace = self._look().wording, self._desk.workspace
        if not workspace.rights_here.sees_companies:
            return say("Nothing is imported here"), say("Your role on the server sees figures alone.")
        if is_copy(paths) and workspace.server is not None:
            why = say("They are restored in this computer's own workspace (Settings, Server).")
            return say("Copies are not restored onto a server"), why
        return None

    def _on_files_dropped(self, paths: list[Path]) -> None:
        from desktop.exchange.packs.pack import SUFFIX

        end_writing()
        if not self._desk.workspace.rights_here.sees_companies:
            self._desk.noted.emit(self._look().wording("Your role on the server sees figures alone."))
        elif is_copy(paths):
            self._desk.recent.backup = paths[0]
            self.page_requested.emit("restore")
        elif len(paths) == 1 and paths[0].suffix.lower() == SUFFIX:
            self._desk.recent.pack = paths[0]
            self.page_requested.emit("editions")
        elif self._desk.arrivals.take_in(self._desk.workspace, paths):
            self.page_requested.emit("arrivals")

    def _on_arrivals_ended(self) -> None:
        if not self._shell.rail.isHidden():
            self.ended.emit()
