"""A folder that is looked at again and again: what is new in it since last time."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desktop.errors import SestanteError
from desktop.text import say
from desktop.workspace.incoming import Found, files_in

if TYPE_CHECKING:
    from desktop.storage.import_store import ImportStore

_NAME = "folder"
_NOT_THERE = say(
    "The folder {folder} is not there: connect the disk or share it is on, or choose another folder."
)
_NONE = say("No folder is being watched; choose one.")
Mark: TypeAlias = tuple[int, int]
"""What tells a state of a file: its size in bytes, and when it was changed, in nanoseconds."""


class WatchedFolderError(SestanteError):
    """The folder cannot be looked at; the sentence says what to do."""


@dataclass(slots=True)
class Watched:
    """The folder and the files seen in it so far, by their path below it."""

    folder: Path | None = None
    seen: dict[str, Mark] = field(default_factory=dict)

    @classmethod
    def read(cls, store: "ImportStore") -> "Watched":
        """As it was kept; what is not understood is forgotten, and then looked at once more."""
        kept = store.read(_NAME)
        if not isinstance(kept, dict) or not isinstance(kept.get("folder"), str):
            return cls()
        seen = kept.get("seen")
        marks = seen.items() if isinstance(seen, dict) else ()
        return cls(Path(kept["folder"]), {name: mark for name, value in marks if (mark := _mark(value))})

    def keep(self, store: "ImportStore") -> None:
        """Write it down."""
        folder = None if self.folder is None else os.fsencode(self.folder).decode("utf-8", "replace")
        store.keep(_NAME, {"folder": folder, "seen": {name: list(mark) for name, mark in self.seen.items()}})

    def new_files(self) -> Found:
        """What is new or was changed since it was seen; WatchedFolderError where there is no folder."""
        if self.folder is None:
            raise WatchedFolderError(_NONE)
        refuse_absent(self.folder)
        return files_in([self.folder], self._is_new)

    def marks(self, paths: Iterable[Path]) -> dict[str, Mark]:
        """The files as they are now; those that are gone again are left out."""
        return {self._name(path): mark for path in paths if (mark := _mark_of(path)) is not None}

    def _is_new(self, path: Path) -> bool:
        known = self.seen.get(self._name(path))
        return known is None or known != _mark_of(path)

    def _name(self, path: Path) -> str:
        folder = self.folder or Path()
        below = path.relative_to(folder) if path.is_relative_to(folder) else path
        return below.as_posix().encode("utf-8", "replace").decode()


def refuse_absent(folder: Path) -> None:
    """WatchedFolderError where a folder is not there."""
    if not folder.is_dir():
        raise WatchedFolderError(_NOT_THERE, folder=str(folder))


def _mark(value: object) -> Mark | None:
    match value:
        case [int(size), int(changed)]:
            return size, changed
    return None


def _mark_of(path: Path) -> Mark | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
