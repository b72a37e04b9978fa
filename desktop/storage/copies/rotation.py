"""The copies kept in the data folder: numbered one after the other, seven days and four weeks of them."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast

from desktop.clock import today
from desktop.errors import StorageError, system_reason
from desktop.storage.connecting import Key
from desktop.storage.copies.container import ENDS, CopyFacts, Reason, read_facts
from desktop.storage.copies.making import make_copy, state_of
from desktop.text import say

FOLDER_NAME = "copies"
DAYS, WEEKS, BEFORE = 7, 4, 3
"""How many are kept: the last one of each day, of each week before, and those made before something else."""
KeptReason = Literal["daily", "update", "restore"]
_WEEK = 7  # days
_NAME = re.compile(r"(\d{6,12})-(\d{4}-\d{2}-\d{2})-(daily|update|restore)" + re.escape(ENDS))
_NO_FOLDER = say(
    "The folder {path} for copies cannot be used: {reason}. Make room for it, or rename what is there."
)


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy kept in a folder; numbers grow with each, whatever the clock says."""

    path: Path
    number: int
    day: date
    reason: Reason

    @property
    def facts(self) -> CopyFacts | None:
        """What it says of itself; None where that cannot be read."""
        try:
            return read_facts(self.path)
        except StorageError:
            return None


def kept_in(folder: Path, prefix: str = "") -> tuple[KeptCopy, ...]:
    """The copies in a folder whose names begin with a prefix, the newest first; none without a folder."""
    try:
        names = [entry for entry in folder.iterdir() if entry.name.startswith(prefix)]
    except OSError:
        return ()
    found = (_kept(path, path.name[len(prefix) :]) for path in names)
    return tuple(sorted((each for each in found if each), key=lambda each: each.number, reverse=True))


def no_longer_needed(kept: Iterable[KeptCopy]) -> tuple[KeptCopy, ...]:
    """Those beyond the last of each of seven days, of each of four weeks before, and three before others.

    A copy of a day that comes again, because the clock was put back, does not make an earlier one unneeded.
    """
    newest_first = sorted(kept, key=lambda each: each.number, reverse=True)
    daily = [each for each in newest_first if each.reason == "daily"]
    days = _first_of_each(_spans(daily, 1), DAYS)
    rest = [each for each in daily if each not in days]
    weeks = _first_of_each(_spans(rest, _WEEK), WEEKS)
    needed = {*days, *weeks}
    for reason in ("update", "restore"):
        needed.update([each for each in newest_first if each.reason == reason][:BEFORE])
    return tuple(each for each in newest_first if each not in needed)


def keep(database: Path, key: Key | None, reason: KeptReason) -> KeptCopy:
    """Make a copy in the data folder; those no longer needed go once it was read to its end."""
    folder = database.parent / FOLDER_NAME
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise StorageError(_NO_FOLDER, path=folder, reason=system_reason(error)) from error
    number = max((each.number for each in kept_in(folder)), default=0) + 1
    day = today()
    path = folder / f"{number:06d}-{day.isoformat()}-{reason}{ENDS}"
    make_copy(database, key, path, reason)
    remove_unneeded(folder)
    return KeptCopy(path, number, day, reason)


def remove_unneeded(folder: Path, prefix: str = "") -> None:
    """Let the copies go that are no longer needed; one that cannot be removed stays for the next time."""
    for each in no_longer_needed(kept_in(folder, prefix)):
        with suppress(OSError):
            each.path.unlink()


def is_due(database: Path) -> bool:
    """Whether no copy was made today, and something changed since the last one."""
    if not database.exists():
        return False
    last = next((each for each in kept_in(database.parent / FOLDER_NAME) if each.reason == "daily"), None)
    if last is None or (facts := last.facts) is None:
        return True
    return last.day != today() and facts.state != state_of(database)


def _spans(copies: Sequence[KeptCopy], length: int) -> list[tuple[KeptCopy, int]]:
    """Copies, the newest first, with the span of so many days in which each was made."""
    return [(each, (each.day.toordinal() - 1) // length) for each in copies]


def _first_of_each(copies: Sequence[tuple[KeptCopy, int]], most: int) -> list[KeptCopy]:
    """The first copy of each span of days, as many spans as are wanted.

    Spans are counted twice, each where it comes first and each where it begins anew, and what either way
    keeps is kept: a clock that was put back gives the same day to different ones, one that jumps to and fro
    makes many of few.
    """
    found: dict[int, KeptCopy] = {}
    anew: list[KeptCopy] = []
    last: int | None = None
    for each, span in copies:
        found.setdefault(span, each)
        if span != last:
            anew.append(each)
        last = span
    return list(dict.fromkeys([*list(found.values())[:most], *anew[:most]]))


def _kept(path: Path, name: str) -> KeptCopy | None:
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    with suppress(ValueError):
        return KeptCopy(path, int(match[1]), date.fromisoformat(match[2]), cast("Reason", match[3]))
    return None
