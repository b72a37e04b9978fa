"""Keys that sign packs: a hub's own, the fingerprint people compare, and how a key announces the next."""

import base64
import hashlib
from dataclasses import dataclass, field
from typing import Final

from desktop.exchange.results.desk_key import DeskKey

KEY_BYTES: Final = 32
_PACK: Final = b"SESTANTE-PACK-1\n"
_FINGERPRINT: Final = b"SESTANTE-PACK-CARD-1\n"
_DIGITS, _GROUP = 16, 4


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
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()

    @property
    def fingerprint(self) -> str:
        """Letters and digits in groups, for the hub's card and posters."""
        return fingerprint_of(self.public)

    def sign(self, data: bytes) -> bytes:
        """The signature of some bytes, 64 bytes; the same each time."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(data)


def fingerprint_of(public: bytes) -> str:
    """Sixteen letters and digits in groups of four, such as ABCD-EFGH-2345-6789."""
    letters = base64.b32encode(hashlib.sha256(_FINGERPRINT + public).digest()).decode()
    return "-".join(letters[start : start + _GROUP] for start in range(0, _DIGITS, _GROUP))


def is_fingerprint_of(typed: str, public: bytes) -> bool:
    """Whether what somebody typed is a key's fingerprint; spaces, hyphens and small letters do not matter."""
    bare = "".join(each for each in typed.upper() if each.isalnum())
    return bare == fingerprint_of(public).replace("-", "")


def is_signature(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether a signature is a key's for these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def pack_bytes(manifest: bytes) -> bytes:
    """What the signature of a pack is for: its manifest as it is stored."""
    return _PACK + manifest
