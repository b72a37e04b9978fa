"""The key of a protected copy, out of the vault that travels in it."""

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import SestanteError
from desktop.storage import Key
from desktop.storage.copies.protected import ProtectedError
from desktop.storage.places import VAULT_NAME

if TYPE_CHECKING:
    from desktop.storage.copies.examining import Unlock


def unlocking_with(secret: str) -> "Unlock":
    """What takes the key out of a vault with passphrase or recovery code; ProtectedError for a wrong one."""
    return partial(_unlock, secret=secret)


def _unlock(vault: str, *, secret: str) -> Key:
    """The vault is as in a data folder, and read by who reads it there."""
    from desktop.storage.vault.recovery_code import GROUP_LETTERS, GROUPS, written
    from desktop.storage.vault.vault import WrongSecretError
    from desktop.storage.vault.vault_file import VaultError, read_vault

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / VAULT_NAME).write_text(vault, encoding="utf-8")
        found = read_vault(Path(folder))
    try:
        return found.open(secret)
    except WrongSecretError as error:
        if len(written(secret)) != GROUPS * GROUP_LETTERS:
            raise ProtectedError(error.sentence, was_tried=True) from error
    try:
        return found.open_with_code(secret)
    except VaultError:
        raise
    except SestanteError as error:
        raise ProtectedError(error.sentence, was_tried=True) from error
