"""The colours of paper and of the two screens, so that one drawing serves all three."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor

from desktop.content.contrast import faded

SOFT = 0.64
"""How much of the ground a soft colour has over its accent."""


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

    def in_accent(self, accent: str | None) -> "Palette":
        """The same with a hub's accent, which is read on the background; as it is where there is none."""
        if accent is None:
            return self
        return replace(self, accent=accent, soft=faded(accent, self.background, SOFT))


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
