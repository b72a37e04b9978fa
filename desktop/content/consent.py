"""What a company agrees to when its data leave its desk: the text, its version and the purposes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, TypeAlias, cast

from msgspec import Meta

from desktop.content.files.strict_yaml import Document
from desktop.content.networks.support_checks import find_text_problems
from desktop.content.networks.support_file import Shapes, SupportFile, SupportTextFile, YearAndMonth
from desktop.content.networks.support_reading import read_support_source
from desktop.content.questionnaires.questionnaire_file import Shape, Slug, Words
from desktop.errors import Problem
from desktop.text import say

FILE = "consent.yaml"
HUB = "{hub}"
"""Stands in a text for the name of the hub."""
_PLACE = re.compile(r"\{[^{}]*\}?|\}")


class ConsentSection(Shape, frozen=True, kw_only=True):
    """A part of the text, with the articles of the GDPR it answers to, such as 13(1)(a)."""

    id: Slug
    law: tuple[Annotated[str, Meta(pattern=r"^\d{1,2}(\(\d\))?(\([a-f]\))?$(?!\n)")], ...] = ()


class Purpose(Shape, frozen=True, kw_only=True):
    """Something a company agrees to by itself."""

    id: Slug


class ConsentFile(SupportFile, frozen=True, kw_only=True):
    """consent/consent.yaml."""

    parts: ClassVar[tuple[str, ...]] = ("sections", "purposes")
    version: Words
    as_of: YearAndMonth
    sections: Annotated[tuple[ConsentSection, ...], Meta(min_length=1)]
    purposes: Annotated[tuple[Purpose, ...], Meta(min_length=1)]


class TitledText(Shape, frozen=True, kw_only=True):
    """A few sentences with their title."""

    title: Words
    text: Words


class ConsentTextFile(SupportTextFile, frozen=True, kw_only=True):
    """consent/consent.LANGUAGE.yaml."""

    title: Words
    lead: Words
    sections: dict[Slug, TitledText] = {}
    purposes: dict[Slug, TitledText] = {}


SHAPES: Shapes = {"consent": (ConsentFile, ConsentTextFile)}
"""The shapes of the structure file and of its text files, by the name of the file."""
_Texts: TypeAlias = Mapping[str, tuple[Document, ConsentTextFile]]


@dataclass(frozen=True, slots=True)
class ConsentForm:
    """The text in the languages it has, all of one version; `as_of` is the month it was written for."""

    version: str
    as_of: str
    source_language: str
    sections: tuple[str, ...]
    purposes: tuple[str, ...]
    texts: Mapping[str, ConsentTextFile]

    def text(self, language: str) -> ConsentTextFile:
        """The text in a language, in that of its source where there is no other."""
        return self.texts.get(language) or self.texts[self.source_language]

    def parts(self, language: str, part: str) -> tuple[TitledText, ...]:
        """The `sections` or `purposes` in their order; what a translation lacks is in the source language."""
        own, origin = getattr(self.text(language), part), getattr(self.text(self.source_language), part)
        return tuple(own.get(name) or origin[name] for name in getattr(self, part))


def read_consent(folder: Path) -> tuple[ConsentForm, tuple[Problem, ...]]:
    """The text in `folder` with what is wrong in it; ContentError where a shape is wrong."""
    source = read_support_source(folder / FILE, SHAPES)
    file, texts = cast("ConsentFile", source.file), cast("_Texts", source.texts)
    problems = [*find_text_problems(source.document, file, texts)]
    for found, text in texts.values():
        problems += _find_open_places(found, text)
    form = ConsentForm(
        version=file.version,
        as_of=file.as_of,
        source_language=file.source_language,
        sections=tuple(entry.id for entry in file.sections),
        purposes=tuple(entry.id for entry in file.purposes),
        texts={language: text for language, (_, text) in texts.items()},
    )
    return form, tuple(problems)


def _find_open_places(document: Document, text: ConsentTextFile) -> Iterator[Problem]:
    """Braces that nothing will fill."""
    for part in ConsentFile.parts:
        for name, entry in getattr(text, part).items():
            for found in _PLACE.findall(entry.text):
                if found != HUB:
                    sentence = say(
                        "nothing fills `{found}`; write {hub} where the hub's name belongs, or remove it",
                        found=found,
                        hub=HUB,
                    )
                    yield document.problem((part, name, "text"), sentence, "C030")


def with_hub(text: str, hub: str) -> str:
    """The text with the hub's name in it, with a capital where a sentence begins."""
    return _capital(text.replace(HUB, hub)) if text.startswith(HUB) else text.replace(HUB, hub)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
