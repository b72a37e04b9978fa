"""The words by which an imported course is known to teach a competence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.content.files.decoding import FileFormat, decode
from desktop.content.files.strict_yaml import read_yaml
from desktop.content.questionnaires.questionnaire_file import LanguageCode, Shape, Slug, Words


class CompetenceWords(Shape, frozen=True):
    """Words and phrases of a competence; `broad` ones count where nothing else of its area was found."""

    it: tuple[Words, ...] = ()
    en: tuple[Words, ...] = ()
    broad: tuple[Words, ...] = ()


class KeywordsFile(FileFormat, frozen=True):
    """keywords.yaml."""

    competences: dict[Slug, CompetenceWords]


class LanguageWords(Shape, frozen=True):
    """Words of one more language by competence; `*` stands for any ending."""

    broad: dict[Slug, tuple[Words, ...]] = {}
    words: dict[Slug, tuple[Words, ...]] = {}


class MoreKeywordsFile(FileFormat, frozen=True):
    """keywords-more.yaml."""

    languages: dict[LanguageCode, LanguageWords]


@dataclass(frozen=True, slots=True)
class Keywords:
    """The words in Italian and English by competence, and those of other languages by language."""

    words: Mapping[str, CompetenceWords] = field(default_factory=dict)
    more: Mapping[str, LanguageWords] = field(default_factory=dict)


def read_keywords(folder: Path) -> Keywords:
    """The words of the catalogue in `folder`; ContentError where they cannot be read."""
    words = decode(read_yaml(folder / "keywords.yaml"), KeywordsFile).competences
    more = decode(read_yaml(folder / "keywords-more.yaml"), MoreKeywordsFile).languages
    return Keywords(words, more)
