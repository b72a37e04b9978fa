"""How a hub goes from one key to the next: the former key signs that the next one is the hub's, too."""

from collections.abc import Iterable
from typing import Final

from desktop.exchange.packs.pack import KeyChange
from desktop.exchange.packs.signing import PackKey, is_signature

_CHANGE: Final = b"SESTANTE-PACK-KEY-1\n"


def announce(pack_id: str, old: PackKey, new: bytes) -> KeyChange:
    """What the old key says of the new one, for one pack alone."""
    change = _said(pack_id, old.public, new)
    return KeyChange(old=old.public.hex(), new=new.hex(), signature=old.sign(change).hex())


def leads_to(key: bytes, trusted: bytes, changes: Iterable[KeyChange], pack_id: str) -> bool:
    """Whether a trusted key announced another one, perhaps through others between."""
    reached, steps = {trusted}, tuple(changes)
    for _ in steps:
        for step in steps:
            old, new = bytes.fromhex(step.old), bytes.fromhex(step.new)
            if old in reached and new not in reached and is_announced(step, pack_id):
                reached.add(new)
    return key in reached


def is_announced(change: KeyChange, pack_id: str) -> bool:
    """Whether the old key of a change really said so."""
    old, new = bytes.fromhex(change.old), bytes.fromhex(change.new)
    return is_signature(old, bytes.fromhex(change.signature), _said(pack_id, old, new))


def _said(pack_id: str, old: bytes, new: bytes) -> bytes:
    return _CHANGE + pack_id.encode() + b"\n" + old.hex().encode() + b"\n" + new.hex().encode() + b"\n"
