"""The key of a protected copy, out of the vault that travels in it."""

from functools import partial
from typing import TYPE_CHECKING

from desktop.errors import StorageError
from desktop.storage import Key
from desktop.text import say

if TYPE_CHECKING:
    from desktop.storage.copies.examining import Unlock

_NOT_YET = say("Protected copies of other workspaces cannot be opened by this version.")


def unlocking_with(secret: str) -> "Unlock":
    """What takes the key out of a vault with a passphrase or recovery code; StorageError for a wrong one."""
    return partial(_unlock, secret=secret)


def _unlock(vault: str, *, secret: str) -> Key:
    raise StorageError(_NOT_YET, vault=vault, secret=secret)
