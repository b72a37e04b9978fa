"""Companies whose next round is due, by office and officer: who was asked, when, and what came of it."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import today
from desktop.errors import sentence_of
from desktop.text import Wording
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.ui.fields import Picker, Stepper
from desktop.ui.hub.plans_in.due_table import DueTable
from desktop.ui.hub.plans_in.letter_dialog import LetterDialog
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.ui.waiting_words import say_if_it_takes_long
from desktop.workspace import Case, Workspace
from desktop.workspace.chasing import STATES, DueRound, State
from desktop.workspace.chasing.due_round import state_in_words

_MOST_MONTHS = 120
_NOBODY = "-"
_MARKS: tuple[State, ...] = ("to-call", "called", "coming", "done")


class _Read(NamedTuple):
    """Who is due after so many months."""

    months: int
    due: tuple[DueRound, ...]


class DueView(QWidget):
    """Filters above the list, and below it what is written down about the lines chosen.

    Signals: `counted` carries how many are due; `page_requested` the name of the page to go to.
    """

    counted = Signal(int)
    page_requested = Signal(str)

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._wording = say = look.wording
        self._all: tuple[DueRound, ...] = ()
        self._is_read = False
        self._reading = Operation(self)
        self._months = Stepper(look, "due-months", say("Months after the last answer"))
        self._office = Picker(look, "due-office", say("Office"))
        self._officer = Picker(look, "due-officer", say("Officer"))
        self._state = Picker(look, "due-state", say("State"))
        self._pickers = (self._office, self._officer, self._state)
        self._told = label(" ", "small", "muted")
        self._table = DueTable(look)
        self._marks = {state: Button(_act(state, say), f"mark-{state}") for state in _MARKS}
        self._letter = Button(say("Letter…"), "due-letter", "primary")
        self._open = Button(say("To the company"), "due-open", "quiet")
        self._build()
        self._connect()
        self.read()

    def read(self) -> None:
        """Show who is due now."""
        months = int(self._months.value()) if self._is_read else None
        self._reading.start(partial(_read, self._desk.workspace, today(), months))
        say_if_it_takes_long(self._reading, self._told, self._wording("Reading…"))

    def show_news(self, _before: Case | None) -> bool:
        """Read again who is due after another desk changed something; what is chosen stays chosen."""
        if self._reading.is_busy:
            return False
        self.read()
        return True

    def _build(self) -> None:
        say = self._wording
        self._told.setObjectName("due-told")
        self._months.set_range(Fraction(1), Fraction(_MOST_MONTHS))
        self._months.setEnabled(False)
        states: list[tuple[str | None, str]] = [(state, state_in_words(state, say)) for state in STATES]
        self._state.show_entries([(None, say("All states")), *states], None)
        after = label(say("Months after the last answer:"), "small", "muted", wraps=False)
        after.setBuddy(self._months)
        row, said = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(10)
        for picker in self._pickers:
            row.addWidget(picker, 1)
        said.setSpacing(10)
        said.addWidget(self._told, 1)
        said.addWidget(after)
        said.addWidget(self._months)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in self._marks.values():
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self._open)
        acts.addWidget(self._letter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addLayout(said)
        column.addWidget(self._table, 1)
        column.addLayout(acts)
        column.addStretch(0)
        self.setFocusProxy(self._table)
        self._show_acts()

    def _connect(self) -> None:
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(self._on_failed)
        self._months.stepped.connect(self.read)
        self._desk.arrivals.ended.connect(self.read)
        for picker in self._pickers:
            picker.picked.connect(self._show)
        for state, button in self._marks.items():
            button.clicked.connect(partial(self._on_mark, state))
        self._table.chosen_changed.connect(self._show_acts)
        self._table.opened.connect(self._on_open)
        self._letter.clicked.connect(self._on_letter)
        self._open.clicked.connect(self._on_open)

    def _on_read(self, value: object) -> None:
        if not isinstance(value, _Read):
            return
        self._all = value.due
        if not self._is_read:
            self._is_read = True
            self._months.show_value(value.months)
            self._months.setEnabled(True)
        say = self._wording
        _offer(
            self._office, say("All offices"), say("Without an office"), (each.office for each in self._all)
        )
        _offer(
            self._officer,
            say("All officers"),
            say("Without an officer"),
            (each.officer for each in self._all),
        )
        self._show()
        self.counted.emit(sum(each.state != "done" for each in self._all))

    def _on_failed(self, error: object) -> None:
        self._told.setText(self._wording.tell(sentence_of(error)))

    def _show(self) -> None:
        say = self._wording
        office, officer, state = self._office.choice(), self._officer.choice(), self._state.choice()
        shown = tuple(
            each
            for each in self._all
            if _fits(each.office, office) and _fits(each.officer, officer) and state in (None, each.state)
        )
        self._table.show_due(shown)
        for each in (*self._pickers, *self._marks.values(), self._open, self._letter):
            each.setVisible(bool(self._all))
        if shown:
            some = say.plural("{count} company is due.", "{count} companies are due.", len(shown))
            told = say("Choose one or several (Ctrl+A: all).")
            self._told.setText(f"{some} {told}")
        elif self._all:
            self._told.setText(say("None with this office, officer and state."))
        else:
            self._told.setText(
                say("Nobody is due. A company is listed here so many months after its last answer.")
            )

    def _show_acts(self) -> None:
        chosen = self._table.chosen()
        for state, button in self._marks.items():
            button.setEnabled(any(each.state != state for each in chosen))
        self._letter.setEnabled(bool(chosen))
        self._open.setEnabled(len(chosen) == 1)

    def _on_mark(self, state: State) -> None:
        chosen = self._table.chosen()
        act = partial(self._desk.workspace.hub.plans_in.chasing.mark, chosen, state, today(), self._wording)
        if self._desk.save_outside(act):
            self._desk.due_changed.emit()
            self.read()

    def _on_letter(self) -> None:
        LetterDialog(self, self._desk, self._look, self._table.chosen()).show_first()

    def _on_open(self) -> None:
        chosen = self._table.chosen()
        if len(chosen) == 1:
            self._desk.open(chosen[0].round_id)
            self.page_requested.emit("company")


def _act(state: State, say: Wording) -> str:
    return {
        "to-call": say("To call"),
        "called": say("Called"),
        "coming": say("Coming"),
        "done": say("Not any more"),
    }[state]


def _fits(value: str, wanted: str | None) -> bool:
    return wanted is None or value == ("" if wanted == _NOBODY else wanted)


def _offer(picker: Picker, everybody: str, nobody: str, values: Iterable[str]) -> None:
    """Let a picker offer what there is, and keep its choice."""
    names = set(values)
    entries: list[tuple[str | None, str]] = [(None, everybody)]
    entries += [(name, name) for name in sorted(names - {""}, key=str.casefold)]
    if "" in names and len(names) > 1:
        entries.append((_NOBODY, nobody))
    picker.show_entries(entries, picker.choice())


def _read(workspace: Workspace, day: date, months: int | None) -> _Read:
    """Runs in a worker thread; without a number of months the hub's own counts."""
    chasing = workspace.hub.plans_in.chasing
    chasing.close_answered()
    wanted = months or chasing.months
    return _Read(wanted, chasing.due(day, wanted))
