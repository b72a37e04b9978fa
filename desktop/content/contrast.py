"""How well a colour is read on white, after WCAG 2."""

READABLE = 4.5
"""The least contrast of small text."""
_LARGEST = 255


def contrast_on_white(colour: str) -> float:
    """The contrast of `#RRGGBB` on white, from 1 (none) to 21 (black)."""
    return 1.05 / (_luminance(_channels(colour)) + 0.05)


def readable_on_white(colour: str) -> str:
    """The lightest shade of `#RRGGBB` that is read on white: itself, or the same with less light."""
    channels = _channels(colour)
    for light in range(_LARGEST, -1, -1):
        shade = "#" + "".join(f"{channel * light // _LARGEST:02X}" for channel in channels)
        if contrast_on_white(shade) >= READABLE:
            return shade
    return "#000000"


def lightened(colour: str, share: float) -> str:
    """The colour mixed with a share (0 to 1) of white."""
    return faded(colour, "#FFFFFF", share)


def faded(colour: str, ground: str, share: float) -> str:
    """The colour mixed with a share (0 to 1) of the ground it stands on."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(own + (below - own) * share):02X}" for own, below in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _luminance(channels: tuple[int, int, int]) -> float:
    red, green, blue = (_linear(channel / _LARGEST) for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own
