"""Lines as they are drawn: in visual order, letters joined and marks set where the typeface wants them.

Order comes from unicode-bidi, forms and places from HarfBuzz; a text is shaped line by line, after ReportLab
has broken it, because words keep their width wherever they stand.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz
from bidi import get_display

from desktop.scripts import MARKS

_SIDES = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«", "‹": "›", "›": "‹"}
_SIDES |= {"<": ">", ">": "<", "≤": "≥", "≥": "≤"}
_SIDED = "".join(re.escape(side) for side in _SIDES)
_TURNED = "\ufe2f"  # a combining mark: it follows its character, so it stands before one that was turned
_PUT = re.compile(f"[{_SIDED}]")
_FOUND = re.compile(f"{_TURNED}([{_SIDED}])|([{_SIDED}]){_TURNED}")
_UNSEEN = re.compile(f"[{MARKS}]")
_DIGITS = "\u0660-\u0669\u066b\u066c\u06f0-\u06f9"
_HEBREW, _ARABIC = "\u0590-\u05ff\ufb1d-\ufb4f", "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d"
_JOINED = re.compile(f"[{_HEBREW}]+|(?:(?![{_DIGITS}])[{_ARABIC}])+")


class Glyph(NamedTuple):
    """A glyph of a face: where the pen goes on to and how far the glyph is moved, in 1/1000 of the size."""

    number: int
    advance: float
    right: float
    up: float


def in_visual_order(text: str, *, is_right_to_left: bool) -> str:
    """One line from left to right as it is seen, brackets turned; marks of direction are gone."""
    marked = _PUT.sub(lambda match: match[0] + _TURNED, text.replace(_TURNED, ""))
    seen = str(get_display(marked, base_dir="R" if is_right_to_left else "L"))
    turned = _FOUND.sub(lambda match: _SIDES[match[1]] if match[1] else match[2], seen)
    return _UNSEEN.sub("", turned)


def parts(seen: str) -> Iterator[tuple[str, bool]]:
    """The stretches of a line in visual order; with each, whether its letters are to be joined."""
    end = 0
    for match in _JOINED.finditer(seen):
        if match.start() > end:
            yield seen[end : match.start()], False
        yield match[0], True
        end = match.end()
    if end < len(seen):
        yield seen[end:], False


class Shaper:
    """What HarfBuzz knows of one face."""

    def __init__(self, data: bytes) -> None:
        """`data` is the file of a TrueType face."""
        face = uharfbuzz.Face(uharfbuzz.Blob(data))
        self._font = uharfbuzz.Font(face)
        self._scale = 1000 / face.upem
        self.glyphs = lru_cache(maxsize=4096)(self._glyphs)

    def _glyphs(self, seen: str) -> tuple[Glyph, ...]:
        """The glyphs, from left to right, of letters in visual order that are read from right to left."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(seen[::-1])
        buffer.guess_segment_properties()
        buffer.direction = "rtl"
        uharfbuzz.shape(self._font, buffer)
        drawn = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        return tuple(
            Glyph(info.codepoint, *(part * self._scale for part in (at.x_advance, at.x_offset, at.y_offset)))
            for info, at in drawn
        )
