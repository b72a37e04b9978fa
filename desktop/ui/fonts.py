"""The bundled typefaces, the same on every computer."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Inter"
_OTHERS = {"NotoSansArabic": "Noto Sans Arabic", "NotoSansHebrew": "Noto Sans Hebrew"}
"""Faces for letters Inter lacks, by the beginning of their files' names."""
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")


@cache
def load_fonts(folder: Path) -> None:
    """Register the typefaces' files with Qt, once: they stay; needs a running application."""
    for face in (FAMILY, *_OTHERS):
        for weight in _WEIGHTS:
            QFontDatabase.addApplicationFont(str(folder / f"{face}-{weight}.ttf"))


def font(pixels: int = 14, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The typeface in a size and weight, drawn alike under every system's settings."""
    return QFont(_made(pixels, weight))  # Qt looks a typeface up once for all that are copies of one


@cache
def _made(pixels: int, weight: QFont.Weight) -> QFont:
    made = QFont()
    made.setFamilies([FAMILY, *_OTHERS.values()])
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return made


def medium(pixels: int = 14) -> QFont:
    """The typeface a little stronger, for what can be pressed."""
    return font(pixels, QFont.Weight.Medium)


def semibold(pixels: int = 14) -> QFont:
    """The typeface strong, for headings."""
    return font(pixels, QFont.Weight.DemiBold)
