"""The question before companies are deleted for good: what goes, why, and the name typed to be sure."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.errors import StorageError, sentence_of
from desktop.ui.background import Operation
from desktop.ui.fields import line_field
from desktop.ui.home.words import short_name
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label, show_words
from desktop.ui.rights.words import counts_in_words, not_reached_in_words, reasons_in_words
from desktop.workspace import Workspace
from desktop.workspace.company_listing import folded

Company = tuple[int, str]
"""The number of a company, and its name."""
_WIDTH = 560


class EraseDialog(QDialog):
    """Deletes one company after its name, or several after their number, was typed.

    When it is accepted they are deleted; `left` then says what could not be reached.
    """

    def __init__(
        self, workspace: Workspace, companies: Sequence[Company], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.left: tuple[StorageError, ...] = ()
        self._workspace = workspace
        self._companies = tuple(companies)
        self._wording = look.wording
        self._reasons = QButtonGroup(self)
        self._typed = line_field("erase-typed", look.wording("To be sure"))
        self._said = label("", "small", "warn")
        self._cancel = Button(look.wording("Cancel"), "erase-cancel")
        self._erase = Button(look.wording("Delete for good"), "erase-now", "primary")
        self._operation = Operation(self, is_lasting=True)
        self._build()
        self._connect()

    @override
    def reject(self) -> None:
        """What is being deleted is deleted to its end."""
        if not self._operation.is_running:
            super().reject()

    @property
    def _proof(self) -> str:
        """What has to be typed."""
        count = len(self._companies)
        return short_name(self._companies[0][1]) if count == 1 else str(count)

    def _build(self) -> None:
        say, count = self._wording, len(self._companies)
        self.setObjectName("erase-dialog")
        self.setWindowTitle("Sestante")
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(10)
        heading = (
            say("Delete {name} for good?", name=self._proof)
            if count == 1
            else say("Delete {count} companies for good?", count=count)
        )
        column.addWidget(label(heading, "heading"))
        column.addWidget(label(self._what_goes(), "small"))
        column.addWidget(label(not_reached_in_words(say), "small", "muted"))
        archiving = say("If you only want it out of sight, archive it in the list of companies.")
        column.addWidget(label(archiving, "small", "muted"))
        column.addSpacing(4)
        column.addWidget(label(say("Why?"), "strong"))
        for number, (name, text) in enumerate(reasons_in_words(say)):
            choice = QRadioButton(text)
            choice.setObjectName(f"reason-{name}")
            self._reasons.addButton(choice, number)
            column.addWidget(choice)
        column.addSpacing(4)
        asked = (
            say("To be sure, type the name of the company: {name}", name=self._proof)
            if count == 1
            else say("To be sure, type how many companies go: {count}", count=count)
        )
        column.addWidget(label(asked, "small"))
        column.addWidget(self._typed)
        column.addWidget(self._said)
        self._said.hide()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._erase)
        column.addLayout(row)
        self._show_ready()

    def _connect(self) -> None:
        self._typed.textChanged.connect(self._show_ready)
        self._reasons.idClicked.connect(self._show_ready)
        self._cancel.clicked.connect(self.reject)
        self._erase.clicked.connect(self._on_erase_clicked)
        self._operation.succeeded.connect(self._on_erased)
        self._operation.failed.connect(self._on_failed)

    def _what_goes(self) -> str:
        say = self._wording
        if len(self._companies) > 1:
            names = ", ".join(name for _, name in self._companies)
            return say("Profile, rounds, answers, notes, files and history of: {names}.", names=names)
        [(number, _)] = self._companies
        counts = counts_in_words(self._workspace.rights.counts(number), say)
        return say("The profile and all that is held: {counts}. This cannot be undone.", counts=counts)

    def _show_ready(self, *_: object) -> None:
        is_typed = folded(self._typed.text()).split() == folded(self._proof).split()
        self._erase.setEnabled(is_typed and self._reasons.checkedId() >= 0)

    def _on_erase_clicked(self) -> None:
        for widget in (self._erase, self._cancel, self._typed):
            widget.setEnabled(False)
        show_words(self._said, self._wording("Deleting…"), "muted")
        self._said.show()
        reason = reasons_in_words(self._wording)[self._reasons.checkedId()][0]
        self._operation.start(partial(_erase_all, self._workspace, self._companies, reason))

    def _on_erased(self, left: object) -> None:
        if isinstance(left, tuple):
            self.left = left
        self.accept()

    def _on_failed(self, error: object) -> None:
        show_words(self._said, self._wording.tell(sentence_of(error)), "warn")
        self._said.show()
        for widget in (self._cancel, self._typed):
            widget.setEnabled(True)
        self._show_ready()
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)


def _erase_all(workspace: Workspace, companies: Sequence[Company], reason: str) -> tuple[StorageError, ...]:
    """Runs in a worker thread."""
    return tuple(error for number, _ in companies for error in workspace.register.erase(number, reason))
