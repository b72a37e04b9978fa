"""What is done with a company of the list: asked for where it must be, written in a worker thread."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import StorageError
from desktop.storage import CompanyRow, CompanySide
from desktop.ui.background import Operation, quick_pool
from desktop.ui.desk import Desk
from desktop.ui.home.consultant_dialog import ConsultantDialog
from desktop.ui.home.merge_dialog import MergeDialog
from desktop.ui.home.words import short_name
from desktop.ui.look import Look
from desktop.ui.rights.erasing import erase


class Acting(QObject):
    """Asks over a page, then acts.

    Signals: `acted` after something was written.
    """

    acted = Signal()

    def __init__(self, desk: Desk, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._told = ""  # once it is written
        self._page = page
        self._register = desk.workspace.register
        self._writing = Operation(self, quick_pool(), is_lasting=True)
        self._writing.succeeded.connect(self._on_written)
        self._writing.failed.connect(desk.save_failed)

    def archive(self, row: CompanyRow) -> None:
        """Put a company away, or take it out again."""
        say, name = self._wording, short_name(row.name)
        told = say("{name} is archived; the filters show it.", name=name)
        if row.is_archived:
            told = say("{name} is among the companies again.", name=name)
        self._write(partial(self._register.archive, row.id, is_away=not row.is_archived), told)

    def change_consultant(self, row: CompanyRow, known: Sequence[str]) -> None:
        """Ask who looks after a company."""
        dialog = ConsultantDialog(self._page, row, known, self._look)
        dialog.ask(partial(self._save_consultant, row.id, dialog))

    def erase(self, row: CompanyRow) -> None:
        """Ask whether a company is to go for good."""
        erase(self._desk, [(row.id, row.name)], self._look, self._page, self.acted.emit)

    def merge(self, one: int, other: int) -> None:
        """Ask how two companies become one."""
        sides = self._side(one), self._side(other)
        if sides[0] is not None and sides[1] is not None:
            dialog = MergeDialog(self._page, (sides[0], sides[1]), self._desk.workspace, self._look)
            dialog.ask(partial(self._merge, dialog))

    def _side(self, company_id: int) -> CompanySide | None:
        try:
            return self._desk.workspace.companies.side(company_id)
        except StorageError as error:
            self._desk.save_failed.emit(error)
            return None

    def _save_consultant(self, company_id: int, dialog: ConsultantDialog) -> None:
        self._write(partial(self._register.save_consultant, company_id, dialog.name()))

    def _merge(self, dialog: MergeDialog) -> None:
        wanted = dialog.merge()
        name = short_name(dialog.name_of(wanted.stays))
        told = self._wording("Two companies became one: {name}.", name=name)
        self._desk.recent.listed = wanted.stays  # where the one that goes was chosen
        self._write(partial(self._register.merge, wanted), told)

    def _write(self, work: Callable[[], object], told: str = "") -> None:
        self._told = told
        self._writing.start(work)

    def _on_written(self, _: object) -> None:
        if self._told:
            self._desk.noted.emit(self._told)
        self.acted.emit()
