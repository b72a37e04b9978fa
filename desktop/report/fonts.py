"""The typeface Inter, registered at first use, and what to do with characters it lacks."""

import unicodedata
from functools import cache

from reportlab.graphics import shapes
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus.tables import CellStyle

from desktop.paths import resources_folder

REGULAR, MEDIUM, SEMIBOLD, BOLD = "Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold"
WEIGHTS = {REGULAR: 400, MEDIUM: 500, SEMIBOLD: 600, BOLD: 700}
"""The CSS weight of each face."""


@cache
def register_fonts() -> None:
    """Make the four faces known to ReportLab and let nothing fall back to Helvetica."""
    for name in WEIGHTS:
        registerFont(TTFont(name, str(resources_folder() / "fonts" / f"{name}.ttf")))
    for name in WEIGHTS:
        registerFontFamily(name, normal=name, bold=SEMIBOLD, italic=name, boldItalic=SEMIBOLD)
    shapes.STATE_DEFAULTS["fontName"] = REGULAR
    CellStyle.fontname = REGULAR
    ParagraphStyle.defaults.update(fontName=REGULAR, bulletFontName=REGULAR)


@cache
def _characters() -> frozenset[int]:
    register_fonts()
    faces = (pdfmetrics.getFont(name).face.charToGlyph for name in WEIGHTS)
    return frozenset.intersection(*(frozenset(face) for face in faces))


def missing_glyphs(text: str) -> frozenset[str]:
    """The characters of a text Inter cannot draw; control characters count, line ends and tabs do not."""
    known = _characters()
    return frozenset(
        letter
        for letter in text
        if letter not in "\n\r\t" and (ord(letter) not in known or unicodedata.category(letter) == "Cc")
    )


def printable(text: str) -> str:
    """The text with every character drawable: a letter's base where it is missing, else a question mark."""
    composed = unicodedata.normalize("NFC", text)
    missing = missing_glyphs(composed)
    if not missing:
        return composed
    return "".join(_replaced(letter) if letter in missing else letter for letter in composed)


def _replaced(letter: str) -> str:
    if unicodedata.category(letter) in ("Cc", "Cf", "Mn", "Me"):
        return ""
    base = "".join(part for part in unicodedata.normalize("NFKD", letter) if ord(part) in _characters())
    return base or "?"
