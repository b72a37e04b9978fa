"""The two looks of the window as one table of colours each, and the palette made of it."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Tokens(NamedTuple):
    """Colours by what they are for; `line` only decorates, `ring` marks the border of a control."""

    name: str
    canvas: str
    surface: str
    ink: str
    muted: str
    line: str
    ring: str
    track: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.name == "dark"


LIGHT = Tokens(
    name="light",
    canvas="#f4f6f9",
    surface="#ffffff",
    ink="#15202d",
    muted="#55606f",
    line="#dde3ea",
    ring="#7a8696",
    track="#e2e8f0",
    accent="#1257c9",
    accent_hover="#0d48a8",
    on_accent="#ffffff",
    accent_soft="#e8f0fd",
    good="#0a6b3f",
    good_soft="#e0f3e8",
    warn="#8a4700",
    warn_soft="#fff1de",
)
DARK = Tokens(
    name="dark",
    canvas="#0f1317",
    surface="#181d24",
    ink="#eef2f6",
    muted="#a6b1be",
    line="#2c343e",
    ring="#7a8695",
    track="#2c343e",
    accent="#78adff",
    accent_hover="#9cc3ff",
    on_accent="#0a1628",
    accent_soft="#1a2c48",
    good="#62d29a",
    good_soft="#16321f",
    warn="#f2b366",
    warn_soft="#3a2910",
)
_LINEAR_BELOW = 0.04045  # of sRGB
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours after WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    value = QColor(colour)
    channels = (value.redF(), value.greenF(), value.blueF())
    linear = [part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of a theme."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.canvas,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.canvas,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.ink,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.ink,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line,
        role.Dark: tokens.ring,
        role.Shadow: tokens.line,
    }
    made = QPalette()
    for where, colour in colours.items():
        made.setColor(where, QColor(colour))
    for where in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.ring))
    return made
