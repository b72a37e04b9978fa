"""Under the comparison: the cell chosen in full, and what can be done with its row."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.voices.words import asked_in_words
from desktop.ui.wrapped_row import WrappedRow
from desktop.workspace import Agreement, Person


class Detail(QFrame):
    """The row chosen, with a button for each person's answer.

    Signals: `person_chosen` carries the place of a person, `other_wanted` nothing.
    """

    person_chosen = Signal(int)
    other_wanted = Signal()

    def __init__(self, people: Sequence[Person], look: Look) -> None:
        super().__init__()
        self._wording = look.wording
        self.setProperty("kind", "bar")
        self._asked = label("", "strong")
        self._asked.setObjectName("detail-asked")
        self._words = label("", "small", "muted")
        self._words.setObjectName("detail-words")
        self._buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 10, 40, 12)
        column.setSpacing(6)
        column.addWidget(self._asked)
        column.addWidget(self._words)
        row = WrappedRow()
        lead = label(look.wording("The company answers as:"), "small", "muted", wraps=False)
        lead.setContentsMargins(0, 8, 4, 8)
        row.add(lead)
        for place, person in enumerate(people):
            button = Button(person.label.replace("&", "&&"), f"take-{place + 1}", "chip")
            button.setAccessibleName(look.wording("Take over the answer of {label}", label=person.label))
            button.clicked.connect(partial(self.person_chosen.emit, place))
            self._buttons.append(button)
            row.add(button)
        self._other = Button(look.wording("Another answer…"), "take-other", "quiet")
        self._other.clicked.connect(self._on_other_clicked)
        row.add(self._other)
        column.addWidget(row)

    def show_cell(self, row: Agreement, words: str) -> None:
        """A row, and the words of the cell chosen in it."""
        self._asked.setText(asked_in_words(row, self._wording))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        for button, said in zip(self._buttons, row.said, strict=True):
            button.setEnabled(said.answer is not None and said.answer != row.agreed)

    def _on_other_clicked(self) -> None:
        self.other_wanted.emit()
