"""What is done with something due: finished, deleted, undone, and written for calendars."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.content.steps import StepChange
from desktop.text import Wording
from desktop.ui.background import Operation
from desktop.ui.desk import Desk
from desktop.workspace import Workspace
from desktop.workspace.due import Due

if TYPE_CHECKING:
    from desktop.workspace.calendar_export import Export


class Acting(QObject):
    """Writes down what is done, and remembers the way back from the last of it.

    Signals: `exported` carries the path of a file for calendars, `failed` the error that says why none came.
    """

    exported = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._exporting = Operation(self, is_lasting=True)
        self._exporting.succeeded.connect(self.exported)
        self._exporting.failed.connect(self.failed)
        self._desk = desk
        self._way_back: Callable[[], object] | None = None

    def finish(self, due: Due) -> bool:
        """Say that it is done; whether that was written down."""
        reminders, visits = self._desk.workspace.reminders, self._desk.workspace.visits
        if due.reminder is not None:
            back = partial(reminders.finish, due.reminder, is_done=False, seen=due.due_on)
            return self._do(partial(reminders.finish, due.reminder, seen=due.due_on), back)
        case = self._desk.workspace.case(due.round_id)
        step = visits.steps(case).get(due.about)
        note = step.note if step else ""
        back = partial(self._of_case, due, partial(self._desk.workspace.history.undo, case))
        seen = StepChange(due.about, due.state, note)
        done = partial(visits.change_step, case, replace(seen, state="done"), seen)
        return self._do(partial(self._of_case, due, done), back)

    def delete(self, due: Due) -> bool:
        """Forget a reminder; whether that was written down."""
        if due.reminder is None:
            return False
        reminders = self._desk.workspace.reminders
        back = partial(reminders.add, due.company_id, due.due_on, due.kind, due.about)
        return self._do(partial(reminders.delete, due.reminder, due.due_on), back)

    def undo(self) -> None:
        """Go back behind what was done last."""
        if self._way_back is not None:
            self._do(self._way_back, None)

    def export(self, due: tuple[Due, ...], path: Path, wording: Wording, *, is_coded: bool) -> None:
        """Write it for calendars, beside the window; signals tell what became of it."""
        from desktop.workspace.calendar_export import Export

        self._exporting.start(partial(_export, self._desk.workspace, Export(due, path, wording, is_coded)))

    def _of_case(self, due: Due, act: Callable[[], object]) -> None:
        """Change a case, which is read anew where it is the open one."""
        act()
        if self._desk.case is not None and self._desk.case.id == due.round_id:
            self._desk.open(due.round_id)

    def _do(self, act: Callable[[], object], back: Callable[[], object] | None) -> bool:
        is_saved = self._desk.save_outside(act)
        if is_saved:
            self._way_back = back
            self._desk.due_changed.emit()
        return is_saved


def _export(workspace: Workspace, wanted: "Export") -> Path:
    """Runs in a worker thread."""
    from desktop.workspace.calendar_export import write_calendar

    write_calendar(workspace, wanted)
    return wanted.path
