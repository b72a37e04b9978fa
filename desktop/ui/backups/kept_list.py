"""The copies kept in the data folder, each with a way back to it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label
from desktop.workspace.backup_words import moment_words, reason_words
from desktop.workspace.backups import KeptCopy


class KeptList(QWidget):
    """A row for each copy, the newest first.

    Signals: `restore_requested` carries the path of a copy.
    """

    restore_requested = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_copies(self, kept: tuple[KeptCopy, ...]) -> None:
        """Show these in place of those before."""
        emptied(self._column)
        for each in kept:
            self._column.addLayout(self._row(each))
        if not kept:
            words = self._wording("There are no copies yet; the first one is made automatically.")
            self._column.addWidget(label(words, "small", "muted"))

    def _row(self, copy: KeptCopy) -> QHBoxLayout:
        say, facts = self._wording, copy.facts
        row = QHBoxLayout()
        row.setSpacing(12)
        if facts is None:
            told, about = say.date(copy.day), say("This copy is damaged.")
        else:
            told = moment_words(facts.made_at, say)
            count = say.plural("{count} company", "{count} companies", facts.companies)
            about = f"{reason_words(copy.reason, say)} · {count}"
        row.addWidget(label(told, "small", wraps=False))
        row.addWidget(label(about, "small", "muted" if facts else "warn", wraps=False))
        row.addStretch(1)
        restore = Button(say("Restore…"), f"restore-{copy.number}", "quiet")
        restore.setAccessibleName(say("Restore the copy of {moment}", moment=told))
        restore.setEnabled(facts is not None)
        restore.clicked.connect(partial(self._on_restore_clicked, copy.path))
        row.addWidget(restore)
        return row

    def _on_restore_clicked(self, path: Path, _is_checked: object = None) -> None:
        self.restore_requested.emit(path)
