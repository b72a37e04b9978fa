"""Whether a pack may be installed here: whose key signed it, its number, and whose name it has."""

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from desktop.storage.pack_reader import InstalledPack, TrustedKey
from desktop.text import say

if TYPE_CHECKING:
    from desktop.exchange.packs.pack import Pack

Trust: TypeAlias = Literal["first", "known", "announced", "another"]
"""Whose key signed: nobody's so far, the trusted one, one that this announced, or another one."""
_PINNED_FOLDERS = ("assessments/", "consent/")
"""What answers given and agreements made refer to, and must stay readable."""
_OLDER = say(
    "{file} has the number {serial}, and number {highest} of this pack was installed before. An older pack "
    "never takes the place of a newer one; ask the hub for the current one."
)
_TWICE = say(
    "{file} has the number {serial} like the pack that is installed, and is another one. Ask the hub for a "
    "pack with a higher number."
)


def trust_of(pack: "Pack", trusted: TrustedKey | None) -> Trust:
    """Whose key signed a pack, by the key that is trusted for its id."""
    from desktop.exchange.packs.key_changes import leads_to

    if trusted is None:
        return "first"
    if trusted.public == pack.key:
        return "known"
    changes = pack.manifest.key_changes
    return "announced" if leads_to(pack.key, trusted.public, changes, pack.manifest.id) else "another"


def is_namesake(installed: InstalledPack, pack: "Pack") -> bool:
    """Whether somebody else's pack has the name of an installed one, if perhaps in other letters."""
    names = {unicodedata.normalize("NFKC", name).casefold() for name in (installed.name, pack.manifest.name)}
    return installed.id != pack.manifest.id and installed.key != pack.key and len(names) == 1


def refuse_older(
    pack: "Pack", file: str, trusted: TrustedKey | None, installed: InstalledPack | None
) -> None:
    """PackError, naming `file`, where a later pack was installed before, or another one of this number is."""
    from desktop.exchange.packs.errors import PackError

    serial = pack.manifest.serial
    if trusted is not None and serial < trusted.highest_serial:
        raise PackError(_OLDER, file=file, serial=serial, highest=trusted.highest_serial)
    if installed is not None and serial == installed.serial and installed.sha256 != pack.sha256:
        raise PackError(_TWICE, file=file, serial=serial)


def is_pinned_to(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> bool:
    """Whether something answers refer to would be gone with the pack's former files."""
    return any(name.startswith(_PINNED_FOLDERS) and after.get(name) != data for name, data in before.items())
