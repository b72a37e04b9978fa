"""Texts of any origin as office files take them: no control characters, right-to-left parts apart."""

import re
from collections.abc import Iterator

from desktop.scripts import has_right_to_left, is_right_to_left

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ISOLATES = re.compile("[\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}]")
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTERS = r"[^\W\d_]"
_TURNED = re.compile(f"[{_RIGHT}](?:(?:(?!{_LETTERS}).|[{_RIGHT}])*[{_RIGHT}])?", re.DOTALL)
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")


def harmless(text: str) -> str:
    """The text without what no XML can hold, and without the marks that keep directions apart on paper."""
    return _NOT_IN_XML.sub("", _ISOLATES.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches of one direction; with each, whether it is read from right to left."""
    end = 0
    for match in _TURNED.finditer(text) if has_right_to_left(text) else ():
        if match.start() > end:
            yield text[end : match.start()], False
        yield match[0], True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def begins_right(text: str) -> bool:
    """Whether a paragraph of this text is read from right to left."""
    return is_right_to_left(text)


def language_of(stretch: str) -> str:
    """The language a stretch read from right to left is checked in, as far as its script tells."""
    return "he-IL" if _HEBREW.search(stretch) else "ar-SA"
