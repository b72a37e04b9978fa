"""Which competences a text speaks of, by the catalogue's keywords and the names of competences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from desktop.content.catalogue import Catalogue
from desktop.content.keywords import CompetenceWords
from desktop.exchange.course_import.words import tokens

_LONGEST_PHRASE = 6
_MOST_VARIANTS = 32

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topics:
    """The phrases of all competences, in the catalogue's order of these."""

    phrases: Mapping[Phrase, frozenset[str]]
    broad: Mapping[Phrase, frozenset[str]]
    areas: Mapping[str, str]
    first_words: frozenset[str]

    def find(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The competences the texts speak of; a broad word counts where nothing else of its area is found."""
        found: set[str] = set()
        broad: set[str] = set()
        for text in texts:
            for phrase in self._phrases_in(text):
                found |= self.phrases.get(phrase, frozenset())
                broad |= self.broad.get(phrase, frozenset())
        covered = {self.areas[name] for name in found}
        found |= {name for name in broad if self.areas[name] not in covered}
        return tuple(name for name in self.areas if name in found)

    def _phrases_in(self, text: str) -> Iterable[Phrase]:
        words = [_variants(word, is_loud=text.isupper()) for word in tokens(text)]
        for start, variants in enumerate(words):
            if self.first_words.isdisjoint(variants):
                continue
            for end in range(start + 1, min(len(words), start + _LONGEST_PHRASE) + 1):
                for phrase, _ in zip(product(*words[start:end]), range(_MOST_VARIANTS), strict=False):
                    if phrase in self.phrases or phrase in self.broad:
                        yield phrase


def topics_of(catalogue: Catalogue, keywords: Mapping[str, CompetenceWords]) -> Topics:
    """The phrases of the catalogue's competences; words of others are passed over."""
    phrases: dict[Phrase, set[str]] = {}
    broad: dict[Phrase, set[str]] = {}
    for name in catalogue.competences:
        words = keywords.get(name, CompetenceWords())
        named = [texts.competences[name].name for texts in catalogue.competence_texts.values()]
        _add(phrases, (*words.it, *words.en, *named, name), name)
        _add(broad, words.broad, name)
    return Topics(
        {phrase: frozenset(names) for phrase, names in phrases.items()},
        {phrase: frozenset(names) for phrase, names in broad.items()},
        {name: entry.area for name, entry in catalogue.competences.items()},
        frozenset(phrase[0] for phrase in (*phrases, *broad)),
    )


def _add(known: dict[Phrase, set[str]], texts: Sequence[str], competence: str) -> None:
    for text in texts:
        phrase = tuple(word if word in ("AI", "IA", "ML") else word.casefold() for word in tokens(text))
        if phrase:
            known.setdefault(phrase, set()).add(competence)


def _variants(word: str, *, is_loud: bool) -> tuple[str, ...]:
    """A word as it may stand in a phrase: capitals tell `AI` from the Italian "ai"."""
    if word in ("AI", "IA", "ML"):
        return (word.casefold(),) if is_loud else (word,)
    return (word.casefold(),)
