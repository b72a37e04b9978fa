"""How things are said and shown: the language and the colours every widget is given."""

from dataclasses import dataclass

from desktop.text import Wording
from desktop.ui.theme import Tokens


@dataclass(frozen=True, slots=True)
class Look:
    """The words and the colours of the moment; a change of either rebuilds the pages."""

    wording: Wording
    tokens: Tokens
