"""The code that ends event mode, kept so that nobody reads it in the file."""

import hashlib
import hmac
import secrets
from typing import Any, Final

from desktop.errors import SestanteError
from desktop.text import say

SHORTEST_CODE: Final = 4
LONGEST_CODE: Final = 40
_SALT_BYTES, _BYTES = 16, 32
_EFFORT = 2**14  # scrypt's n: some 50 ms for a guess
_MEMORY = 64 * 1024 * 1024
_TOO_SHORT = say(
    "The code needs at least {count} letters or digits; leave the field empty to do without one.", count=0
)


def locked_code(code: str) -> dict[str, str] | None:
    """What is kept of a code; None for an empty one. SestanteError for one that is too short."""
    bare = code.strip()
    if not bare:
        return None
    if len(bare) < SHORTEST_CODE:
        raise SestanteError(_TOO_SHORT, count=SHORTEST_CODE)
    salt = secrets.token_bytes(_SALT_BYTES)
    return {"salt": salt.hex(), "digest": _digest(bare, salt).hex()}


def opens(kept: Any, code: str) -> bool:
    """Whether a code is the one that was kept; what cannot be read any more opens with none."""
    try:
        salt, digest = bytes.fromhex(kept["salt"]), bytes.fromhex(kept["digest"])
    except (TypeError, KeyError, ValueError):
        return False
    return hmac.compare_digest(_digest(code.strip(), salt), digest)


def _digest(code: str, salt: bytes) -> bytes:
    data = code[:LONGEST_CODE].encode("utf-8", "surrogatepass")
    return hashlib.scrypt(data, salt=salt, n=_EFFORT, r=8, p=1, maxmem=_MEMORY, dklen=_BYTES)
