"""The bundled typeface, the same on every computer."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Inter"
_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")


def load_fonts(folder: Path) -> None:
    """Register the typeface's files with Qt; needs a running application."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(folder / name))


def font(pixels: int = 14, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The typeface in a size and weight, drawn alike under every system's settings."""
    made = QFont(FAMILY)
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
