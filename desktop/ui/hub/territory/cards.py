"""Which tables of the territory stand on which card."""

from collections.abc import Mapping
from typing import Final

CARDS: Final[Mapping[str, tuple[str, ...]]] = {
    "maturity": ("dimensions",),
    "funnel": ("funnel",),
    "groups": ("sector", "size", "region", "province", "office"),
    "months": ("months",),
    "changes": ("change-",),
    "demand": ("areas", "competences"),
    "services": ("kinds", "categories"),
}
"""The cards from top to bottom with the tables in each; targets are among the key figures."""
