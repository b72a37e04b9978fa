"""Which characters of a finished PDF are drawn as a box, read from the typefaces embedded in it."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ContentStream

_CODE = re.compile(r"<(\w\w)> <(\w+)>")


def boxes(pdf: bytes) -> list[str]:
    """Where a page shows glyph 0, or an empty glyph that is no space: the page's number and the code."""
    reader = PdfReader(BytesIO(pdf))
    known: dict[Any, frozenset[int]] = {}
    return [
        f"page {number}: {font} {code}"
        for number, page in enumerate(reader.pages, 1)
        for font, code in _shown(page, reader)
        if code in _empty(page, font, known)
    ]


def _shown(page: Any, reader: PdfReader) -> Iterator[tuple[str, int]]:
    font = ""
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"Tf":
            font = str(operands[0])
        elif operator in (b"Tj", b"TJ"):
            parts = operands[0] if operator == b"TJ" else [operands[0]]
            for part in parts:
                if hasattr(part, "original_bytes"):
                    yield from ((font, code) for code in part.original_bytes)


def _empty(page: Any, name: str, known: dict[Any, frozenset[int]]) -> frozenset[int]:
    font = page["/Resources"]["/Font"].raw_get(name)
    key = getattr(font, "idnum", id(font))
    if key not in known:
        known[key] = frozenset(_codes_without_glyph(font.get_object()))
    return known[key]


def _codes_without_glyph(font: Mapping[str, Any]) -> Iterator[int]:
    face = TTFont(BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))
    order, outlines = face.getGlyphOrder(), face["glyf"]
    codes = next(table.cmap for table in face["cmap"].tables)
    spaces = {code for code, letter in letters(font).items() if letter.isspace()}
    for code in range(font["/LastChar"] + 1):
        glyph = codes.get(code, order[0])
        if glyph == order[0] or (outlines[glyph].numberOfContours == 0 and code not in spaces):
            yield code


def letters(font: Mapping[str, Any]) -> dict[int, str]:
    """The text each code of a font stands for."""
    table = font["/ToUnicode"].get_data().decode().partition("endcodespacerange")[2]
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in _CODE.findall(table)}
