"""What is held about the open company, and what can be done with it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.errors import StorageError
from desktop.ui.desk import Desk
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label, rule
from desktop.ui.rights.consent_list import ConsentList
from desktop.ui.rights.erasing import erase
from desktop.ui.rights.export_row import ExportRow
from desktop.ui.rights.keep_row import KeepRow
from desktop.ui.rights.words import counts_in_words
from desktop.ui.withheld import withhold


class HeldCard(QFrame):
    """Closed at first: how much is held; opened, a copy of it, consent, how long it is kept, deletion.

    Signals: `page_requested` carries the page to go to after the company was deleted.
    """

    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._counts = label("", "small", "muted")
        self._counts.setObjectName("held-counts")
        self._fold = Disclosure(look.wording("Copy, consent, deletion"), "held-fold", look)
        self._inside = QVBoxLayout()
        self._shown_for: int | None = None
        self._build()
        self._fold.toggled.connect(self._on_toggled)
        desk.case_changed.connect(self._show)
        self._show()

    def _build(self) -> None:
        self.setProperty("kind", "card")
        self.setObjectName("held-card")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        column.addWidget(label(self._wording("What we hold"), "heading"))
        column.addWidget(self._counts)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside.setSpacing(10)
        column.addLayout(self._inside)

    def _show(self) -> None:
        case = self._desk.case
        if case is None:
            self.hide()
            return
        try:
            counts = self._desk.workspace.rights.counts(case.company_id)
        except StorageError:
            return  # told where it hinders
        self._counts.setText(counts_in_words(counts, self._wording))
        if self.isHidden() and self.parent() is not None:
            self.show()
        if self._fold.isChecked() and self._shown_for != case.id:
            self._fill()

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        emptied(self._inside)
        self._shown_for = None
        if is_open:
            self._fill()

    def _fill(self) -> None:
        emptied(self._inside)
        case, say = self._desk.open_case, self._wording
        self._shown_for = case.id
        words = say(
            "The people the data are about may ask for a copy (Articles 15 and 20 of the GDPR): a "
            "document to read, the same for other programs, and the files. What people answered about "
            "themselves is not in it."
        )
        self._add(say("A copy to take along"), ExportRow(self._desk, self._look), words)
        self._add(say("Consent to hand data to a hub"), ConsentList(self._desk, self._look))
        self._add(say("How long it is kept"), KeepRow(self._desk, case.company_id, self._look))
        remove = Button(say("Delete for good…"), "erase-company")
        withhold(say, remove, unless=self._desk.workspace.rights_here.can_delete)
        remove.clicked.connect(self._on_erase_clicked)
        self._inside.addWidget(rule())
        self._inside.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, title: str, widget: QWidget, words: str = "") -> None:
        self._inside.addWidget(rule())
        self._inside.addWidget(label(title, "strong"))
        if words:
            self._inside.addWidget(label(words, "small", "muted"))
        self._inside.addWidget(widget)

    def _on_erase_clicked(self) -> None:
        case = self._desk.open_case
        company = (case.company_id, case.company.name)
        erase(self._desk, [company], self._look, self, partial(self.page_requested.emit, "welcome"))
