"""The question before companies are deleted for good: what goes, why, and the name typed to be sure."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget
from typing_extensions import override

from desktop.errors import StorageError, sentence_of
from desktop.searching import folded
from desktop.text import Wording
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.background import Operation
from desktop.ui.fields import line_field
from desktop.ui.fonts import font
from desktop.ui.home.words import short_name
from desktop.ui.look import Look
from desktop.ui.pieces import Tone, label, show_words
from desktop.ui.rights.words import counts_in_words, not_reached_in_words, reasons_in_words
from desktop.ui.together.others_here import add_others
from desktop.workspace import Workspace

_MOST_NAMES = 12
Company = tuple[int, str]
"""The number of a company, and its name."""


class EraseDialog(AskingDialog):
    """Deletes one company after its name, or several after their number, was typed.

    When it is `agreed` they are deleted; `left` then says what could not be reached.
    """

    def __init__(
        self, workspace: Workspace, companies: Sequence[Company], look: Look, parent: QWidget
    ) -> None:
        say = look.wording
        asked = Asked(_heading(companies, say), say("Delete for good"))
        super().__init__(parent, asked, look, is_final=True)
        self.setObjectName("erase-dialog")
        self.left: tuple[StorageError, ...] = ()
        self._workspace = workspace
        self._companies = tuple(companies)
        self._wording = say
        self._reasons = QButtonGroup(self)
        self._typed = line_field("erase-typed", say("To be sure"))
        self._said = label("", "small", "warn")
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

    @override
    def agree(self) -> None:
        """Delete; the dialog goes when that is done."""
        for widget in (self.does, self.leaves, self._typed):
            widget.setEnabled(False)
        self._tell(self._wording("Deleting…"), "muted")
        reason = reasons_in_words(self._wording)[self._reasons.checkedId()][0]
        self._operation.start(partial(_erase_all, self._workspace, self._companies, reason))

    def _build(self) -> None:
        say = self._wording
        archiving = say("If you only want it out of sight, archive it in the list of companies.")
        self.inside.setSpacing(8)
        self.inside.addWidget(label(self._what_goes(), "small"))
        self.inside.addWidget(label(not_reached_in_words(say), "small", "muted"))
        self.inside.addWidget(label(archiving, "small", "muted"))
        others = [name for number, _ in self._companies for name in self._workspace.together.at(number)]
        add_others(self.inside, others, say)
        self.inside.addSpacing(4)
        self.inside.addWidget(label(say("Why?"), "strong"))
        for number, (name, text) in enumerate(reasons_in_words(say)):
            choice = QRadioButton(text)
            choice.setFont(font(13))
            choice.setObjectName(f"reason-{name}")
            self._reasons.addButton(choice, number)
            self.inside.addWidget(choice)
        self.inside.addSpacing(4)
        self.inside.addWidget(label(self._asks_for(), "small"))
        self.inside.addWidget(self._typed)
        self.inside.addWidget(self._said)
        self._said.hide()
        self.first = self._reasons.button(0)
        self._show_ready()

    def _connect(self) -> None:
        self._typed.textChanged.connect(self._show_ready)
        self._reasons.idClicked.connect(self._show_ready)
        self._operation.succeeded.connect(self._on_erased)
        self._operation.failed.connect(self._on_failed)

    def _what_goes(self) -> str:
        say = self._wording
        if len(self._companies) > 1:
            names = ", ".join(name for _, name in self._companies[:_MOST_NAMES])
            if (more := len(self._companies) - _MOST_NAMES) > 0:
                names = say.plural("{names} and {count} more", "{names} and {count} more", more, names=names)
            return say("Profile, assessments, answers, notes, files and history of: {names}.", names=names)
        [(number, _)] = self._companies
        counts = counts_in_words(self._workspace.rights.counts(number), say)
        return say("The profile and all that is held: {counts}. This cannot be undone.", counts=counts)

    def _asks_for(self) -> str:
        say, count = self._wording, len(self._companies)
        if count == 1:
            return say("To be sure, type the name of the company: {name}", name=self._proof)
        return say("To be sure, type how many companies will be deleted: {count}", count=count)

    def _tell(self, words: str, tone: Tone) -> None:
        show_words(self._said, words, tone)
        self._said.show()
        self.fit()

    def _show_ready(self, *_: object) -> None:
        is_typed = folded(self._typed.text()).split() == folded(self._proof).split()
        self.does.setEnabled(is_typed and self._reasons.checkedId() >= 0)

    def _on_erased(self, left: object) -> None:
        if isinstance(left, tuple):
            self.left = left
        super().agree()

    def _on_failed(self, error: object) -> None:
        self._tell(self._wording.tell(sentence_of(error)), "warn")
        for widget in (self.leaves, self._typed):
            widget.setEnabled(True)
        self._show_ready()
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)


def _heading(companies: Sequence[Company], say: Wording) -> str:
    if len(companies) == 1:
        return say("Delete {name} for good?", name=short_name(companies[0][1]))
    return say("Delete {count} companies for good?", count=len(companies))


def _erase_all(workspace: Workspace, companies: Sequence[Company], reason: str) -> tuple[StorageError, ...]:
    """Runs in a worker thread."""
    return tuple(error for number, _ in companies for error in workspace.register.erase(number, reason))
