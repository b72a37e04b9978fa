"""Words of a provider compared without regard to capitals and accents."""

import re
import unicodedata

_LETTERS = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """The text in small letters without accents."""
    return bare(text).casefold()


def bare(text: str) -> str:
    """The text without accents."""
    if text.isascii():
        return text
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))


def tokens(text: str) -> list[str]:
    """The words of a text, as they stand but for accents."""
    return _LETTERS.findall(bare(text))
