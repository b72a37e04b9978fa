"""How things are said and shown: the language and the colours every widget is given."""

from dataclasses import dataclass

from desktop.text import Wording
from desktop.ui.theme import Tokens


@dataclass(frozen=True, slots=True)
class Look:
    """The words and the colours of the moment; a change of either rebuilds the pages.

    `zoom` is how much larger questions and answers are than usual.
    """

    wording: Wording
    tokens: Tokens
    zoom: float = 1.0

    def pixels(self, usual: int) -> int:
        """The size of a letter, in pixels, for a usual one."""
        return round(usual * self.zoom)
