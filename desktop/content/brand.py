"""A hub's brand: its name, colour, logo, contacts and a few words of its own, read from a folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from msgspec import Meta

from desktop.content.contrast import READABLE, contrast_on_white, readable_on_white
from desktop.content.files.decoding import FileFormat, decode
from desktop.content.files.strict_yaml import Document, read_yaml
from desktop.content.logo import logo_bytes, read_logo
from desktop.content.questionnaires.questionnaire_file import LanguageCode, Shape
from desktop.errors import ContentError, Problem
from desktop.text import LANGUAGES, say

BRAND_FILE = "brand.yaml"
LONGEST_INTRO = 600  # characters
MOST_OFFICES = 4
_LINE = r"^[^\x00-\x1f\x7f-\x9f]*$(?!\n)"
_Line = Annotated[str, Meta(pattern=_LINE, max_length=200)]
_Name = Annotated[str, Meta(pattern=r"^(?=.*\S)[^\x00-\x1f\x7f-\x9f]+$(?!\n)", max_length=120)]
_Colour = Annotated[str, Meta(pattern=r"^#[0-9A-Fa-f]{6}$(?!\n)")]
_FileName = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}\.(png|PNG)$(?!\n)")]
_Website = Annotated[str, Meta(pattern=r"^(https?://[^\s\x00-\x1f]+)?$(?!\n)", max_length=200)]


@dataclass(frozen=True, slots=True)
class Office:
    """Where people find the hub; `hours` says by language when it is open."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    hours: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brand:
    """What a document wears instead of Sestante's own look.

    `accent` is `#RRGGBB`, dark enough to be read on white; `logo` the bytes of a PNG picture, None without
    one; `intro` a few sentences by language.
    """

    name: str
    accent: str
    logo: bytes | None = None
    offices: tuple[Office, ...] = ()
    intro: Mapping[str, str] = field(default_factory=dict)


class _OfficeEntry(Shape, frozen=True, kw_only=True):
    name: _Name
    address: _Line = ""
    phone: _Line = ""
    email: _Line = ""
    website: _Website = ""
    hours: dict[LanguageCode, _Line] = {}


class BrandFile(FileFormat, frozen=True, kw_only=True):
    """The shape of brand.yaml."""

    name: _Name
    accent: _Colour
    logo: _FileName | None = None
    offices: Annotated[tuple[_OfficeEntry, ...], Meta(max_length=MOST_OFFICES)] = ()
    intro: dict[LanguageCode, Annotated[str, Meta(max_length=LONGEST_INTRO)]] = {}


def read_brand(folder: Path) -> Brand:
    """The brand in `folder`; ContentError with every problem found in it."""
    brand, problems = check_brand(folder)
    errors = [problem for problem in problems if not problem.is_warning]
    if errors:
        raise ContentError(*errors)
    return brand


def check_brand(folder: Path) -> tuple[Brand, tuple[Problem, ...]]:
    """The brand in `folder` with errors and warnings; ContentError where the shape of its file is wrong."""
    document = read_yaml(folder / BRAND_FILE)
    file = decode(document, BrandFile)
    problems = [*_find_problems(document, file, folder)]
    logo = None
    if file.logo is not None:
        try:
            logo = read_logo(folder / file.logo)
        except ContentError as error:
            problems += error.problems
    return _brand(file, logo), tuple(problems)


def read_checked_brand(folder: Path) -> Brand:
    """The brand in a folder that was checked before and has not changed since.

    The picture is not decoded, for which a start would wait. ContentError where a file is gone after all.
    """
    file = decode(read_yaml(folder / BRAND_FILE), BrandFile)
    return _brand(file, None if file.logo is None else logo_bytes(folder / file.logo))


def _brand(file: BrandFile, logo: bytes | None) -> Brand:
    offices = tuple(
        Office(each.name, each.address, each.phone, each.email, each.website, each.hours)
        for each in file.offices
    )
    return Brand(file.name, file.accent.upper(), logo, offices, file.intro)


def _find_problems(document: Document, file: BrandFile, folder: Path) -> Iterator[Problem]:
    if contrast_on_white(file.accent) < READABLE:
        sentence = say(
            "{colour} is too pale to be read on white; the nearest darker colour that works is {darker}",
            colour=file.accent,
            darker=readable_on_white(file.accent),
        )
        yield document.problem(("accent",), sentence, "B001")
    missing = [language for language in LANGUAGES if file.intro and language not in file.intro]
    for language in missing:
        sentence = say("the intro has no text in `{language}`; plans in it have none", language=language)
        yield document.problem(("intro",), sentence, "B002", is_warning=True)
    if file.logo is None and (folder / "logo.png").exists():
        sentence = say("logo.png is there but not used; add `logo: logo.png`")
        yield document.problem((), sentence, "B005", is_warning=True)
