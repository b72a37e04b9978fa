"""A key locked with a secret: scrypt makes a key of the secret, ChaCha20-Poly1305 locks the other with it."""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Final

from desktop.errors import StorageError
from desktop.storage.connecting import KEY_BYTES, Key
from desktop.text import say

SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
SEALED_BYTES: Final = KEY_BYTES + 16
_NO_MEMORY = say(
    "There is not enough free memory to open the workspace: close other programs, and try again."
)


@dataclass(frozen=True, slots=True)
class Effort:
    """What one guess costs, in scrypt's terms: 128 * n * r bytes of memory, and p times as long."""

    n: int = 2**16
    r: int = 8
    p: int = 1

    @property
    def is_sensible(self) -> bool:
        """Whether it neither makes guessing easy nor takes all memory (256 MiB at most)."""
        return self.n in (2**power for power in range(14, 19)) and self.r == 8 and 1 <= self.p <= 4  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Wrap:
    """A key locked with one secret."""

    effort: Effort
    salt: bytes
    nonce: bytes
    sealed: bytes = field(repr=False)


def wrap(key: Key, secret: str, bound_to: bytes, effort: Effort | None = None) -> Wrap:
    """Lock a key; it opens again only where `bound_to` is the same. Takes half a second."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    chosen, salt = effort or Effort(), secrets.token_bytes(SALT_BYTES)
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = ChaCha20Poly1305(_derived(secret, salt, chosen)).encrypt(nonce, key.raw, bound_to)
    return Wrap(chosen, salt, nonce, sealed)


def unwrap(wrapped: Wrap, secret: str, bound_to: bytes) -> Key | None:
    """The key, or None where it was locked with another secret. Takes half a second."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher = ChaCha20Poly1305(_derived(secret, wrapped.salt, wrapped.effort))
    try:
        return Key(cipher.decrypt(wrapped.nonce, wrapped.sealed, bound_to))
    except InvalidTag:
        return None


def _derived(secret: str, salt: bytes, effort: Effort) -> bytes:
    data = secret.encode("utf-8", "surrogatepass")
    most = 128 * effort.r * (effort.n + effort.p + 2) * 2
    try:
        return hashlib.scrypt(
            data, salt=salt, n=effort.n, r=effort.r, p=effort.p, maxmem=most, dklen=KEY_BYTES
        )
    except MemoryError:
        raise StorageError(_NO_MEMORY) from None
