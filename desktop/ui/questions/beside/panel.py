"""Under a question: a note, how sure the answer is, and the files and photos that show it."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.storage import Evidence, Remark
from desktop.ui.disclosure import Disclosure
from desktop.ui.icons import icon
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.questions.beside.confidence import ConfidenceChoice
from desktop.ui.questions.beside.evidence_card import EvidenceCard
from desktop.ui.questions.beside.note_field import NoteField
from desktop.ui.wrapped_row import WrappedRow


class BesidePanel(QFrame):
    """What stands beside an answer; note and doubts stay folded away where the client reads along.

    Signals: `remark_changed` after the user wrote or chose; `remark()` then tells it. `add_wanted` when files
    are to be chosen, `picture_pasted` carries one of the clipboard; `opened` and `removed` carry the number
    of a file.
    """

    remark_changed = Signal()
    add_wanted = Signal()
    picture_pasted = Signal(object)
    opened = Signal(int)
    removed = Signal(int)

    def __init__(self, look: Look, *, is_folded: bool = False) -> None:
        super().__init__()
        self._look = look
        self._remark = Remark()
        say = look.wording
        self._note = NoteField("note", say("Note"), say("Note: what was said, what is still to be checked…"))
        self._sure = ConfidenceChoice(look)
        self._fold = Disclosure(say("Note (Ctrl+N)"), "note-fold", look)
        self._is_folded = is_folded
        self._add = Button(say("Add a file or photo"), "add-evidence", "quiet")
        self._files = WrappedRow()
        self._told = label("", "small", "warn")
        self._build()
        self._connect()

    def remark(self) -> Remark:
        """The remark as it stands."""
        note, confidence = self._note.note(), self._sure.confidence()
        return replace(self._remark, note=note, confidence=confidence)

    def show_remark(self, remark: Remark) -> None:
        """Show another remark; emits nothing, and leaves a note alone that says the same."""
        self._remark = remark
        if self._note.note() != remark.note:
            self._note.show_note(remark.note)
        self._sure.show_confidence(remark.confidence)

    def show_evidence(self, found: Iterable[tuple[Evidence, QPixmap | None]]) -> None:
        """The files with their small pictures."""
        self._files.clear()
        cards = [EvidenceCard(evidence, small, self._look) for evidence, small in found]
        for card in cards:
            card.opened.connect(self.opened)
            card.removed.connect(self.removed)
            self._files.add(card)
        self._files.setVisible(bool(cards))

    def show_state(self, sentence: str) -> None:
        """What has become of a file that was to be added; empty for nothing."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def open_note(self) -> None:
        """Give the keyboard to the note, or fold it away again where it may be."""
        if self._is_folded and self._fold.isChecked():
            self._fold.setChecked(False)
            return
        self._fold.setChecked(True)
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self.setObjectName("beside")
        self.setProperty("kind", "card")
        self._add.setIcon(icon("clip", self._look.tokens.accent, 16))
        self._add.setIconSize(QSize(16, 16))
        words = self._look.wording(
            "You can also drop files on the question, or paste a picture. 20 MB a file at most."
        )
        self._add.setToolTip(words)
        self._told.setObjectName("evidence-told")
        self._told.hide()
        self._files.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        if self._is_folded:
            row.addWidget(self._fold)
            self._show_note(is_open=False)
        row.addWidget(self._sure)
        row.addStretch(1)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(8)
        column.addWidget(self._note)
        column.addLayout(row)
        column.addWidget(self._files)
        column.addWidget(self._told)

    def _connect(self) -> None:
        self._note.note_written.connect(self.remark_changed)
        self._note.picture_pasted.connect(self.picture_pasted)
        self._sure.chosen.connect(self.remark_changed)
        self._add.clicked.connect(self._on_add)
        self._fold.toggled.connect(self._on_fold_toggled)

    def _on_fold_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        self._show_note(is_open=is_open)

    def _show_note(self, *, is_open: bool) -> None:
        self._note.setVisible(is_open)
        self._sure.setVisible(is_open)

    def _on_add(self) -> None:
        self.add_wanted.emit()
