"""A quiet line on the company's page where another company has the same VAT number."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import StorageError
from desktop.storage import CompanySide
from desktop.ui.desk import Desk
from desktop.ui.home.words import short_name
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.withheld import withhold

if TYPE_CHECKING:
    from desktop.ui.home.merge_dialog import MergeDialog


class TwinNote(QWidget):
    """Names the other company and offers to make one of both.

    Signals: `merged` after that was done and the one company lies on the desk.
    """

    merged = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._twin: CompanySide | None = None
        self._seen: tuple[int, str, str] | None = None
        self._words = label("", "small", "muted")
        self._words.setObjectName("twin-words")
        self._merge = Button(look.wording("Merge…"), "merge-twin", "quiet")
        withhold(look.wording, self._merge, unless=desk.workspace.rights_here.can_delete)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._merge)
        self._merge.clicked.connect(self._on_merge_clicked)
        self.hide()

    def show_case(self) -> None:
        """Look for another company with the VAT number of the one on the desk."""
        case = self._desk.case
        seen = None if case is None else (case.company_id, case.company.country, case.company.vat)
        if seen is not None and seen == self._seen:
            return  # to look through thousands takes longer than a frame
        self._twin, self._seen = None, seen
        if case is not None and case.company.vat:
            try:
                twins = self._desk.workspace.companies.twins(case.company, case.company_id)
            except StorageError as error:
                self._desk.save_failed.emit(error)
                twins = ()
            self._twin = next(iter(twins), None)
        if self._twin is not None:
            name = short_name(self._twin.company.name)
            say = self._look.wording
            self._words.setText(say("{name} is here already with the same VAT number.", name=name))
        self.setVisible(self._twin is not None)

    def _on_merge_clicked(self) -> None:
        from desktop.ui.home.merge_dialog import MergeDialog

        if self._twin is None:
            return
        own = self._desk.workspace.companies.side(self._desk.open_case.company_id)
        dialog = MergeDialog(self, (self._twin, own), self._desk.workspace, self._look)
        dialog.ask(partial(self._on_agreed, dialog))

    def _on_agreed(self, dialog: "MergeDialog") -> None:
        wanted, workspace = dialog.merge(), self._desk.workspace
        if self._desk.save_aside(partial(workspace.register.merge, wanted)):
            rounds = workspace.companies.side(wanted.stays).rounds
            self._seen = None
            self._desk.open(rounds[-1].id)
            self.merged.emit()
