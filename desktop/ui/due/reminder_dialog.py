"""The small dialogs of reminders: a new one, and another day for one that is there."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.clock import today
from desktop.ui.asking_dialog import Asked, AskingDialog
from desktop.ui.desk import Desk
from desktop.ui.fields import DayField, FieldFrame, Picker, line_field
from desktop.ui.look import Look
from desktop.workspace.due import HAND_KINDS, Due
from desktop.workspace.due_words import kind_in_words
from desktop.workspace.reminders import LONGEST

_TALL = 38  # pixels
_IN_TWO_WEEKS = timedelta(days=14)


class ReminderDialog(AskingDialog):
    """What, when and of which kind; or for a reminder there is only when."""

    def __init__(self, parent: QWidget, company: str, look: Look, moved: Due | None = None) -> None:
        say = look.wording
        title = say("Another day") if moved else say("New reminder")
        super().__init__(parent, Asked(title, say("Save"), [company]), look)
        self.setObjectName("reminder-dialog")
        self._text = line_field("reminder-text", say("What"), LONGEST)
        self._day = DayField("reminder-day", say("When"))
        self._kind = Picker(look, "reminder-kind", say("Kind"))
        self.first = self._day if moved else self._text
        self._day.show_day(moved.due_on if moved else today() + _IN_TWO_WEEKS)
        self._kind.show_entries([(kind, kind_in_words(kind, say)) for kind in HAND_KINDS], "visit")
        framed = FieldFrame(self._day, look.tokens)
        framed.setMinimumHeight(_TALL)
        fields: list[tuple[str, QWidget]] = [(say("When"), framed)]
        if moved is None:
            fields = [(say("What"), self._text), *fields, (say("Kind"), self._kind)]
        for words, field in fields:
            self.add_field(words, field)

    def text(self) -> str:
        """What is to be done."""
        return self._text.text().strip()

    def day(self) -> date:
        """When."""
        return self._day.day()

    def kind(self) -> str:
        """Which kind it is."""
        return self._kind.choice() or HAND_KINDS[-1]


def ask_for_reminder(parent: QWidget, desk: Desk, look: Look, company_id: int, company: str) -> None:
    """Open the dialog for a new reminder of a company."""
    dialog = ReminderDialog(parent, company, look)
    dialog.ask(partial(_add, dialog, desk, company_id))


def ask_for_day(parent: QWidget, desk: Desk, look: Look, due: Due) -> None:
    """Open the dialog for another day of a reminder."""
    dialog = ReminderDialog(parent, due.company, look, due)
    dialog.ask(partial(_move, dialog, desk, due))


def _add(told: ReminderDialog, desk: Desk, company_id: int) -> None:
    _save(desk, partial(desk.workspace.reminders.add, company_id, told.day(), told.kind(), told.text()))


def _move(told: ReminderDialog, desk: Desk, due: Due) -> None:
    if due.reminder is not None:
        _save(desk, partial(desk.workspace.reminders.move, due.reminder, told.day(), due.due_on))


def _save(desk: Desk, save: Callable[[], object]) -> None:
    if desk.save_outside(save):
        desk.due_changed.emit()
