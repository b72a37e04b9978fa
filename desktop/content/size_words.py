"""The names of size classes and staff bands, for paper and window."""

from collections.abc import Mapping

from desktop.content.company import SizeClass
from desktop.text import Wording


def size_name(size: SizeClass, wording: Wording) -> str:
    """The name of a size class."""
    names = {
        "micro": wording("Micro enterprise"),
        "small": wording("Small enterprise"),
        "medium": wording("Medium-sized enterprise"),
        "large": wording("Large enterprise"),
    }
    return names[size]


def size_words(wording: Wording) -> Mapping[str, str]:
    """Size classes in one word each."""
    return {
        "micro": wording("Micro"),
        "small": wording("Small"),
        "medium": wording("Medium"),
        "large": wording("Large"),
    }


def staff_band(size: SizeClass, wording: Wording) -> str:
    """The DMA's staff band in numbers."""
    bands = {
        "micro": wording("up to 9 people"),
        "small": wording("10 to 49 people"),
        "medium": wording("50 to 249 people"),
        "large": wording("250 people or more"),
    }
    return bands[size]
