"""Copies made before a workspace got its passphrase, protected by it afterwards."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from desktop.errors import SestanteError
from desktop.storage.connecting import Key, database_errors
from desktop.storage.copies.container import ENDS, CopyFacts, measure, pack, unpack, verify
from desktop.storage.copies.making import scratch_in, vault_beside
from desktop.storage.copies.places import all_kept, folders_kept, is_there, read_places
from desktop.storage.places import FILE_NAME
from desktop.storage.vault.exporting import BEFORE, rewrite, take_place
from desktop.storage.vault.wiping import wipe


class _Named(msgspec.Struct, frozen=True):
    workspace: str


def lock_kept(folder: Path, key: Key) -> tuple[Path, ...]:
    """Encrypt the kept copies anybody could read, also at the second place; those that could not be.

    Those that a former passphrase or recovery code opens get the present ones. A second place that is not
    there is among what could not be reached.
    """
    kept = _readable(folder)
    _renew(folder, kept)
    left = [path for path, facts in kept if not facts.is_encrypted and not _is_locked(path, folder, key)]
    second = read_places(folder).second
    return (*left, Path(second)) if second and not is_there(second) else tuple(left)


def renew_vaults(folder: Path) -> None:
    """Let the present passphrase and recovery code open the kept copies of the same key, and no former ones.

    One that cannot be written stays for the next time.
    """
    _renew(folder, _readable(folder))


def clear_kept(folder: Path) -> None:
    """Remove what was left beside kept copies when the program was ended while it wrote them anew."""
    for place, prefix in folders_kept(folder):
        for pattern in (f"{prefix}*{ENDS}{BEFORE}", f".{prefix}*.tmp"):
            for path in place.glob(pattern):
                with suppress(OSError):
                    wipe(path)


def _key_of(vault: str | None) -> str | None:
    """What names the key in a vault, which no passphrase changes; None where it is no vault of ours."""
    with suppress(msgspec.MsgspecError):
        return msgspec.json.decode(vault or "", type=_Named).workspace
    return None


def _readable(folder: Path) -> tuple[tuple[Path, CopyFacts], ...]:
    """The kept copies whose first line can be read, each with it."""
    return tuple((each.path, facts) for each in all_kept(folder) if (facts := each.facts) is not None)


def _renew(folder: Path, kept: Iterable[tuple[Path, CopyFacts]]) -> None:
    vault = vault_beside(folder / FILE_NAME)
    if vault is None:
        return
    for path, facts in kept:
        if facts.vault in (None, vault) or _key_of(facts.vault) != _key_of(vault):
            continue
        with suppress(SestanteError, OSError), scratch_in(folder) as scratch:
            database = scratch / "copy.db"
            unpack(path, database)
            pack(msgspec.structs.replace(facts, vault=vault), database, path)


def _is_locked(path: Path, folder: Path, key: Key) -> bool:
    before = path.with_name(path.name + BEFORE)
    try:
        with scratch_in(folder) as scratch:
            _replace_locked(path, scratch / "copy.db", folder, key)
    except database_errors(SestanteError, OSError, UnicodeError):
        return False
    finally:
        with suppress(OSError):
            wipe(before)
    return True


def _replace_locked(path: Path, database: Path, folder: Path, key: Key) -> None:
    facts = unpack(path, database)
    rewrite(database, None, key)
    take_place(database, leaves_readable=True)
    size, sha256 = measure(database)
    vault = vault_beside(folder / FILE_NAME)
    locked: CopyFacts = msgspec.structs.replace(
        facts, size=size, sha256=sha256, is_encrypted=True, vault=vault
    )
    with suppress(OSError):  # not every disk lets a file have two names
        os.link(path, path.with_name(path.name + BEFORE))
    pack(locked, database, path)
    verify(path)
