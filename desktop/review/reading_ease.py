"""How easy a text is to read: Gulpease for Italian, Flesch for English, both 0-100, higher is easier.

Gulpease: Lucisano and Piemontese, 1988. Flesch reading ease: Flesch, 1948; syllables are counted by rule.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"”»’')\]]|$)")
_ITALIAN_WORD = re.compile(r"\w+")
_ENGLISH_WORD = re.compile(r"\w+(?:['’]\w+)*")
_VOWELS = re.compile(r"[aeiouy]+")
# A final e, es or ed is mute but after some sounds: "time", "makes", "asked"; not "table", "boxes", "wanted".
_MUTE_END = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^aeioucgszx]es|[^aeioutd]ed)$")


@dataclass(frozen=True, slots=True)
class _Counts:
    sentences: int
    words: tuple[str, ...]


def reading_ease(texts: Iterable[str], language: str) -> float | None:
    """The ease (0-100) of some texts together; None where there is no formula or no word."""
    formula = _FORMULAS.get(language)
    if formula is None:
        return None
    pattern, ease = formula
    found = list(texts)
    sentences = sum(max(1, len(_SENTENCE_END.findall(text))) for text in found)
    words = pattern.findall("\n".join(found))
    return min(100.0, max(0.0, ease(_Counts(sentences, tuple(words))))) if words else None


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(_ENGLISH_WORD.findall(text))


def _gulpease(counts: _Counts) -> float:
    letters = sum(map(len, counts.words))
    return 89 + (300 * counts.sentences - 10 * letters) / len(counts.words)


def _flesch(counts: _Counts) -> float:
    words = len(counts.words)
    syllables = sum(map(_syllables, counts.words))
    return 206.835 - 1.015 * words / counts.sentences - 84.6 * syllables / words


@cache
def _syllables(word: str) -> int:
    lower = word.lower()
    return max(1, len(_VOWELS.findall(lower)) - bool(_MUTE_END.search(lower)))


_FORMULAS: Mapping[str, tuple[re.Pattern[str], Callable[[_Counts], float]]] = {
    "it": (_ITALIAN_WORD, _gulpease),
    "en": (_ENGLISH_WORD, _flesch),
}
FORMULA_NAMES: Mapping[str, str] = {"it": "Gulpease", "en": "Flesch"}
