"""Companies taken along on a laptop, and who has which of them."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import StorageError
from desktop.storage import Database, FileDatabase
from desktop.storage.loan_reader import Loan, TakenAlong, taken_along
from desktop.text import Sentence, say
from desktop.workspace.laptop_folder import make_new, wipe_folder
from desktop.workspace.laptop_words import taken_sentence
from desktop.workspace.stores import Stores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.storage.vault.recovery_code import RecoveryCode
    from desktop.workspace.returning_laptop import ReturningLaptop

_NOBODY = say("Choose at least one company to take along.")


class Laptops:
    """The companies of a workspace that are on laptops, on their way out and back."""

    def __init__(self, database: Database, stores: Stores) -> None:
        self._database = database
        self._stores = stores

    @property
    def is_on_server(self) -> bool:
        """Whether several desks share the workspace."""
        return self._database.own is not self._database

    def loans(self) -> tuple[Loan, ...]:
        """The companies that somebody has on a laptop now, the one that went first first."""
        return self._stores.loans()

    def taken_along(self) -> TakenAlong | None:
        """Where the companies of this workspace were taken from, where it is a laptop's; None elsewhere."""
        return None if self.is_on_server else taken_along(self._database)

    @property
    def told(self) -> Sentence | None:
        """What a laptop says of itself; None elsewhere."""
        taken = self.taken_along()
        return None if taken is None else taken_sentence(taken)

    def take_along(
        self, company_ids: "Sequence[int]", folder: Path, passphrase: str, code: "RecoveryCode"
    ) -> None:
        """Put companies into a new, encrypted data folder, with packs and preferences.

        `code` is the recovery code that opens it if the passphrase is forgotten. StorageError where the
        folder is not new or cannot be written; then nothing is left in it, and nobody has the companies.
        """
        from desktop.storage.parcels.going import going_from, take_along, uuids_of
        from desktop.storage.vault.vault import new_vault
        from desktop.storage.vault.vault_file import write_vault

        if not company_ids:
            raise StorageError(_NOBODY)
        uuids = uuids_of(self._database, company_ids)
        vault, key = new_vault(passphrase, code)
        make_new(folder)
        try:
            write_vault(folder, vault)
            target = FileDatabase(folder, key)
            try:
                name = self._stores.reader.preferences(("consultant",)).get("consultant") or ""
                going = going_from(self._database, self._database.name, str(name))
                take_along(self._database, target, uuids, going)
            finally:
                target.close()
        except BaseException:
            wipe_folder(folder)
            raise

    def bring_back(self, folder: Path, secret: str) -> "ReturningLaptop":
        """Open a folder that was taken along, with its passphrase or recovery code, to bring it back.

        StorageError says why it cannot be; the caller closes it.
        """
        from desktop.workspace.returning_laptop import ReturningLaptop

        return ReturningLaptop.open(folder, secret, self._database, self._stores.journal)
