"""What the window wears of an edition at its next start, before any content is read."""

from pathlib import Path

from desktop.content.brand import Brand
from desktop.content.editions.edition import Edition
from desktop.worn_brand import WornBrand, read_worn, write_worn


def wear(folder: Path, edition: Edition) -> None:
    """Remember what the window is to look like at its next start.

    The brand is read only where the content is another one than it was worn for.
    """
    worn = read_worn(folder)
    if edition.key != ("" if worn is None else worn.edition):
        write_worn(folder, worn_of(edition.library.brand, edition.key))


def worn_of(brand: Brand | None, edition: str = "") -> WornBrand | None:
    """What the window shows of a brand."""
    return None if brand is None else WornBrand(brand.name, brand.accent, brand.logo, edition)
