"""A nickname and a role: for somebody new, or to correct somebody."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.content.catalogues.catalogue_file import Role
from desktop.content.company import LONGEST_LABEL
from desktop.report.people_words import roles_in_words
from desktop.text import Sentence
from desktop.ui.fields import Picker, ask_again, line_field
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label

_NAME_WIDTH, _ROLE_WIDTH = 220, 250  # pixels


class PersonForm(QWidget):
    """Two fields and a button; Enter in the first presses it.

    Signals: `submitted` when both are to be taken, `given_up` when they are not.
    """

    submitted = Signal()
    given_up = Signal()

    def __init__(self, look: Look, prefix: str, verb: str, *, can_be_given_up: bool = False) -> None:
        super().__init__()
        self._wording = look.wording
        self._name = line_field(f"{prefix}-name", look.wording("Name or nickname"), LONGEST_LABEL)
        self._role = Picker(look, f"{prefix}-role", look.wording("Role"))
        self._done = Button(verb, f"{prefix}-done")
        self._cancel = Button(look.wording("Cancel"), f"{prefix}-cancel", "quiet")
        self._advice = label("", "small", "warn")
        self._advice.setObjectName(f"{prefix}-advice")
        self._build()
        self._cancel.setVisible(can_be_given_up)  # once it has a parent, or it is a window for a moment
        self._connect()

    def label(self) -> str:
        """The nickname as it was typed."""
        return self._name.text()

    def role(self) -> Role:
        """The role chosen."""
        found = self._role.choice()
        return next(role for role in roles_in_words(self._wording) if role == found)

    def show_person(self, name: str, role: Role) -> None:
        """Fill both fields; emits nothing."""
        self._name.setText(name)
        self._role.show_entries(roles_in_words(self._wording).items(), role)
        self._advice.hide()

    def show_advice(self, sentence: Sentence) -> None:
        """Say why the name cannot be taken."""
        ask_again(self._name, self._advice, self._wording.tell(sentence))

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self._name

    def come_between(self, before: QWidget, after: QWidget) -> None:
        """Take this place on the way of the Tab key."""
        for one, other in pairwise((before, self._name, self._role, self._done, self._cancel, after)):
            QWidget.setTabOrder(one, other)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        names = (self._wording("Name or nickname"), self._wording("Role"))
        fields = ((self._name, _NAME_WIDTH), (self._role, _ROLE_WIDTH))
        for column, (text, (field, width)) in enumerate(zip(names, fields, strict=True)):
            title = label(text, "caption", "muted", wraps=False)
            title.setBuddy(field)
            grid.addWidget(title, 0, column)
            field.setMinimumWidth(width - 80)
            field.setMaximumWidth(width)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, width)
        for column, button in ((2, self._done), (3, self._cancel)):
            grid.addWidget(button, 1, column)
        grid.setColumnStretch(4, 1)
        grid.addWidget(self._advice, 2, 0, 1, 5)
        self._advice.hide()

    def _connect(self) -> None:
        self._name.returnPressed.connect(self.submitted)
        self._done.clicked.connect(self._on_done_clicked)
        self._cancel.clicked.connect(self._on_cancel_clicked)

    def _on_done_clicked(self) -> None:
        self.submitted.emit()

    def _on_cancel_clicked(self) -> None:
        self.given_up.emit()
