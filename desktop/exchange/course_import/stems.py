"""Words of many languages found in a text: with their endings, and in scripts that do not part words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.exchange.course_import.words import plain, tokens

_PARTED = re.compile(r"[\u0000-\u052f\u1e00-\u1fff]*")  # Latin, Greek and Cyrillic letters and signs
_SHORTEST = 2
Stem = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of a language tells of; `is_broad`: only where nothing else of its area is found."""

    competence: str
    language: str
    is_broad: bool


@dataclass(frozen=True, slots=True)
class Stems:
    """Which words tell of what: `starts` by the first piece of a phrase, `joined` to be found anywhere."""

    starts: Mapping[str, tuple[tuple[Stem, Meaning], ...]] = field(default_factory=dict)
    joined: tuple[tuple[str, Meaning], ...] = ()

    def find(self, text: str) -> Iterator[Meaning]:
        """What the text tells of; the same more than once where several words do."""
        words = [plain(word) for word in tokens(text)]
        for place, word in enumerate(words):
            for end in range(_SHORTEST, len(word) + 1):
                for stem, meant in self.starts.get(word[:end], ()):
                    if _stands(stem, words, place):
                        yield meant
        if not _PARTED.fullmatch(text):
            whole = " ".join(words)
            yield from (meant for phrase, meant in self.joined if phrase in whole)


def stems_of(phrases: Iterable[tuple[str, Meaning]]) -> Stems:
    """The phrases with what each tells of; `*` stands for any ending of a word."""
    starts: dict[str, list[tuple[Stem, Meaning]]] = {}
    joined = []
    for phrase, meant in phrases:
        pieces = tuple(_piece(word) for word in phrase.split())
        if _PARTED.fullmatch(phrase):
            starts.setdefault(pieces[0].rstrip("*"), []).append((pieces, meant))
        else:
            joined.append((" ".join(plain(word) for word in tokens(phrase)), meant))
    return Stems({start: tuple(found) for start, found in starts.items()}, tuple(joined))


def _piece(word: str) -> str:
    bare = "".join(plain(each) for each in tokens(word))
    return f"{bare}*" if word.endswith("*") else bare


def _stands(stem: Stem, words: list[str], place: int) -> bool:
    there = words[place : place + len(stem)]
    return len(there) == len(stem) and all(map(_fits, stem, there))


def _fits(piece: str, word: str) -> bool:
    return word.startswith(piece[:-1]) if piece.endswith("*") else word == piece
