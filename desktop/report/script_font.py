"""A font for ReportLab that draws what its own face lacks with other faces."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont, instanceStringWidthTTF
from typing_extensions import override

from desktop.report.readable_font import ReadableFont
from desktop.report.shaping import Shaper, in_visual_order, parts
from desktop.scripts import MARKS

Subset: TypeAlias = "int | tuple[int, int]"
_OTHER = re.compile(f"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200c\u200d{MARKS}\U000f0000-\U000fffff]")
_UNSEEN = re.compile(f"[\u200c\u200d{MARKS}]")
_STAYS = "\N{NO-BREAK SPACE}"
_WORDS = 2048  # whose width is kept: in a plan each is asked for four times
_PRIVATE = 0xF0000  # glyphs without a character of their own get one here, by their place in the face


class _Face(ReadableFont):
    """Another face, which joins letters."""

    def __init__(self, path: Path, place: int) -> None:
        super().__init__(path.stem, str(path), shapable=False)
        self._first = _PRIVATE + 0x4000 * place
        self._shaper = Shaper(path.read_bytes())

    def has(self, letter: str) -> bool:
        """Whether the face draws a character."""
        return ord(letter) in self.face.charToGlyph

    def shaped(self, seen: str) -> tuple[str, list[ShapeData]]:
        """The characters, one for each glyph, and how they are placed."""
        letters: list[str] = []
        places: list[ShapeData] = []
        for glyph in self._shaper.glyphs(seen):
            code = self._code(glyph.number)
            width = self.face.getCharWidth(code)
            letters.append(chr(code))
            places.append(ShapeData(len(places), glyph.advance, 0, glyph.right, glyph.up, width))
        return "".join(letters), places

    def width(self, seen: str) -> float:
        """How far the pen goes, in 1/1000 of the size."""
        return sum(glyph.advance for glyph in self._shaper.glyphs(seen))

    def _code(self, glyph: int) -> int:
        for code in self.face.glyphToChar.get(glyph, ()):
            if _OTHER.match(chr(code)):
                return int(code)
        code = self._first + glyph
        self.face.charToGlyph[code] = glyph
        self.face.glyphToChar[glyph] = [code]
        return code


class ScriptFont(ReadableFont):
    """A face of Latin, Greek and Cyrillic letters, with faces for letters that are read from right to left.

    Texts stay as they were written; `shaped` brings a line into the order and forms it is drawn in.
    """

    def __init__(self, name: str, path: Path, others: Sequence[Path]) -> None:
        """`others` are asked in order, and read when a text first needs one."""
        super().__init__(name, str(path))
        self._paths = others
        self.stringWidth = lru_cache(maxsize=_WORDS)(self._measured)

    @cached_property
    def others(self) -> tuple[_Face, ...]:
        """The other faces."""
        return tuple(_Face(path, place) for place, path in enumerate(self._paths))

    def shaped(self, text: str, *, is_right_to_left: bool) -> ShapedStr | str:
        """One line as it is drawn; itself where it needs no other face."""
        if not _OTHER.search(text):
            return text
        letters: list[str] = []
        places: list[ShapeData] = []
        for part, is_joined in parts(in_visual_order(text, is_right_to_left=is_right_to_left)):
            face = self._joining(part) if is_joined else None
            if face is not None:
                drawn, placed = face.shaped(part)
            else:
                drawn = _UNSEEN.sub("", part)
                widths = [self._face(each).face.getCharWidth(ord(each)) for each in drawn]
                placed = [ShapeData(place, width, 0, 0, 0, width) for place, width in enumerate(widths)]
            letters.append(drawn)
            places += placed
        return ShapedStr("".join(letters), places)

    def _measured(self, text: str, size: float, encoding: str = "utf8") -> float:
        """The width of a word or line in points, which ReportLab asks for as `stringWidth`."""
        if text.isascii() or not _OTHER.search(text):
            return float(instanceStringWidthTTF(self, text, size, encoding))
        return size / 1000 * sum(self._width(part, is_joined=joins) for part, joins in parts(text[::-1]))

    def _width(self, part: str, *, is_joined: bool) -> float:
        face = self._joining(part) if is_joined else None
        if face is not None:
            return face.width(part)
        drawn = _UNSEEN.sub("", part)
        return sum(float(self._face(each).face.getCharWidth(ord(each))) for each in drawn)

    def _joining(self, part: str) -> _Face | None:
        letters = _UNSEEN.sub("", part)
        return next((face for face in self.others if letters and face.has(letters[0])), None)

    def _face(self, letter: str) -> TTFont:
        if not _OTHER.match(letter):
            return self
        return next((face for face in self.others if face.has(letter)), self)

    @override
    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[Subset, bytes]]:
        own: list[tuple[Subset, bytes]]
        if text.isascii() or not _OTHER.search(text):
            own = self._known(text, doc) or super().splitString(text, doc, encoding)
            return own
        found: list[tuple[Subset, bytes]] = []
        for place, stretch in self._stretches(text):
            if place < 0:
                found += super().splitString(stretch, doc, encoding)
            else:
                found += [
                    ((place, subset), codes)
                    for subset, codes in self.others[place].splitString(stretch, doc, encoding)
                ]
        return found

    def _known(self, text: str, doc: Any) -> list[tuple[Subset, bytes]]:
        """The text in the first subset where that has all its letters; nothing where it has not."""
        if doc not in self.state:
            return []
        codes = self.state[doc].assignments
        letters = text.replace(_STAYS, " ")
        if not codes.keys() >= set(map(ord, letters)):
            return []
        drawn = letters.translate(codes)
        return [(0, drawn.encode("latin-1"))] if drawn and max(drawn) < "\u0100" else []

    def _stretches(self, text: str) -> list[tuple[int, str]]:
        """The text in stretches of one face each; -1 stands for the font's own."""
        found: list[tuple[int, str]] = []
        for letter in text:
            face = self._face(letter)
            place = -1 if face is self else self.others.index(face)
            if found and found[-1][0] == place:
                found[-1] = (place, found[-1][1] + letter)
            else:
                found.append((place, letter))
        return found

    @override
    def getSubsetInternalName(self, subset: Subset, doc: Any) -> str:
        if isinstance(subset, tuple):
            return str(self.others[subset[0]].getSubsetInternalName(subset[1], doc))
        return str(super().getSubsetInternalName(subset, doc))
