"""A step in a line: what it is, its note and evidence behind a press, and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.steps import StepChange, StepState
from desktop.ui.disclosure import Disclosure
from desktop.ui.look import Look
from desktop.ui.plan.steps.note_panel import NotePanel
from desktop.ui.plan.steps.state_button import StateButton
from desktop.ui.plan.steps.step_book import StepBook, StepDesk


class StepLine(QWidget):
    """What it is at the left, what became of it at the right, and below what opens.

    `others` are roles that a course dropped here would else be given to.

    Signals: `changed` carries a `StepChange`.
    """

    changed = Signal(object)

    def __init__(self, key: str, title: str, content: QWidget, steps: StepDesk, look: Look) -> None:
        super().__init__()
        self._key = key
        self._title = title
        self._desk = steps
        self._look = look
        self._wording = look.wording
        self.others: tuple[Role, ...] = ()
        self._state = StateButton(key, title, look)
        self._fold = Disclosure("", f"note-{key}", look)
        self._panel: NotePanel | None = None
        self._known: object = None
        self._column = QVBoxLayout(self)
        self._build(content)
        if steps.is_protected:
            self._state.protect()
        self._state.state_chosen.connect(self._on_state_chosen)
        self._state.note_wanted.connect(self._on_note_wanted)
        self._fold.toggled.connect(self._on_toggled)
        self.show_steps(steps.book)

    def show_steps(self, book: StepBook) -> None:
        """Tell what is known of the step; where nothing is new, nothing is laid out anew."""
        known = book.state(self._key), book.note(self._key), book.files.get(self._key, ())
        if known == self._known:
            return
        self._known = known
        self._state.show_state(book.state(self._key))
        files = len(book.files.get(self._key, ()))
        words = self._wording("Note")
        if files:
            words = self._wording.plural("Note, {count} file", "Note, {count} files", files)
        self._show_fold(is_wanted=bool(book.note(self._key)) or bool(files) or self._fold.isChecked())
        self._fold.setText(words)
        self._fold.setAccessibleName(f"{words}: {self._title}")
        if self._panel is not None:
            self._panel.show_steps(book)

    def _build(self, content: QWidget) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(content, 1)
        row.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _show_fold(self, *, is_wanted: bool) -> None:
        """What is hidden must be no stop for the keyboard either: pages look for stops before they show."""
        focus = Qt.FocusPolicy.StrongFocus if is_wanted else Qt.FocusPolicy.NoFocus
        self._fold.setFocusPolicy(focus)
        self._fold.setVisible(is_wanted)

    def _on_state_chosen(self, state: StepState) -> None:
        if self._panel is not None:
            self._panel.save()
        roles = self.others if state == "dropped" else ()
        self.changed.emit(StepChange(self._key, state, self._desk.book.note(self._key), roles))

    def _on_note_wanted(self) -> None:
        self._show_fold(is_wanted=True)
        self._fold.setChecked(True)
        if self._panel is not None:
            self._panel.setFocus()

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's signal hands it over
        if self._panel is None:
            self._panel = NotePanel(self._key, self._title, self._desk, self._look)
            self._panel.note_written.connect(self._on_note_written)
            self._column.addWidget(self._panel)
        self._panel.setVisible(is_open)
        if not is_open:
            self._known = None
            self.show_steps(self._desk.book)

    def _on_note_written(self, note: str) -> None:
        self.changed.emit(StepChange(self._key, self._desk.book.state(self._key), note))
