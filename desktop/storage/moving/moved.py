"""That a file's companies were moved to a server: it is read as before, and written no more."""

from datetime import UTC, datetime
from typing import Any

from desktop.storage.file_database import FileDatabase
from desktop.storage.preference import preference
from desktop.text import Sentence, joined, say

_MOVED = "moved"
_TOLD = say("What is here was moved to {server} on {day}. It can be read; changes are made there.")
_AGAIN = say(
    "To work here again: in the settings, card Server, or with the command sestante server use-file --from "
    "{folder}"
)


def mark_as_moved(database: FileDatabase, server: str) -> None:
    """Say in the file where its companies are now."""
    from desktop.storage.preferring import write_preference

    moved = {"server": server, "at": datetime.now(UTC).isoformat(timespec="seconds")}
    with database.session() as session:
        write_preference(session, _MOVED, moved)


def work_here_again(database: FileDatabase) -> None:
    """Let a file be written again that was only read; StorageError where that cannot be, and it stays so."""
    database.allow()
    try:
        unmark(database)
    except BaseException:
        refuse_where_moved(database)
        raise


def unmark(database: FileDatabase) -> bool:
    """Let the file be written again; whether it was marked."""
    from sqlalchemy import delete

    from desktop.models import PreferenceRecord

    is_marked = moved_to(database) is not None
    with database.session() as session:
        session.execute(delete(PreferenceRecord).where(PreferenceRecord.name == _MOVED))
    return is_marked


def moved_to(database: FileDatabase) -> Sentence | None:
    """Where the companies of a file are now; None where they are here."""
    with database.reading() as rows:
        found: Any = preference(rows, _MOVED)
    if not isinstance(found, dict):
        return None
    server, day = str(found.get("server")), _day(str(found.get("at")))
    return Sentence(_TOLD.message, {"server": server, "day": day})


def _day(moment: str) -> object:
    """The day here, which is told in the reader's words; what is no moment as it stands."""
    try:
        return datetime.fromisoformat(moment).astimezone().date()
    except (ValueError, OverflowError):
        return moment


def refuse_where_moved(database: FileDatabase) -> None:
    """Let nothing be written to a file whose companies are on a server."""
    if (told := moved_to(database)) is not None:
        again = Sentence(_AGAIN.message, {"folder": database.folder})
        database.refuse(joined((told, again), " "))
