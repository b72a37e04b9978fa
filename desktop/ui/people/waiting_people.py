"""Those who answer as they will be once what waits is written, and a line for each who is not there yet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.report.people_words import roles_in_words
from desktop.ui.desk.waiting import WaitingPerson
from desktop.ui.look import Look
from desktop.ui.pieces import label
from desktop.workspace import Person


def as_they_will_be(people: Sequence[Person], waiting: Iterable[WaitingPerson]) -> tuple[Person, ...]:
    """The people with the names and roles that wait for them."""
    changed = {each.number: each for each in waiting if each.number is not None}
    return tuple(_changed(person, changed.get(person.id)) for person in people)


def _changed(person: Person, waits: WaitingPerson | None) -> Person:
    if waits is None:
        return person
    return replace(person, label=waits.label, answers=replace(person.answers, role=waits.role))


class WaitingRow(QWidget):
    """A line for somebody who was added and is not saved yet."""

    def __init__(self, person: WaitingPerson, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 8, 0, 8)
        row.setSpacing(10)
        name = label(person.label, "strong", wraps=False)
        name.setObjectName("person-waiting")
        told = f"{roles_in_words(look.wording)[person.role]} · {look.wording('Not saved')}"
        for shown in (name, label(told, "small", "warn", wraps=False)):
            shown.setMinimumWidth(1)
            row.addWidget(shown)
        row.addStretch(1)
