"""Numbers as good as random that decide between equals, the same on every machine."""

from functools import lru_cache
from hashlib import sha256


@lru_cache(maxsize=4096)
def tie_of(name: str, bits: int) -> int:
    """A number from 1 to 2**bits that depends on the name alone."""
    return 1 + int.from_bytes(sha256(name.encode()).digest()[:4], "big") % (1 << bits)
