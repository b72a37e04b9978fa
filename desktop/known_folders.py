"""The data folders used on this computer, to go from one to another: their paths, and nothing of data."""

from contextlib import suppress
from pathlib import Path

from desktop.paths import data_folder
from desktop.whole_files import replace_whole

_NAME = "workspaces.txt"
_MOST, _LARGEST = 12, 20_000  # paths, bytes


def known_folders() -> tuple[Path, ...]:
    """Those that are still there, the one used last first."""
    try:
        with (data_folder() / _NAME).open("rb") as file:
            lines = file.read(_LARGEST).decode().splitlines()
    except (OSError, UnicodeError):
        return ()
    return tuple(path for path in map(Path, lines[:_MOST]) if path.is_absolute() and _is_there(path))


def remember(*folders: Path) -> None:
    """Put data folders first in the list; where it cannot be written they are looked for by hand again."""
    first = tuple(dict.fromkeys(folder.absolute() for folder in folders))
    paths = [*first, *(path for path in known_folders() if path not in first)][:_MOST]
    home = data_folder()
    with suppress(OSError, UnicodeError):
        home.mkdir(parents=True, exist_ok=True)
        replace_whole(home / _NAME, "".join(f"{path}\n" for path in paths).encode())


def _is_there(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
