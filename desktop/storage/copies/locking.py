"""Copies made before a workspace got its passphrase, protected by it afterwards."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from desktop.errors import SestanteError
from desktop.storage.connecting import Key, database_errors
from desktop.storage.copies.container import CopyFacts, measure, pack, unpack, verify
from desktop.storage.copies.making import scratch_in, vault_beside
from desktop.storage.copies.places import all_kept
from desktop.storage.copies.rotation import KeptCopy
from desktop.storage.places import FILE_NAME
from desktop.storage.vault.exporting import BEFORE, rewrite, take_place
from desktop.storage.vault.wiping import wipe


def lock_kept(folder: Path, key: Key) -> tuple[Path, ...]:
    """Encrypt the kept copies anybody could read, also at the second place; those that could not be."""
    return tuple(each.path for each in _readable(folder) if not _is_locked(each.path, folder, key))


def _readable(folder: Path) -> Iterator[KeptCopy]:
    for each in all_kept(folder):
        facts = each.facts
        if facts is not None and not facts.is_encrypted:
            yield each


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
