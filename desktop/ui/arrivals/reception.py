"""Files dropped on the window are taken in, and what came in is shown."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.ui.arrivals.drops import Drops
from desktop.ui.desk import Desk
from desktop.ui.look import Look
from desktop.ui.refocusing import end_writing
from desktop.ui.shell import Shell
from desktop.workspace.backups import COPY_ENDS


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
        drops = Drops(shell.window(), self._look, self._is_ready, self._why_not)
        drops.setParent(self)  # it goes when the workspace does
        drops.files_dropped.connect(self._on_files_dropped)
        desk.arrivals.ended.connect(self._on_arrivals_ended)

    def _look(self) -> Look:
        return self._shell.look

    def _is_ready(self) -> bool:
        return not self._desk.arrivals.is_running and not self._shell.rail.isHidden()

    def _why_not(self) -> str:
        if self._desk.workspace.rights_here.sees_companies:
            return ""
        return self._look().wording("Your role on the server sees figures alone.")

    def _on_files_dropped(self, paths: list[Path]) -> None:
        from desktop.exchange.packs.pack import SUFFIX

        end_writing()
        if why_not := self._why_not():
            self._desk.noted.emit(why_not)
            return
        if len(paths) == 1 and paths[0].name.endswith(COPY_ENDS):
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
