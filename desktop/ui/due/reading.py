"""Reading what is due, in a worker thread."""

from typing import NamedTuple

from desktop.workspace import Workspace
from desktop.workspace.due import Due


class ReadDue(NamedTuple):
    """All that is due, and how many dates stand in calendars that no longer are."""

    due: tuple[Due, ...]
    gone: int


def read_due(workspace: Workspace) -> ReadDue:
    """What is due now."""
    due = workspace.reminders.due()
    return ReadDue(due, len(workspace.reminders.calendar.gone(due)))
