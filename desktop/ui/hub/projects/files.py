"""What goes out of a project as a file: a sheet to print, and the list of its companies."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.projects import Member, Project
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.hub.choosing import choose_file
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.tick import Tick
from desktop.workspace.project_file import ProjectFile, file_name
from desktop.workspace.projects import Found


class ProjectFiles(QObject):
    """Asks what is to be in a file and where it goes, and writes it beside the window.

    Signals: `told` carries what became of it, in words.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, look: Look, found: Found, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._look = look
        self._found = found
        self._page = page
        self._writing = Operation(self, is_lasting=True)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(self._on_failed)

    def write_sheet(self, project: Project, members: Sequence[Member]) -> None:
        """A page about the project; names are on it only where the user ticks that."""
        say = self._look.wording
        told = say("One page with what the companies share, why this is proposed, and what it costs.")
        dialog = AskingDialog(self._page, Asked(say("Sheet to print"), say("Save…"), [told]), self._look)
        dialog.setObjectName("sheet-dialog")
        named = Tick(say("With the names of the companies"), "sheet-named", self._look)
        dialog.inside.addWidget(named)
        words = say("Without names, counts of fewer than five companies are left out too.")
        dialog.inside.addWidget(label(words, "small", "muted"))
        dialog.first = named
        dialog.ask(partial(self._ask_for_sheet, project, members, named))

    def write_list(self, project: Project, members: Sequence[Member]) -> None:
        """The companies with their contacts, as a spreadsheet or as plain values."""
        say = self._look.wording
        told = say.plural(
            "The file names {count} company with its contact, and what it lacks: keep it as safe as the "
            "workspace.",
            "The file names {count} companies with their contacts, and what they lack: keep it as safe as "
            "the workspace.",
            len(members),
        )
        asked = Asked(say("List of the companies"), say("Save…"), [told])
        dialog = AskingDialog(self._page, asked, self._look)
        dialog.setObjectName("list-dialog")
        dialog.ask(partial(self._ask_for_list, project, members))

    def _ask_for_sheet(self, project: Project, members: Sequence[Member], named: Tick) -> None:
        wanted = self._file(project, members, is_named=named.isChecked())
        path = self._path(project, "PDF (*.pdf)", ".pdf")
        if path is not None:
            self._start(partial(_write_sheet, wanted, path), path)

    def _ask_for_list(self, project: Project, members: Sequence[Member]) -> None:
        sheets = self._look.wording("Spreadsheet")
        path = self._path(project, f"{sheets} (*.xlsx);;CSV (*.csv)", ".xlsx", ".csv")
        if path is not None:
            self._start(partial(_write_members, self._file(project, members, is_named=True), path), path)

    def _file(self, project: Project, members: Sequence[Member], *, is_named: bool) -> ProjectFile:
        return ProjectFile(
            project, tuple(members), self._found, self._desk.workspace.library, self._look.wording, is_named
        )

    def _path(self, project: Project, kinds: str, *endings: str) -> Path | None:
        first = Path.home() / f"{file_name(project.title)}{endings[0]}"
        return choose_file(self._page, self._look.wording("Save as"), first, kinds, *endings)

    def _start(self, write: partial[None], path: Path) -> None:
        self.told.emit(self._look.wording("Writing…"))
        self._writing.start(partial(_written, write, path))

    def _on_written(self, path: object) -> None:
        self.told.emit(self._look.wording("Saved as {path}", path=path))

    def _on_failed(self, error: object) -> None:
        self.told.emit("")
        self._desk.save_failed.emit(error)


def _written(write: partial[None], path: Path) -> Path:
    """Runs in a worker thread."""
    write()
    return path


def _write_sheet(wanted: ProjectFile, path: Path) -> None:
    """Runs in a worker thread, where what makes paper is imported."""
    from desktop.workspace.project_files import write_sheet

    write_sheet(wanted, path)


def _write_members(wanted: ProjectFile, path: Path) -> None:
    """Runs in a worker thread, as above."""
    from desktop.workspace.project_files import write_members

    write_members(wanted, path)
