"""Copies of the whole workspace: saved, kept day by day, looked into, and put back whole or in part."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from desktop.errors import StorageError
from desktop.storage import FileDatabase, Key
from desktop.storage.copies.comparing import STATES, Standing, compare, states_of
from desktop.storage.copies.container import ENDS as COPY_ENDS
from desktop.storage.copies.container import CopyFacts
from desktop.storage.copies.making import WORKSPACE_ID, make_copy
from desktop.storage.copies.places import Places, copy_to_second, read_places, write_places
from desktop.storage.copies.rotation import FOLDER_NAME, KeptCopy, is_due, keep, kept_in
from desktop.storage.preference import preference
from desktop.text import Sentence, say

if TYPE_CHECKING:
    from desktop.storage.copies.examining import OpenedCopy, Unlock

    Unlocking: TypeAlias = Unlock | None

__all__ = ["COPY_ENDS", "Backups", "KeptCopy", "Preview", "named_as_copy"]
_ERASED = "SELECT uuid FROM erased"
_ANOTHER = say(
    "{path} is a copy of another workspace. Nothing was done: confirm that it may come in here, or open "
    "another data folder."
)
_CHANGED_MEANWHILE = say("{path} is no longer the copy you looked at. Look at it again.")
_NOT_HERE = say("There is no folder {path}. Choose a folder that exists, on a stick or on the network.")


def named_as_copy(path: Path) -> Path:
    """The path with the end that all copies have, so that none can take the place of something else."""
    return path if path.name.endswith(COPY_ENDS) else path.with_name(f"{path.name}{COPY_ENDS}")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a copy holds, beside what the workspace holds now.

    `is_another` where it is of another workspace than the companies here; `keeps_passphrase` where the
    workspace has a passphrase that the copy has not, and keeps it; `changes_key` where the workspace has none
    and opens with that of the copy once it is restored.
    """

    path: Path
    facts: CopyFacts
    standings: tuple[Standing, ...]
    is_another: bool
    keeps_passphrase: bool
    changes_key: bool = False
    key: Key | None = field(default=None, repr=False)

    @property
    def is_empty_here(self) -> bool:
        """Whether no company is here, so that nothing can be lost."""
        return all(each.here is None for each in self.standings)


class Backups:
    """The copies of a workspace. What takes long may be called in a worker thread.

    `trouble` says why the last copy of the day failed, until one succeeds.
    """

    def __init__(self, database: FileDatabase) -> None:
        self._database = database
        self.trouble: Sentence | None = None

    @property
    def folder(self) -> Path:
        """Where copies are kept day by day."""
        return self._data / FOLDER_NAME

    @property
    def places(self) -> Places:
        """The second place, and where a copy was saved last."""
        return read_places(self._data)

    def kept(self) -> tuple[KeptCopy, ...]:
        """The copies kept, the newest first."""
        return kept_in(self.folder)

    def choose_second_place(self, place: Path | None) -> None:
        """Take each day's copy to this folder, too; None for nowhere else."""
        if place is not None and not place.is_dir():
            raise StorageError(_NOT_HERE, path=place)
        second = "" if place is None else str(place.absolute())
        write_places(self._data, msgspec.structs.replace(self.places, second=second))
        self.trouble = None

    def save(self, path: Path) -> Path:
        """Write everything into one file to take along; returns its path, which ends as copies do."""
        target = named_as_copy(path)
        self._database.prepare()
        make_copy(self._database.path, self._database.key, target.absolute(), "asked")
        places = msgspec.structs.replace(
            self.places, saved_to=str(target.absolute()), saved_at=datetime.now(UTC).replace(microsecond=0)
        )
        write_places(self._data, places)
        return target

    def keep_daily(self) -> None:
        """Make the copy of the day where it is due, and take it to the second place; never raises."""
        try:
            if is_due(self._database.path):
                keep(self._database.path, self._database.key, "daily")
            if newest := next((each for each in self.kept() if each.reason == "daily"), None):
                copy_to_second(self._data, newest)
        except StorageError as error:
            self.trouble = error.sentence
        else:
            self.trouble = None

    def preview(self, path: Path, unlock: "Unlocking" = None) -> Preview:
        """Look into a copy; ProtectedError where it needs a passphrase; StorageError says why not."""
        from desktop.storage.copies.examining import opened_copy

        with opened_copy(path, self._data, self._database.key, unlock) as copy:
            return self._compared(path, copy)

    def restore(
        self, preview: Preview, wanted: AbstractSet[str] = frozenset(), *, takes_another: bool = False
    ) -> Path | None:
        """Let the workspace be what the copy was; returns where what was here is kept, None if nothing was.

        Companies erased here come back only where they are `wanted`; a copy of another workspace only where
        that is said.
        """
        from desktop.storage.copies.examining import opened_copy
        from desktop.storage.copies.restoring import replace_with_copy

        self._refuse_another(preview, takes_another=takes_another)
        with opened_copy(preview.path, self._data, preview.key) as copy:
            self._refuse_changed(preview, copy)
            before = self._keep_present()
            replace_with_copy(self._database, copy, wanted)
        return before

    def bring_back(
        self, preview: Preview, uuids: Iterable[str], *, takes_another: bool = False
    ) -> Path | None:
        """Put single companies in as the copy has them; nothing else is touched. Returns like `restore`."""
        from desktop.storage.copies.bringing import bring_back
        from desktop.storage.copies.examining import opened_copy

        self._refuse_another(preview, takes_another=takes_another)
        with opened_copy(preview.path, self._data, preview.key) as copy:
            self._refuse_changed(preview, copy)
            before = self._keep_present()
            bring_back(self._database, copy, uuids)
        return before

    @property
    def _data(self) -> Path:
        return self._database.path.parent

    def _keep_present(self) -> Path | None:
        path = self._database.path
        if not path.exists() or path.stat().st_size == 0:
            return None
        return keep(path, self._database.key, "restore").path

    def _compared(self, path: Path, copy: "OpenedCopy") -> Preview:
        from desktop.storage.copies.examining import states_in

        with self._database.reading() as rows:
            here = states_of(rows(STATES))
            erased = frozenset(row["uuid"] for row in rows(_ERASED))
            own = str(preference(rows, WORKSPACE_ID) or "")
        is_another = bool(here and own and copy.facts.workspace not in ("", own))
        own_key = self._database.key
        return Preview(
            path=path,
            facts=copy.facts,
            standings=compare(states_in(copy), here, erased),
            is_another=is_another,
            keeps_passphrase=own_key is not None and copy.key != own_key,
            changes_key=own_key is None and copy.key is not None,
            key=copy.key,
        )

    def _refuse_another(self, preview: Preview, *, takes_another: bool) -> None:
        if preview.is_another and not takes_another:
            raise StorageError(_ANOTHER, path=preview.path)

    def _refuse_changed(self, preview: Preview, copy: "OpenedCopy") -> None:
        if copy.facts != preview.facts:
            raise StorageError(_CHANGED_MEANWHILE, path=preview.path)
