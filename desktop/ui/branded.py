"""The colours of the window with a hub's accent in place of the house's, still read as well."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QColor

from desktop.ui.theme import Tokens, contrast

_READABLE = 4.6  # a little more than what is asked, for rounding
_STEPS = 50
_SOFT = {False: 0.9, True: 0.78}  # how much of the ground is in a soft accent
_HOVER = {False: 0.2, True: 0.3}  # how much of black or white is in the accent under the mouse
_DARK_INK = "#0b0f14"


def branded(tokens: Tokens, accent: str) -> Tokens:
    """The colours with the accent `#RRGGBB`: as dark or as light as it takes to be read."""
    away = "#ffffff" if tokens.is_dark else "#000000"
    on_accent = _DARK_INK if tokens.is_dark else "#ffffff"
    found = next(_fitting(tokens, accent, away, on_accent), None)
    if found is None:
        return tokens
    return tokens._replace(
        accent=found,
        accent_hover=mixed(found, away, _HOVER[tokens.is_dark]),
        on_accent=on_accent,
        accent_soft=_soft(tokens, found),
    )


def _fitting(tokens: Tokens, accent: str, away: str, on_accent: str) -> Iterator[str]:
    """The accent and its neighbours towards black or white, those that can be read."""
    for step in range(_STEPS + 1):
        shade = _lighter(accent, step / _STEPS) if tokens.is_dark else mixed(accent, away, step / _STEPS)
        grounds = (tokens.surface, tokens.canvas, tokens.track, _soft(tokens, shade), on_accent)
        if all(contrast(shade, ground) >= _READABLE for ground in grounds) and _reads_on_soft(tokens, shade):
            yield shade


def _lighter(accent: str, share: float) -> str:
    """The colour with a share (0 to 1) of the light it lacks; mixed with white it would turn grey."""
    colour = QColor(accent)
    hue, lightness = max(colour.hslHueF(), 0.0), colour.lightnessF()
    lighter = min(1.0, lightness + (1 - lightness) * share)
    return QColor.fromHslF(hue, colour.hslSaturationF(), lighter).name()


def _reads_on_soft(tokens: Tokens, accent: str) -> bool:
    return contrast(tokens.ink, _soft(tokens, accent)) >= _READABLE


def _soft(tokens: Tokens, accent: str) -> str:
    return mixed(accent, tokens.surface, _SOFT[tokens.is_dark])


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another one."""
    first, second = QColor(colour), QColor(other)
    parts: tuple[Callable[[QColor], int], ...] = (QColor.red, QColor.green, QColor.blue)
    return "#" + "".join(f"{round(part(first) * (1 - share) + part(second) * share):02x}" for part in parts)
