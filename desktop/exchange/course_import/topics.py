"""Which competences a text speaks of, by the catalogue's keywords and the names of competences."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.keywords import CompetenceWords, Keywords
from desktop.exchange.course_import.stems import Meaning, Stems, stems_of
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
    stems: Stems

    def find(self, texts: Iterable[str], languages: Collection[str] = ()) -> tuple[str, ...]:
        """The competences the texts speak of; a broad word counts where nothing else of its area is found.

        Where the `languages` are known, words of others than these, Italian and English do not count.
        """
        found: set[str] = set()
        broad: set[str] = set()
        for text in texts:
            for phrase in self._phrases_in(text):
                found |= self.phrases.get(phrase, frozenset())
                broad |= self.broad.get(phrase, frozenset())
            for meant in self.stems.find(text):
                if not languages or meant.language in languages:
                    (broad if meant.is_broad else found).add(meant.competence)
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


def topics_of(catalogue: Catalogue, keywords: Keywords) -> Topics:
    """The phrases of the catalogue's competences; words of others are passed over."""
    phrases: dict[Phrase, set[str]] = {}
    broad: dict[Phrase, set[str]] = {}
    for name in catalogue.competences:
        words = keywords.words.get(name, CompetenceWords())
        named = [texts.competences[name].name for texts in catalogue.competence_texts.values()]
        _add(broad, words.broad, name)
        _add(phrases, (*words.it, *words.en, *named), name)
    for name in catalogue.competences:
        if _phrase(name) not in broad:  # a subject as wide as "quantum computing" is no competence by itself
            _add(phrases, (name,), name)
    return Topics(
        {phrase: frozenset(names) for phrase, names in phrases.items()},
        {phrase: frozenset(names) for phrase, names in broad.items()},
        {name: entry.area for name, entry in catalogue.competences.items()},
        frozenset(phrase[0] for phrase in (*phrases, *broad)),
        stems_of(_more(catalogue, keywords)),
    )


def _more(catalogue: Catalogue, keywords: Keywords) -> Iterator[tuple[str, Meaning]]:
    for language, told in keywords.more.items():
        for is_broad, words in ((True, told.broad), (False, told.words)):
            for name in (name for name in words if name in catalogue.competences):
                yield from ((phrase, Meaning(name, language, is_broad)) for phrase in words[name])


def _add(known: dict[Phrase, set[str]], texts: Sequence[str], competence: str) -> None:
    for text in texts:
        if phrase := _phrase(text):
            known.setdefault(phrase, set()).add(competence)


def _phrase(text: str) -> Phrase:
    return tuple(word if word in ("AI", "IA", "ML") else word.casefold() for word in tokens(text))


def _variants(word: str, *, is_loud: bool) -> tuple[str, ...]:
    """A word as it may stand in a phrase: capitals tell `AI` from the Italian "ai"."""
    if word in ("AI", "IA", "ML"):
        return (word.casefold(),) if is_loud else (word,)
    return (word.casefold(),)
