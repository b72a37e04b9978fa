"""What is due, written for calendars, with what is no longer due marked as that."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.errors import StorageError
from desktop.exchange.calendar_file import Event, calendar_bytes, save_calendar
from desktop.text import Wording
from desktop.workspace.due import Due
from desktop.workspace.due_words import events_of, gone_events_of
from desktop.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Export:
    """What is written for calendars, where, in whose words, and whether codes stand for names."""

    due: tuple[Due, ...]
    path: Path
    wording: Wording
    is_coded: bool = False


def write_calendar(workspace: Workspace, wanted: Export) -> int:
    """Write a calendar file; how many dates in it are no longer due. SestanteError as `save_calendar`.

    Reads all companies: call it in a worker thread. Where what stands in calendars cannot be noted, a later
    file leaves it in them; the dates of this one are right all the same.
    """
    due, book = workspace.reminders.due(), workspace.reminders.calendar
    gone = book.gone(due)
    events = (*_events(workspace, wanted), *gone_events_of(gone, wanted.wording))
    save_calendar(wanted.path, calendar_bytes(events, "Sestante", datetime.now(UTC)))
    with suppress(StorageError):
        book.note(wanted.due, due)
    return len(gone)


def _events(workspace: Workspace, wanted: Export) -> Iterator[Event]:
    codes = workspace.reminders.codes(wanted.due) if wanted.is_coded else {}

    def name_of(each: Due) -> str:
        return codes.get(each.company_id, each.company)

    return events_of(wanted.due, workspace.library.catalogue, wanted.wording, name_of)
