"""What is done with something due: finished, deleted, undone, and written for calendars."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.text import Wording
from desktop.ui.desk import Desk
from desktop.workspace.due import Due


class Acting(QObject):
    """Writes down what is done, and remembers the way back from the last of it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._way_back: Callable[[], object] | None = None

    def finish(self, due: Due) -> bool:
        """Say that it is done; whether that was written down."""
        reminders, visits = self._desk.workspace.reminders, self._desk.workspace.visits
        if due.reminder is not None:
            back = partial(reminders.finish, due.reminder, is_done=False)
            return self._do(partial(reminders.finish, due.reminder), back)
        case = self._desk.workspace.case(due.round_id)
        step = visits.steps(case).get(due.about)
        note = step.note if step else ""
        back = partial(self._of_case, due, partial(self._desk.workspace.history.undo, case))
        return self._do(
            partial(self._of_case, due, partial(visits.save_step, case, due.about, "done", note)), back
        )

    def delete(self, due: Due) -> bool:
        """Forget a reminder; whether that was written down."""
        if due.reminder is None:
            return False
        reminders = self._desk.workspace.reminders
        back = partial(reminders.add, due.company_id, due.due_on, due.kind, due.about)
        return self._do(partial(reminders.delete, due.reminder), back)

    def undo(self) -> None:
        """Go back behind what was done last."""
        if self._way_back is not None:
            self._do(self._way_back, None)

    def export(
        self, due: Iterable[Due], path: Path, wording: Wording, written_at: datetime, *, is_coded: bool
    ) -> None:
        """Write it for calendars; SestanteError says why it cannot be."""
        from desktop.exchange.calendar_file import calendar_bytes, save_calendar
        from desktop.workspace.due_words import events_of

        found, workspace = tuple(due), self._desk.workspace
        codes = workspace.reminders.codes(found) if is_coded else {}

        def name_of(each: Due) -> str:
            return codes.get(each.company_id, each.company)

        events = events_of(found, workspace.library.catalogue, wording, name_of)
        save_calendar(path, calendar_bytes(events, "Sestante", written_at))

    def _of_case(self, due: Due, act: Callable[[], object]) -> None:
        """Change a case, which is read anew where it is the open one."""
        act()
        if self._desk.case is not None and self._desk.case.id == due.round_id:
            self._desk.open(due.round_id)

    def _do(self, act: Callable[[], object], back: Callable[[], object] | None) -> bool:
        def acted() -> None:
            act()

        is_saved = self._desk.save_aside(acted)
        if is_saved:
            self._way_back = back
            self._desk.due_changed.emit()
        return is_saved
