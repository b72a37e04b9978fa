"""In which scripts texts can be drawn, and which way they are read: Arabic and Hebrew from right to left."""

import re
import unicodedata
from collections.abc import Iterable

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_ANY = re.compile(f"[{_RIGHT_TO_LEFT}]")
_APART_BEGINS, _APART_ENDS = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
MARKS = "\u061c\u200e\u200f\u2066-\u2069"
"""Marks of direction, as a class of a regular expression; nothing is drawn for them."""
_MARK = re.compile(f"[{MARKS}]")


_DRAWN = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW")
"""The scripts of the bundled typefaces, as names of characters begin."""


def without_marks(text: str) -> str:
    """The text as it is spoken: without marks of direction."""
    return _MARK.sub("", text)


def letters_without_typeface(texts: Iterable[str]) -> str:
    """The letters of scripts no bundled typeface has, in order; on paper they are written in Latin ones."""
    found = {letter for text in texts if not text.isascii() for letter in text}
    return "".join(sorted(letter for letter in found if letter.isalpha() and not _is_drawn(letter)))


def _is_drawn(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    return name.startswith(_DRAWN) or unicodedata.category(letter) == "Lm" or ord(letter) < 0x100  # noqa: PLR2004


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
