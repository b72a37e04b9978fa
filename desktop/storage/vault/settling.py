"""What a change of encryption that was interrupted left behind, put in order at the next start."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from desktop.errors import StorageError, system_reason
from desktop.storage.connecting import Key
from desktop.storage.places import FILE_NAME, VAULT_NAME, is_plain
from desktop.storage.vault.earlier_copies import clear_copies, lock_copies
from desktop.storage.vault.exporting import BEFORE, NEXT
from desktop.text import Sentence, say

_STILL_PLAIN = say(
    "Turning the passphrase on or off was interrupted. All data are here and intact. They are not "
    "protected by a passphrase now; turn it on in the settings if you wish."
)
_VAULT_ASIDE = say(
    "A vault.json was found beside data that are not encrypted: turning the passphrase on or off was "
    "interrupted, or the file belongs to another workspace. It was kept as {name}. All data are here and "
    "intact. They are not protected by a passphrase now; turn it on in the settings if you wish."
)
_LOCKED = say(
    "Turning the passphrase on or off was interrupted. All data are here and whole, "
    "and protected by the passphrase."
)
_NOT_SETTLED = say("The data folder {folder} cannot be put in order: {reason}. Nothing of it was lost.")


def settle(folder: Path, key: Key | None) -> Sentence | None:
    """Put a folder in order whose lock is held; what is to be said of it, if anything was amiss.

    StorageError where files cannot be moved. With the key, readable earlier copies are encrypted, too.
    """
    try:
        told = _settle(folder)
        if key is not None:
            lock_copies(folder, key)
    except OSError as error:
        raise StorageError(_NOT_SETTLED, folder=folder, reason=system_reason(error)) from error
    return told


def _settle(folder: Path) -> Sentence | None:
    database, vault = folder / FILE_NAME, folder / VAULT_NAME
    was_interrupted = any((folder / f"{FILE_NAME}{each}").exists() for each in (NEXT, BEFORE))
    for path in folder.glob(f".{VAULT_NAME}-*.tmp"):
        with suppress(OSError):
            path.unlink()
    clear_copies(folder)
    if vault.exists() and is_plain(database):
        day = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        aside = vault.with_name(f"vault-before-{day}.json")
        vault.replace(aside)
        return Sentence(_VAULT_ASIDE.message, {"name": aside.name})
    if not was_interrupted:
        return None
    return _LOCKED if vault.exists() else _STILL_PLAIN
