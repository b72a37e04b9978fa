"""Texts as they are searched."""

import re
import unicodedata

_APOSTROPHES = {"'": "", "\u2019": ""}
_ACCENTS = re.compile("[\u0300-\u036f]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", **_APOSTROPHES})


def folded(text: str) -> str:
    """A text as it is searched: without accents and capital letters."""
    if text.isascii():
        return text.lower().replace("'", "")
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold()  # a sign may hold capital letters
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", apart)).translate(_LETTERS)
