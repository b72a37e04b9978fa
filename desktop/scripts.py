"""Which way a text is read: right to left for Arabic and Hebrew, left to right for all others."""

import re
import unicodedata

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_ANY = re.compile(f"[{_RIGHT_TO_LEFT}]")
_APART_BEGINS, _APART_ENDS = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
MARKS = "\u061c\u200e\u200f\u2066-\u2069"
"""Marks of direction, as a class of a regular expression; nothing is drawn for them."""


def has_right_to_left(text: str) -> bool:
    """Whether any of the text is read from right to left."""
    return _ANY.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether the text as a whole is: its first letter decides, parts kept apart do not."""
    if not has_right_to_left(text):
        return False
    depth = 0
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(depth - 1, 0)
        elif not depth and kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def apart(text: str) -> str:
    """A name or answer as it goes into a sentence: its direction does not turn the rest of the line."""
    return f"{_APART_BEGINS}{text}{_APART_ENDS}" if has_right_to_left(text) else text
