"""What may go wrong with an open workspace, seen when it is opened: no room on the disk, a wrong clock."""

import shutil
from collections.abc import Iterator
from datetime import timedelta

from desktop.clock import now
from desktop.errors import StorageError
from desktop.text import Sentence, say
from desktop.workspace.stores import Stores

LEAST_ROOM = 50 * 1024 * 1024
"""Bytes below which a visit with photos may not fit any more."""
_MEGABYTE = 1024 * 1024
_LATE = timedelta(days=1)
APART = timedelta(minutes=5)
"""So much may this computer's clock differ from the server's before it is told."""
_LITTLE_ROOM = say(
    "Only {room} MB are left on the disk of {folder}. Free some space before you begin: "
    "on a full disk answers cannot be saved."
)
_OTHER_CLOCK = say(
    "The clock of this computer says {day}, {time}; that of the server says {server_day}, {server_time}. "
    "What you write has the server's time, but set this clock right: days and reminders depend on it."
)
_WRONG_CLOCK = say(
    "The clock of this computer is behind: the last change was made on {last}, and the clock says "
    "{today}. Nothing is lost and the history keeps its order, but set the clock right: days and "
    "reminders depend on it."
)


class Conditions:
    """The conditions under which a workspace is used."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def warnings(self) -> tuple[Sentence, ...]:
        """What the user should know before beginning; nothing where all is well."""
        return tuple(self._warnings())

    def _warnings(self) -> Iterator[Sentence]:
        try:
            room = shutil.disk_usage(self._stores.folder).free
            latest = self._stores.last_visits.latest()
        except (OSError, StorageError):
            return  # what cannot be read is told where it hinders
        if room < LEAST_ROOM:
            yield Sentence(_LITTLE_ROOM.message, {"room": room // _MEGABYTE, "folder": self._stores.folder})
        here, there = now().astimezone(), self._stores.now().astimezone()
        if self._stores.is_shared and abs(there - here) > APART:
            told = {"day": here.date(), "time": f"{here:%H:%M}"}
            told |= {"server_day": there.date(), "server_time": f"{there:%H:%M}"}
            yield Sentence(_OTHER_CLOCK.message, told)
        elif latest is not None and latest - now() > _LATE:
            days = {"last": latest.astimezone().date(), "today": now().astimezone().date()}
            yield Sentence(_WRONG_CLOCK.message, days)
