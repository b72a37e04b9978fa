"""The bundled typefaces, registered at first use, and what to do with characters they lack."""

import re
import unicodedata
from functools import cache

from reportlab.graphics import shapes
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.platypus.tables import CellStyle

from desktop.paths import resources_folder
from desktop.report.script_font import ScriptFont
from desktop.scripts import MARKS, has_right_to_left

REGULAR, MEDIUM, SEMIBOLD, BOLD = "Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"
WEIGHTS = {REGULAR: 400, MEDIUM: 500, SEMIBOLD: 600, BOLD: 700}
"""The CSS weight of each face."""
_OTHERS = ("NotoSansArabic", "NotoSansHebrew")
_DIRECTING = re.compile(f"[\u200c\u200d{MARKS}]")


@cache
def register_fonts() -> None:
    """Make the four faces known to ReportLab and let nothing fall back to Helvetica."""
    folder = resources_folder() / "fonts"
    for name in WEIGHTS:
        others = [folder / f"{other}-{name.removeprefix('Inter-')}.ttf" for other in _OTHERS]
        registerFont(ScriptFont(name, folder / f"{name}.ttf", others))
    for name in WEIGHTS:
        registerFontFamily(name, normal=name, bold=SEMIBOLD, italic=name, boldItalic=SEMIBOLD)
    shapes.STATE_DEFAULTS["fontName"] = REGULAR
    CellStyle.fontname = REGULAR
    ParagraphStyle.defaults.update(fontName=REGULAR, bulletFontName=REGULAR)


@cache
def _own_characters() -> frozenset[int]:
    register_fonts()
    faces = (pdfmetrics.getFont(name).face.charToGlyph for name in WEIGHTS)
    return frozenset.intersection(*(frozenset(face) for face in faces))


@cache
def _usual_letters() -> frozenset[str]:
    """Those of every face that stand for themselves wherever they are."""
    letters = map(chr, _own_characters())
    return frozenset(
        each
        for each in letters
        if unicodedata.category(each)[0] not in "CM" and unicodedata.is_normalized("NFC", each)
    ) | {"\n", "\r", "\t"}


@cache
def _characters() -> frozenset[int]:
    """Those of the other faces too."""
    faces = [pdfmetrics.getFont(name).others for name in WEIGHTS if _own_characters()]
    others = (frozenset[int]().union(*(face.face.charToGlyph for face in each)) for each in faces)
    return _own_characters() | frozenset.intersection(*others)


def missing_glyphs(text: str) -> frozenset[str]:
    """The characters of a text no bundled face draws; control characters count, line ends and tabs do not."""
    known = _own_characters()
    if has_right_to_left(text):
        text, known = _DIRECTING.sub("", text), _characters()
    return frozenset(
        letter
        for letter in text
        if letter not in "\n\r\t" and (ord(letter) not in known or unicodedata.category(letter) == "Cc")
    )


def printable(text: str) -> str:
    """The text with every character drawable.

    A letter no bundled face has is written in Latin letters, as names from China are in a passport; where
    that cannot be done either a question mark stands for it.
    """
    if _usual_letters().issuperset(text):
        return text
    composed = unicodedata.normalize("NFC", text)
    missing = missing_glyphs(composed)
    if not missing:
        return composed
    return "".join(_replaced(letter) if letter in missing else letter for letter in composed)


def _replaced(letter: str) -> str:
    if unicodedata.category(letter) in ("Cc", "Cf", "Mn", "Me"):
        return ""
    base = "".join(part for part in unicodedata.normalize("NFKD", letter) if ord(part) in _own_characters())
    return base or _in_latin(letter) or "?"


def _in_latin(letter: str) -> str:
    from anyascii import anyascii

    return anyascii(letter) if unicodedata.category(letter)[0] == "L" else ""
