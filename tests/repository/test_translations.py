"""The application's texts: compiled as written, complete, and with the placeholders of their source."""

import ast
import gettext
import string
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from desktop.text import LANGUAGES

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "resources" / "translations"
SOURCES = sorted(FOLDER.glob("*/LC_MESSAGES/sestante.po"))
SOURCE_LANGUAGE = "en"
SINGULAR_AND_PLURAL = 2
KEYWORDS = {"wording": None, "_wording": None, "words": None, "say": None, "phrase": None, "plural": (1, 2)}


def language_of(path: Path) -> str:
    return path.parent.parent.name


@cache
def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language_of(path), abort_invalid=True)


def forms(texts: object) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)  # type: ignore[arg-type]


@cache
def extracted() -> frozenset[tuple[str, ...]]:
    """What Babel finds in the code."""
    return frozenset(forms(found[2]) for found in extract_from_dir(REPOSITORY / "desktop", keywords=KEYWORDS))


def texts(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {forms(entry.id): forms(entry.string) for entry in catalogue if entry.id}


def messages() -> list[tuple[str, Message]]:
    return [(language_of(path), entry) for path in SOURCES for entry in catalogue(path) if entry.id]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_language_has_its_texts() -> None:
    assert {language_of(path) for path in SOURCES} >= set(LANGUAGES) - {SOURCE_LANGUAGE}


@pytest.mark.parametrize("path", SOURCES, ids=language_of)
def test_the_compiled_texts_are_those_written(path: Path) -> None:
    compiled = path.with_suffix(".mo")
    fresh = BytesIO()
    write_mo(fresh, catalogue(path))
    with compiled.open("rb") as file:
        kept = texts(read_mo(file))
    assert kept == texts(read_mo(BytesIO(fresh.getvalue())))


@pytest.mark.parametrize("path", SOURCES, ids=language_of)
def test_every_text_is_translated_and_none_is_doubtful(path: Path) -> None:
    missing = [entry.id for entry in catalogue(path) if entry.id and not all(forms(entry.string))]
    doubtful = [entry.id for entry in catalogue(path) if entry.id and entry.fuzzy]
    assert not missing
    assert not doubtful


def test_every_translation_has_the_placeholders_of_its_source() -> None:
    for language, entry in messages():
        wanted = set().union(*map(placeholders, forms(entry.id)))
        for text in forms(entry.string):
            # The form for one may leave the count out: "a course" for "{count} course".
            assert wanted - {"count"} <= placeholders(text) <= wanted, (language, entry.id, text)


def test_every_translation_ends_as_its_source_does() -> None:
    for language, entry in messages():
        source, translated = forms(entry.id)[0], forms(entry.string)[0]
        for mark in (".", ":", "?", "…"):
            assert source.endswith(mark) == translated.endswith(mark), (language, source, translated)


def test_a_plural_has_every_form_its_language_knows() -> None:
    for path in SOURCES:
        written = catalogue(path)
        for entry in written:
            if entry.pluralizable:
                assert len(forms(entry.id)) == SINGULAR_AND_PLURAL
                assert len(forms(entry.string)) == written.num_plurals


@pytest.mark.parametrize("path", SOURCES, ids=language_of)
def test_every_text_of_the_code_is_in_the_catalogue(path: Path) -> None:
    known = {forms(entry.id) for entry in catalogue(path) if entry.id}
    assert extracted() > {("the disk is full",)}
    missing = extracted() - known
    assert not missing


def test_no_sentence_hides_within_another_call_of_a_sentence() -> None:
    """Babel passes over a text in an f-string, or two calls deep: `say(..., advice=guess(..., say(...)))`."""
    files = (REPOSITORY / "desktop").rglob("*.py")
    written = {text for file in files for text in said_in(file.read_text("utf-8"))}
    assert written
    assert written <= {found[0] for found in extracted()}


def said_in(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Name(name) | ast.Attribute(attr=name), args=[ast.Constant(str(text)), *_]
            ) if name in KEYWORDS:
                yield text


@pytest.mark.parametrize("path", SOURCES, ids=language_of)
def test_the_compiled_texts_can_be_loaded_without_babel(path: Path) -> None:
    loaded = gettext.translation("sestante", str(FOLDER), [language_of(path)])
    for entry in catalogue(path):
        if entry.id and not entry.pluralizable:
            assert loaded.gettext(forms(entry.id)[0]) == entry.string
