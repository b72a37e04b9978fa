"""A laptop's folder on its way back: looked at company by company, brought back, then wiped."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from desktop.errors import StorageError
from desktop.storage import Database, FileDatabase, Key, is_locked
from desktop.storage.copies.swapping import finish_before_unlocking
from desktop.storage.journal import Journal
from desktop.storage.loan_reader import taken_along
from desktop.storage.parcels.coming_back import NOT_YOURS, SETTLED, ComingBack, Returning
from desktop.storage.parcels.going import is_of
from desktop.storage.parcels.three_way import Choices
from desktop.text import say
from desktop.workspace.laptop_folder import holds_data, wipe_folder

__all__ = ["NOT_YOURS", "SETTLED", "Choices", "Returning", "ReturningLaptop"]
_NO_DATA = say(
    "{path} holds no data of Sestante. Choose the folder that was made when the companies were taken along."
)
_NOT_TAKEN = say(
    "{path} holds a workspace of its own, not companies that were taken along. Choose the folder that was "
    "made for the laptop."
)
_FROM_ELSEWHERE = say(
    "The companies in {path} were taken along from {server}. Sign in there to bring them back; nothing was "
    "changed."
)
_NOT_BACK = say(
    "{path} still holds what was not brought back, and stays as it is. Bring it back first: {names}."
)


class ReturningLaptop:
    """An open folder that was taken along. Nobody else may work in it meanwhile."""

    def __init__(self, folder: Path, laptop: FileDatabase, server: Database, journal: Journal) -> None:
        self.folder = folder
        self._laptop = laptop
        self._coming = ComingBack(laptop, server, journal)

    @classmethod
    def open(cls, folder: Path, secret: str, server: Database, journal: Journal) -> Self:
        """StorageError where it is no such folder, belongs elsewhere, or opens with another passphrase."""
        if not holds_data(folder):
            raise StorageError(_NO_DATA, path=folder)
        laptop = FileDatabase(folder, _key(folder, secret))
        try:
            _refuse_others(folder, laptop, server)
        except BaseException:
            laptop.close()
            raise
        return cls(folder, laptop, server, journal)

    def look(self) -> tuple[Returning, ...]:
        """How every company stands; nothing is written."""
        return self._coming.look()

    def bring(
        self,
        uuids: Sequence[str],
        choices: Choices,
        made_again: frozenset[str] = frozenset(),
    ) -> tuple[Returning, ...]:
        """Bring companies back one by one, and say how each stands afterwards.

        Those of `made_again` are made again where they are gone. What waits for a choice stays on the laptop.
        """
        return tuple(self._coming.bring_all(uuids, choices, made_again))

    def leave_out(self, uuid: str) -> None:
        """A company that is gone is not wanted back."""
        self._coming.leave_out(uuid)

    def close(self) -> None:
        """Let others open the folder."""
        self._laptop.close()

    def wipe(self) -> tuple[str, ...]:
        """Close the folder, overwrite and remove what Sestante wrote in it; the names of what else is there.

        StorageError while something is not back.
        """
        left = [each.name for each in self.look() if each.kind not in SETTLED]
        if left:
            raise StorageError(_NOT_BACK, path=self.folder, names=", ".join(left))
        self.close()
        return wipe_folder(self.folder)


def _refuse_others(folder: Path, laptop: Database, server: Database) -> None:
    taken = taken_along(laptop)
    if taken is None:
        raise StorageError(_NOT_TAKEN, path=folder)
    if not is_of(laptop, server):
        raise StorageError(_FROM_ELSEWHERE, path=folder, server=taken.server)


def _key(folder: Path, secret: str) -> Key | None:
    finish_before_unlocking(folder)
    if not is_locked(folder):
        return None
    from desktop.storage.vault.vault_file import read_vault

    return read_vault(folder).open_with_any(secret)
