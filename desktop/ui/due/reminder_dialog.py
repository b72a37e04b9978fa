"""The small dialogs of reminders: a new one, and another day for one that is there."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import today
from desktop.ui.desk import Desk
from desktop.ui.fields import DayField, FieldFrame, Picker, line_field
from desktop.ui.look import Look
from desktop.ui.pieces import Button, label
from desktop.workspace.due import HAND_KINDS, Due
from desktop.workspace.due_words import kind_in_words
from desktop.workspace.reminders import LONGEST

_WIDTH, _TALL = 420, 38  # pixels
_IN_TWO_WEEKS = timedelta(days=14)


class ReminderDialog(QDialog):
    """What, when and of which kind; or for a reminder there is only when."""

    def __init__(self, parent: QWidget, company: str, look: Look, moved: Due | None = None) -> None:
        super().__init__(parent)
        self._wording = look.wording
        self._moved = moved
        self._text = line_field("reminder-text", look.wording("What"), LONGEST)
        self._day = DayField("reminder-day", look.wording("When"))
        self._tokens = look.tokens
        self._kind = Picker(look, "reminder-kind", look.wording("Kind"))
        self._save = Button(look.wording("Save"), "reminder-save", "primary")
        self._leave = Button(look.wording("Cancel"), "reminder-cancel", "quiet")
        self._build(company)
        self._save.clicked.connect(self.accept)
        self._leave.clicked.connect(self.reject)

    def text(self) -> str:
        """What is to be done."""
        return self._text.text().strip()

    def day(self) -> date:
        """When."""
        chosen = self._day.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def kind(self) -> str:
        """Which kind it is."""
        return self._kind.choice() or HAND_KINDS[-1]

    def _build(self, company: str) -> None:
        say = self._wording
        title = say("Another day") if self._moved else say("New reminder")
        self.setObjectName("reminder-dialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        first = self._moved.due_on if self._moved else today() + _IN_TWO_WEEKS
        self._day.setDate(QDate(first.year, first.month, first.day))
        self._kind.show_entries([(kind, kind_in_words(kind, say)) for kind in HAND_KINDS], "visit")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(label(title, "heading"))
        column.addWidget(label(company, "small", "muted"))
        framed = FieldFrame(self._day, self._tokens)
        framed.setMinimumHeight(_TALL)
        fields: list[tuple[str, QWidget]] = [(say("When"), framed)]
        if self._moved is None:
            fields = [(say("What"), self._text), *fields, (say("Kind"), self._kind)]
        for words, field in fields:
            title_of = label(words, "small", "muted")
            title_of.setBuddy(field)
            column.addWidget(title_of)
            column.addWidget(field)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._leave)
        row.addWidget(self._save)
        column.addLayout(row)
        (self._day if self._moved else self._text).setFocus(Qt.FocusReason.OtherFocusReason)


class _Asking:
    """Writes down what a dialog was told; it lives as long as the dialog does."""

    def __init__(self, dialog: ReminderDialog, desk: Desk, save: Callable[[ReminderDialog], object]) -> None:
        self._dialog = dialog
        self._desk = desk
        self._save = save

    def __call__(self) -> None:
        if self._desk.save_aside(self._act):
            self._desk.due_changed.emit()

    def _act(self) -> None:
        self._save(self._dialog)


def ask_for_reminder(parent: QWidget, desk: Desk, look: Look, company_id: int, company: str) -> None:
    """Open the dialog for a new reminder of a company."""

    def save(told: ReminderDialog) -> None:
        desk.workspace.reminders.add(company_id, told.day(), told.kind(), told.text())

    _open(ReminderDialog(parent, company, look), desk, save)


def ask_for_day(parent: QWidget, desk: Desk, look: Look, due: Due) -> None:
    """Open the dialog for another day of a reminder."""

    def save(told: ReminderDialog) -> None:
        if due.reminder is not None:
            desk.workspace.reminders.move(due.reminder, told.day())

    _open(ReminderDialog(parent, due.company, look, due), desk, save)


def _open(dialog: ReminderDialog, desk: Desk, save: Callable[[ReminderDialog], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(_Asking(dialog, desk, save))
    dialog.open()
