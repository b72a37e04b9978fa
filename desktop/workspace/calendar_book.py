"""Which dates were written for calendars, so that those no longer due can be taken out of them again."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

import msgspec

from desktop.clock import today
from desktop.workspace.due import KINDS, Due
from desktop.workspace.stores import Stores

TOLD_FOR: Final = timedelta(days=90)
"""How long a date that is no longer due goes out as such."""
_NAME = "calendar"
_MOST, _MOST_GONE = 50_000, 500


class Noted(msgspec.Struct, array_like=True, frozen=True):
    """A date that stands in calendars, without whose it is; `gone_on` is when it was found no longer due."""

    uid: str
    kind: str
    due_on: date
    gone_on: date | None = None


class CalendarBook:
    """The dates of a workspace that were written for calendars."""

    def __init__(self, stores: Stores) -> None:
        self._stores = stores

    def gone(self, due: Iterable[Due]) -> tuple[Noted, ...]:
        """What was written before and is not among all that is due, the latest first.

        Each for three months after it was found to be gone, and no more than 500 at a time.
        """
        return _gone(self._noted(), due)

    def note(self, written: Iterable[Due], due: Iterable[Due]) -> None:
        """What stands in calendars now that these were written, of all that is due."""
        due = tuple(due)
        before = self._noted()
        out = before.keys() | {each.uid for each in written}
        live = [Noted(each.uid, each.kind, each.due_on) for each in due if each.uid in out]
        noted = (*live[:_MOST], *_gone(before, due))
        if noted != tuple(before.values()):
            self._stores.desk.save_preference(_NAME, msgspec.to_builtins(noted))

    def _noted(self) -> Mapping[str, Noted]:
        """By uid; nothing where it cannot be read."""
        try:
            found = msgspec.convert(self._stores.reader.preference(_NAME), tuple[Noted, ...])
        except msgspec.ValidationError:
            return {}
        return {each.uid: each for each in found if each.kind in KINDS}


def _gone(noted: Mapping[str, Noted], due: Iterable[Due]) -> tuple[Noted, ...]:
    here, day = {each.uid for each in due}, today()
    left = (each for each in noted.values() if each.uid not in here)
    found = [msgspec.structs.replace(each, gone_on=each.gone_on or day) for each in left]
    told = [each for each in found if each.gone_on is not None and each.gone_on > day - TOLD_FOR]
    return tuple(sorted(told, key=attrgetter("gone_on", "due_on", "uid"), reverse=True)[:_MOST_GONE])
