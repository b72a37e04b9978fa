"""How things are said and shown: the language and the colours every widget is given."""

from dataclasses import dataclass

from desktop.text import Wording, wording
from desktop.ui.branded import branded
from desktop.ui.theme import THEMES, Tokens
from desktop.worn_brand import WornBrand


@dataclass(frozen=True, slots=True)
class Look:
    """The words and the colours of the moment; a change of either rebuilds the pages.

    `zoom` is how much larger questions and answers are than usual; `brand` is whose edition this is, None
    where it is Sestante itself.
    """

    wording: Wording
    tokens: Tokens
    zoom: float = 1.0
    brand: WornBrand | None = None

    @property
    def brand_accent(self) -> str | None:
        """The accent of the brand as this theme shows it; None for the house's own."""
        return None if self.brand is None else self.tokens.accent

    def pixels(self, usual: int) -> int:
        """The size of a letter, in pixels, for a usual one."""
        return round(usual * self.zoom)


def look_of(language: str, theme: str, brand: WornBrand | None = None) -> Look:
    """The look of a language and a theme, in the colours of a brand where there is one."""
    tokens = THEMES[theme] if brand is None else branded(THEMES[theme], brand.accent)
    return Look(wording(language), tokens, brand=brand)
