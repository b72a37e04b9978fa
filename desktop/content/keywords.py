"""The words by which an imported course is known to teach a competence."""

from collections.abc import Mapping
from pathlib import Path

from desktop.content.decoding import FileFormat, decode
from desktop.content.questionnaire_file import Shape, Slug, Words
from desktop.content.strict_yaml import read_yaml


class CompetenceWords(Shape, frozen=True):
    """Words and phrases of a competence; `broad` ones count where nothing else of its area was found."""

    it: tuple[Words, ...] = ()
    en: tuple[Words, ...] = ()
    broad: tuple[Words, ...] = ()


class KeywordsFile(FileFormat, frozen=True):
    """keywords.yaml."""

    competences: dict[Slug, CompetenceWords]


def read_keywords(folder: Path) -> Mapping[str, CompetenceWords]:
    """The words by competence of the catalogue in `folder`; ContentError where they cannot be read."""
    return decode(read_yaml(folder / "keywords.yaml"), KeywordsFile).competences
