"""The marks that the server keeps of what laptops returned: how they begin, by which they are found."""

import hashlib
from typing import Final

RETURNED: Final = "returned:"
"""How all of them begin."""


def marks_of(uuid: str) -> str:
    """How those of one company begin, which tells nobody whose they are."""
    return f"{RETURNED}{hashlib.sha256(uuid.encode()).hexdigest()[:16]}:"
