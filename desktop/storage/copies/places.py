"""Where copies go besides the data folder: places of this computer, not of the workspace."""

from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

import msgspec

from desktop.errors import StorageError, system_reason
from desktop.storage.copies.container import CopyFacts, read_facts
from desktop.storage.copies.rotation import FOLDER_NAME, KeptCopy, kept_in, remove_unneeded
from desktop.text import say
from desktop.whole_files import replace_whole, replace_whole_from

_FILE_NAME = "places.json"
_MOST = 20_000
_CHUNK = 1024 * 1024
_NOT_THERE = say(
    "The second place for copies is not there today: {path}. Plug it in or connect it; "
    "the newest copy goes there the next time."
)
_NOT_WRITTEN = say(
    "The newest copy could not go to {path}: {reason}. Your work and the copies here are safe."
)
_NOT_KEPT = say("This choice could not be kept: {reason}.")


class Places(msgspec.Struct, frozen=True):
    """The second place, empty where there is none; and where and when somebody saved a copy last."""

    second: str = ""
    saved_to: str = ""
    saved_at: datetime | None = None


def read_places(data: Path) -> Places:
    """What is known of a data folder; nothing where it cannot be read."""
    with (
        suppress(OSError, msgspec.MsgspecError, UnicodeError),
        (data / FOLDER_NAME / _FILE_NAME).open("rb") as file,
    ):
        found = msgspec.json.decode(file.read(_MOST), type=Places)
        return found if "\0" not in found.second + found.saved_to else Places()
    return Places()


def write_places(data: Path, places: Places) -> None:
    """Remember them; StorageError where that is not possible."""
    folder = data / FOLDER_NAME
    try:
        folder.mkdir(exist_ok=True)
        replace_whole(folder / _FILE_NAME, msgspec.json.encode(places))
    except OSError as error:
        raise StorageError(_NOT_KEPT, reason=system_reason(error)) from error


def copy_to_second(data: Path, newest: KeptCopy) -> None:
    """Take the newest copy to the second place, where one is chosen; StorageError where it is not there.

    Copies of several workspaces may lie there side by side.
    """
    chosen = read_places(data).second
    if not chosen:
        return
    place = Path(chosen)
    try:
        if not is_there(chosen):
            raise StorageError(_NOT_THERE, path=place)
        prefix = _prefix_of(read_facts(newest.path))
        target = place / f"{prefix}{newest.path.name}"
        if not target.exists():
            with newest.path.open("rb") as file:
                replace_whole_from(target, iter(partial(file.read, _CHUNK), b""))
            remove_unneeded(place, prefix)
    except OSError as error:
        raise StorageError(_NOT_WRITTEN, path=place, reason=system_reason(error)) from error


def all_kept(data: Path) -> tuple[KeptCopy, ...]:
    """The copies of a data folder, then those of the same workspace at the second place, if it is there."""
    return tuple(each for place, prefix in folders_kept(data) for each in kept_in(place, prefix))


def folders_kept(data: Path) -> tuple[tuple[Path, str], ...]:
    """The folders in which copies of a data folder are kept, and how their names begin there."""
    own = data / FOLDER_NAME
    second = read_places(data).second
    if not is_there(second):
        return ((own, ""),)
    newest = next((facts for each in kept_in(own) if (facts := each.facts) is not None), None)
    return ((own, ""),) if newest is None else ((own, ""), (Path(second), _prefix_of(newest)))


def is_there(place: str) -> bool:
    """Whether a second place is chosen and there today."""
    try:
        return bool(place) and Path(place).is_dir()
    except (OSError, ValueError):
        return False


def _prefix_of(facts: CopyFacts) -> str:
    """How the names of copies of the same workspace begin at the second place."""
    return f"sestante-{facts.workspace[:8] or 'workspace'}-"
