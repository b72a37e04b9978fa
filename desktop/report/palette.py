"""The colours of paper and of the two screens, so that one drawing serves all three."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by their duty, as `#RRGGBB`.

    `muted` is readable on `background`; `soft` marks what is uncertain and stays lighter than `accent` in
    black and white too.
    """

    background: str
    ink: str
    muted: str
    line: str
    faint: str
    accent: str
    soft: str
    on_accent: str


LIGHT = Palette(
    background="#FFFFFF",
    ink="#14202B",
    muted="#46525F",
    line="#BFC9D3",
    faint="#EDF1F5",
    accent="#0B4EA2",
    soft="#A3C0E6",
    on_accent="#FFFFFF",
)
DARK = Palette(
    background="#171B21",
    ink="#F1F4F8",
    muted="#B3BDC9",
    line="#4A5563",
    faint="#272E37",
    accent="#78AEFF",
    soft="#3A629C",
    on_accent="#0B1420",
)


def colour(value: str, alpha: float = 1) -> Color:
    """A palette colour for ReportLab; `alpha` from 0 to 1 is kept by the PDF and by the SVG alike."""
    solid = HexColor(value)
    return Color(solid.red, solid.green, solid.blue, alpha)
