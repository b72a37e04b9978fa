"""A pack made of its folder in one step: checked, built, signed, written."""

from pathlib import Path

from desktop.exchange.packs.building import build, save_pack, sign
from desktop.exchange.packs.checking import CheckedPack
from desktop.exchange.packs.errors import PackError
from desktop.exchange.packs.pack import Pack
from desktop.exchange.packs.signing import PackKey
from desktop.text import say

_WRONG = say("Nothing was built: correct the errors first.")


def make_pack(checked: CheckedPack, key: PackKey, target: Path) -> Pack:
    """Write the signed pack of a checked folder; PackError where it has errors or cannot be written."""
    if checked.source is None or checked.errors:
        raise PackError(_WRONG)
    pack = sign(build(checked.source), key)
    save_pack(target, pack)
    return pack
