"""Keys that sign packs: a hub's own, the fingerprint people compare, and how a key announces the next."""

from dataclasses import dataclass, field
from typing import Final

from desktop.exchange.results import signatures
from desktop.exchange.results.desk_key import DeskKey

KEY_BYTES: Final = 32
_PACK: Final = b"SESTANTE-PACK-1\n"
_FINGERPRINT: Final = b"SESTANTE-PACK-CARD-1\n"


@dataclass(frozen=True, slots=True)
class PackKey:
    """What signs packs, known to the hub alone: 32 bytes."""

    seed: bytes = field(repr=False)

    @classmethod
    def of_desk(cls, desk: DeskKey) -> "PackKey":
        """The key of a hub's desk, made of its secret for this use alone."""
        return cls(desk.pack_seed)

    @property
    def public(self) -> bytes:
        """What others check signatures with, 32 bytes."""
        return signatures.public_of(self.seed)

    @property
    def fingerprint(self) -> str:
        """Letters and digits in groups, for the hub's card and posters."""
        return fingerprint_of(self.public)

    def sign(self, data: bytes) -> bytes:
        """The signature of some bytes, 64 bytes; the same each time."""
        return signatures.signature_of(self.seed, data)


def fingerprint_of(public: bytes) -> str:
    """Sixteen letters and digits in groups of four, such as ABCD-EFGH-2345-6789."""
    return signatures.fingerprint_of(_FINGERPRINT + public)


def is_fingerprint_of(typed: str, public: bytes) -> bool:
    """Whether what somebody typed is a key's fingerprint; spaces, hyphens and small letters do not matter."""
    bare = "".join(each for each in typed.upper() if each.isalnum())
    return bare == fingerprint_of(public).replace("-", "")


def pack_bytes(manifest: bytes) -> bytes:
    """What the signature of a pack is for: its manifest as it is stored."""
    return _PACK + manifest
