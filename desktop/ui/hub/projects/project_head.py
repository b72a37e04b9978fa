"""What a project is called, how far it is, and a note; each saved as soon as it is written."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.projects import STATES, Project
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker, line_field
from desktop.ui.hub.projects.detail_head import DetailHead
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.ui.questions.beside.note_field import NoteField
from desktop.ui.withheld import withhold_fields
from desktop.workspace.project_words import ProjectWords, state_in_words


class ProjectHead(QWidget):
    """Signals: `left` to go back to the list, `state_chosen` after another state was saved."""

    left = Signal()
    state_chosen = Signal()

    def __init__(self, desk: Desk, look: Look, project: Project) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._id = project.id
        self._projects = desk.workspace.hub.projects
        say = look.wording
        self._title = line_field("project-title", say("Title"))
        self._state = Picker(look, "project-state", say("How far the project is"))
        self._note = NoteField("project-note", say("Note"), say("A note on this project"))
        words = ProjectWords(desk.workspace.library, say)
        fields = self._title, self._state, self._note
        withhold_fields(say, *fields, unless=desk.workspace.rights_here.can_run_projects)
        self.head = DetailHead(project.about, words, look, self._title)
        self._build(project)
        self._connect()

    def save_title(self) -> None:
        """Save the title, where it was changed and is not empty."""
        title = " ".join(self._title.text().split())
        if self._title.isModified() and title:
            self._title.setModified(
                not self._desk.save_outside(partial(self._projects.rename, self._id, title))
            )

    def _build(self, project: Project) -> None:
        say = self._look.wording
        self._title.setText(project.title)
        self._title.setCursorPosition(0)
        self._state.show_entries([(each, state_in_words(each, say)) for each in STATES], project.state)
        self._note.show_note(project.note)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        for words, field, stretch in ((say("State"), self._state, 1), (say("Note"), self._note, 2)):
            told, column = label(words, "small", "muted"), QVBoxLayout()
            told.setBuddy(field)
            column.setSpacing(4)
            column.addWidget(told)
            column.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
            column.addStretch(1)
            pair.addLayout(column, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addLayout(pair)

    def _connect(self) -> None:
        self.head.left.connect(self.left)
        self._state.picked.connect(self._on_state_picked)
        self._title.editingFinished.connect(self.save_title)
        self._note.note_written.connect(self._on_note_written)

    def _on_state_picked(self, chosen: object) -> None:
        state = next((each for each in STATES if each == chosen), STATES[0])
        if self._desk.save_outside(partial(self._projects.save_state, self._id, state)):
            self.state_chosen.emit()

    def _on_note_written(self) -> None:
        self._desk.save_outside(partial(self._projects.save_note, self._id, self._note.note()))
