"""Words of a provider compared without regard to capitals and accents."""

import html
import re
import unicodedata

_UNSEEN = re.compile(r"<(script|style)\b[^<>]{0,500}>.{0,5000}?</\1\s*>", re.IGNORECASE)
_TAG = re.compile(r"<!--.{0,2000}?-->|</?[A-Za-z][^<>]{0,2000}>")
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


def without_markup(text: str) -> str:
    """The text of a piece of HTML in one line; other texts as they are."""
    if "<" not in text and "&" not in text:
        return text
    bare_text = html.unescape(_TAG.sub(" ", _UNSEEN.sub(" ", text)))
    return " ".join("".join(each if each.isprintable() else " " for each in bare_text).split())
