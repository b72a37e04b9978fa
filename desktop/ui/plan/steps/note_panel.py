"""The note of a step, and the files and photos that show it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.storage import Evidence
from desktop.text import Sentence
from desktop.ui.look import Look
from desktop.ui.pieces import Button, emptied, label
from desktop.ui.plan.steps.step_book import StepBook, StepDesk

_REST = 600  # milliseconds without a key before a note is written down
_LONGEST = 2000
_LINES = 3


class NotePanel(QWidget):
    """A field to write in, written down as soon as the hand rests, and a line for each file.

    Signals: `note_written` carries the note.
    """

    note_written = Signal(str)

    def __init__(self, key: str, title: str, steps: StepDesk, look: Look) -> None:
        super().__init__()
        self._key = key
        self._steps = steps
        self._look = look
        self._wording = look.wording
        self._saved = steps.book.note(key)
        self._note = QPlainTextEdit(self._saved)
        self._files = QVBoxLayout()
        self._told = label("", "small", "warn")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._build(title)
        self._note.textChanged.connect(self._rest.start)
        self._rest.timeout.connect(self.save)
        steps.refused.connect(self._on_refused)
        self._note.installEventFilter(self)
        self.show_steps(steps.book)

    def show_steps(self, book: StepBook) -> None:
        """Tell what is known; what is being written stays."""
        note = book.note(self._key)
        if note != self._saved and not self._rest.isActive():
            self._saved = note
            self._note.blockSignals(True)  # noqa: FBT003 - as Qt has it
            self._note.setPlainText(note)
            self._note.blockSignals(False)  # noqa: FBT003
        self._show_told("")
        emptied(self._files)
        for each in book.files.get(self._key, ()):
            self._files.addLayout(self._line(each))

    def save(self) -> None:
        """Write down what was written, if it is new."""
        self._rest.stop()
        note = self._note.toPlainText().strip()[:_LONGEST]
        if note != self._saved:
            self._saved = note
            self.note_written.emit(note)

    def _build(self, title: str) -> None:
        self._note.setObjectName(f"note-text-{self._key}")
        self._note.setAccessibleName(self._wording("Note on {title}", title=title))
        self._note.setPlaceholderText(self._wording("What was agreed, what is missing, who helps"))
        self._note.setTabChangesFocus(True)
        line = self._note.fontMetrics().lineSpacing()
        self._note.setFixedHeight(_LINES * line + 24)
        self._files.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(6)
        column.addWidget(self._note)
        column.addLayout(self._files)
        self._told.setObjectName(f"file-told-{self._key}")
        column.addWidget(self._told)
        self._note.setReadOnly(self._steps.is_protected)
        if not self._steps.is_protected:
            add = Button(self._wording("Add a certificate or photo…"), f"add-file-{self._key}", "fold")
            add.clicked.connect(self._on_add_clicked)
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._note)

    def _line(self, evidence: Evidence) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        day = self._wording.date(evidence.added_at.date())
        name = Button(evidence.file_name, f"look-file-{evidence.id}", "fold")
        name.setToolTip(self._wording("Look at it"))
        name.clicked.connect(partial(self._look_at, evidence))
        row.addWidget(name)
        row.addWidget(label(f"·  {day}", "small", "muted", wraps=False))
        row.addStretch(1)
        if self._steps.is_protected:
            return row
        remove = Button(self._wording("Remove"), f"remove-file-{evidence.id}", "fold")
        remove.setAccessibleName(self._wording("Remove: {title}", title=evidence.file_name))
        remove.clicked.connect(partial(self._remove, evidence))
        row.addWidget(remove)
        return row

    def _look_at(self, evidence: Evidence, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._steps.look_at(evidence, self, self._look)

    def _remove(self, evidence: Evidence, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._steps.remove_file(evidence)

    def _on_add_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self, self._wording("Add a certificate or photo…"), str(Path.home())
        )
        if chosen:
            self._show_told(self._wording("Adding…"))
            self._steps.add_files(self._key, [Path(each) for each in chosen])

    def _on_refused(self, sentence: Sentence) -> None:
        if self._steps.adding_to == self._key:
            self._show_told(self._wording.tell(sentence))

    def _show_told(self, words: str) -> None:
        """What became of files that were to be added; empty for nothing."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        super().hideEvent(event)
