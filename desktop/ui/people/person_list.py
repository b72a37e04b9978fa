"""Who answers: everybody with role and progress, and the form for one more."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.catalogues.catalogue_file import Role
from desktop.errors import SestanteError, StorageError
from desktop.ui.desk import Desk
from desktop.ui.desk.waiting import WaitingPerson
from desktop.ui.look import Look
from desktop.ui.people.person_form import PersonForm
from desktop.ui.people.person_row import PersonRow, RemovalRow
from desktop.ui.people.purpose import Purpose
from desktop.ui.people.waiting_people import WaitingRow, as_they_will_be
from desktop.ui.pieces import Button, above_bar, at_left, card, emptied, label, rule, scrolled
from desktop.workspace import Person

_WIDEST = 860


class PersonList(QWidget):
    """The list, with one person's line in change at most.

    Signals: `answer_wanted` carries the number of the person who is to answer, `onward_wanted` nothing.
    """

    answer_wanted = Signal(int)
    onward_wanted = Signal()

    def __init__(self, desk: Desk, look: Look, purpose: Purpose) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = look.wording
        self._purpose = purpose
        self._rows = QVBoxLayout()
        self._form = PersonForm(look, "person", look.wording("Add a person"))
        self._onward = Button(purpose.onward, f"to-{purpose.onward_page}", "primary")
        self._closed = label(look.wording("As soon as somebody has answered"), "small", "muted", wraps=False)
        self._touched: int | None = None
        self._read = purpose.respondents.everybody(desk.open_case)
        self._waited = self._waiting()
        self._is_asking = False  # a form or a question stands in somebody's line
        self._is_kept = desk.protection.covers(desk.open_case)
        self._lines: dict[int, PersonRow] = {}
        self._build()
        self._form.submitted.connect(self._on_added)
        self._onward.clicked.connect(self._on_onward_clicked)
        desk.unsaved.changed.connect(self._on_unsaved_changed)
        self._show()
        QTimer.singleShot(0, self, self.take_focus)

    def take_focus(self) -> None:
        """Begin with the first person who is not done, or with somebody new."""
        if self._is_kept:
            self._onward.setFocus(Qt.FocusReason.TabFocusReason)
            return
        for person in self._people():
            if not person.has_finished and person.id in self._lines:
                self._lines[person.id].first_focus().setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._form.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _people(self) -> Sequence[Person]:
        """Everybody; those read last where the data are out of reach, with what waits for them."""
        with suppress(StorageError):
            self._read = self._purpose.respondents.everybody(self._desk.open_case)
        return as_they_will_be(self._read, self._waiting())

    def _waiting(self) -> tuple[WaitingPerson, ...]:
        return self._desk.unsaved.people(self._desk.open_case, self._purpose.page)

    def _build(self) -> None:
        area, inside = scrolled((40, 28, 40, 24), 14)
        inside.addWidget(label(self._purpose.title, "title"))
        for text in self._sentences():
            inside.addLayout(at_left(label(text, "body", "muted"), _WIDEST))
        frame, column = card(margin=22, spacing=4)
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addSpacing(6)
        column.addWidget(self._form)
        self._form.setHidden(self._is_kept)
        inside.addLayout(at_left(frame, _WIDEST))
        inside.addStretch(1)
        row = above_bar(area, self)
        self._onward.setMinimumHeight(42)
        row.addStretch(1)
        row.addWidget(self._closed)
        row.addWidget(self._onward)

    def _sentences(self) -> Sequence[str]:
        """What is asked for here, or why there is nothing to do."""
        if not self._is_kept:
            return self._purpose.sentences
        nobody = self._wording("Nobody was asked in this assessment.")
        kept = self._wording(
            "This is who was asked in this assessment. It is protected, so nobody answers now and the list "
            "stays as it is; press “Correct it” above to change that."
        )
        return (kept if self._people() else nobody,)

    def _show(self, instead: QWidget | None = None) -> None:
        """Everybody in a line, one of them perhaps with something else `instead` of it."""
        people = self._show_rows(instead)
        self._form.show_person("", _next_role(people))

    def _show_rows(self, instead: QWidget | None = None) -> Sequence[Person]:
        """The lines alone: what is being written below them stays."""
        self._is_asking, self._waited = instead is not None, self._waiting()
        emptied(self._rows)
        self._lines = {}
        people = self._people()
        for person in people:
            if instead is not None and person.id == self._touched:
                self._rows.addWidget(instead)
            else:
                row = self._lines[person.id] = PersonRow(person, self._look, is_kept=self._is_kept)
                row.wanted.connect(partial(self._on_wanted, person))
                self._rows.addWidget(row)
            self._rows.addWidget(rule())
        if not self._is_kept and people and people[-1].id in self._lines:
            self._form.come_between(self._lines[people[-1].id].last_focus(), self._onward)
        for each in self._waited:
            if each.number is None:
                self._rows.addWidget(WaitingRow(each, self._look))
                self._rows.addWidget(rule())
        is_open = any(person.progress.answered for person in people)
        self._onward.setEnabled(is_open)
        self._closed.setVisible(not is_open)
        return people

    def _on_unsaved_changed(self) -> None:
        """What waited is written, perhaps by another try: nobody waits any more."""
        if self._waiting() != self._waited and not self._is_asking:
            self._show_rows()

    def _on_wanted(self, person: Person, what: str) -> None:
        self._touched = person.id
        if what == "answer":
            self.answer_wanted.emit(person.id)
        elif what == "change":
            self._show_change(person)
        else:
            self._show_removal(person)

    def _show_change(self, person: Person) -> None:
        form = PersonForm(self._look, "changed", self._wording("Save"), can_be_given_up=True)
        form.setContentsMargins(0, 10, 0, 10)
        form.show_person(person.label, person.role)
        form.submitted.connect(partial(self._on_changed, form))
        form.given_up.connect(self._on_left)
        self._show(form)
        QTimer.singleShot(0, form, form.first_focus().setFocus)

    def _show_removal(self, person: Person) -> None:
        row = RemovalRow(person, self._look)
        row.wanted.connect(self._on_removal_answered)
        self._show(row)
        QTimer.singleShot(0, row, row.first_focus().setFocus)

    def _on_added(self) -> None:
        if self._has_kept(self._form, None):
            self._touched = None
            self._show()
            self.take_focus()

    def _on_changed(self, form: PersonForm) -> None:
        if self._touched is not None and self._has_kept(form, self._touched):
            self._on_left()

    def _has_kept(self, form: PersonForm, number: int | None) -> bool:
        """Whether somebody's name and role were written down, or wait for it; else the form says why not."""
        desk, hand = self._desk, self._desk.workspace.history.hand
        person = WaitingPerson(desk.open_case, hand, self._purpose.page, form.label(), form.role(), number)
        try:
            is_saved = desk.save_people(partial(desk.unsaved.save_person, person))
        except SestanteError as error:
            form.show_advice(error.sentence)
            return False
        return is_saved or person in self._waiting()

    def _on_removal_answered(self, what: str) -> None:
        people, case, identity = self._purpose.respondents, self._desk.open_case, self._touched
        if what == "remove" and identity is not None:
            self._desk.save_people(lambda: people.remove(case, identity))
        self._on_left()

    def _on_left(self) -> None:
        """Back to the plain list, with the keyboard at the line that was touched."""
        self._show()
        line = None if self._touched is None else self._lines.get(self._touched)
        if line is None:
            self.take_focus()
        else:
            line.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _on_onward_clicked(self) -> None:
        self.onward_wanted.emit()


def _next_role(people: Sequence[Person]) -> Role:
    return "employee" if any(person.role == "owner" for person in people) else "owner"
