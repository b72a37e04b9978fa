"""What is due for the companies of a workspace: written by hand, or following from what is known."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from desktop.content.company import without_controls
from desktop.content.steps import CourseOf, win_key
from desktop.workspace.calendar_book import CalendarBook
from desktop.workspace.case import Case
from desktop.workspace.due import Due, Known, due_of
from desktop.workspace.outgoing import Outgoing
from desktop.workspace.preferences import PreferenceBook
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from desktop.planning import Plan
    from desktop.planning.quick_wins import QuickWin

LONGEST = 200
_PRIORITIES = 3


class Reminders:
    """The due dates of a workspace. Every save has been written to disk when it returns."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._preferences = PreferenceBook(stores)
        self.calendar = CalendarBook(stores)

    def due(self) -> tuple[Due, ...]:
        """All that is due one day, the earliest first.

        Reads all companies: call it in a worker thread.
        """
        companies = self._stores.due.companies()
        reminders = self._stores.desk.reminders()
        steps = self._stores.due.open_steps(companies)
        months = self._preferences.read().retention_months
        return due_of(Known(companies, reminders, steps, months))

    def codes(self, due: Iterable[Due]) -> dict[int, str]:
        """What stands for companies where they are not named, by their ids."""
        key = Outgoing(self._stores).key
        uuids = {each.company_id: each.company_uuid for each in due}
        return {company: key.code(uuid) for company, uuid in uuids.items()}

    def add(self, company_id: int, due_on: date, kind: str, text: str) -> int:
        """Write down what is due; returns its number."""
        return self._stores.desk.add_reminder(company_id, due_on, kind, without_controls(text)[:LONGEST])

    def move(self, reminder_id: int, due_on: date, seen: date | None = None) -> None:
        """Let it be due on another day; StorageError where it is not open any more as it was `seen`."""
        self._stores.desk.move_reminder(reminder_id, due_on, seen)

    def finish(self, reminder_id: int, *, is_done: bool = True, seen: date | None = None) -> None:
        """Say that it is done, or not done after all, as `move`."""
        self._stores.desk.finish_reminder(reminder_id, is_done=is_done, seen=seen)

    def delete(self, reminder_id: int, seen: date | None = None) -> None:
        """Forget it, as `move`."""
        self._stores.desk.delete_reminder(reminder_id, seen)

    def keep_plan_days(self, case: Case, plan: "Plan", wins: "Iterable[QuickWin]") -> bool:
        """Keep the last days of the steps of a plan, so that those not done in time can be told.

        Whether they were others before.

        A plan without a first day of its own begins next Monday whenever it is made, and is never late: of it
        nothing is kept. Nor is anything of a round that a later one has followed.
        """
        if all(each.round_id != case.id for each in self._stores.due.companies(case.company_id)):
            return False
        days = dict(_days(case, plan, wins)) if case.constraints.start is not None else {}
        if days == self._stores.due.step_days(case.company_id):
            return False
        self._stores.plan_days.replace(case.company_id, days)
        return True


def _days(case: Case, plan: "Plan", wins: "Iterable[QuickWin]") -> Iterator[tuple[str, date]]:
    """The last day of a course; the suggested day of the quick wins that are priorities."""
    from desktop.dossier.quick_win_days import suggested_days
    from desktop.report.terms import course_dates

    for planned in plan.courses:
        yield CourseOf(planned.course.id, planned.role).key, course_dates(planned, plan)[1]
    first = tuple(islice(wins, _PRIORITIES))
    for win, day in zip(first, suggested_days(first, case.constraints, plan.start), strict=True):
        yield win_key(win.action.id), day
