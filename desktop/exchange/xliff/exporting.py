"""A questionnaire's texts made ready for a translator."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.content.files.saving import save
from desktop.content.questionnaires.questionnaire_building import Source
from desktop.content.questionnaires.questionnaire_reading import read_source
from desktop.content.questionnaires.text_checks import block_hashes, find_text_problems
from desktop.content.questionnaires.text_keys import block_of, texts_by_key
from desktop.errors import ContentError, Problem
from desktop.exchange.xliff.notes import translator_notes
from desktop.exchange.xliff.unit import NEEDS_REVIEW, NEEDS_TRANSLATION, TRANSLATED, Unit, is_blank
from desktop.exchange.xliff.writing import Heading, write_xliff
from desktop.text import say

_LANGUAGE = re.compile(r"[a-z]{2}\Z")


@dataclass(frozen=True, slots=True)
class Exported:
    """A file for a translator, and how many of its texts are in which state."""

    path: Path
    units: tuple[Unit, ...]

    def count(self, state: str) -> int:
        """How many texts are in a state."""
        return sum(unit.state == state for unit in self.units)


def export_translation(structure: Path, language: str, output: Path, *, replaces: bool = False) -> Exported:
    """Write the texts for translation into `language`; `replaces` allows to write over an older file."""
    if not _LANGUAGE.match(language):
        sentence = say(
            "`{language}` is not a language; write two small letters such as `de`", language=language
        )
        raise ContentError(Problem(str(structure), 0, sentence, "L007"))
    source = readable_source(structure)
    file = source.file
    if language == file.source_language:
        sentence = say(
            "`{language}` is the language it is written in; name the one to translate to", language=language
        )
        raise ContentError(Problem(str(structure), 0, sentence, "L007"))
    units = tuple(translation_units(source, language))
    title = source.texts[file.source_language][1].title
    heading = Heading(file.id, file.version, file.source_language, language, title)
    save({output: write_xliff(heading, units)}, is_new=not replaces)
    return Exported(output, units)


def readable_source(structure: Path) -> Source:
    """The files of a questionnaire whose source texts are complete; ContentError where they are not."""
    source = read_source(structure)
    file = source.file
    if file.id != structure.stem:
        sentence = say("the id is `{id}`; name the file {id}.yaml or change the id", id=file.id)
        raise ContentError(source.document.problem(("id",), sentence, "Q028"))
    origin = source.texts.get(file.source_language)
    if origin is None:
        raise ContentError(Problem(str(structure), 0, say("the source language has no text file"), "T001"))
    wrong = [problem for problem in find_text_problems(source) if problem.file == origin[0].file]
    if wrong:
        raise ContentError(*wrong)
    return source


def translation_units(source: Source, language: str) -> Iterator[Unit]:
    """Every text of the source language with its translation as far as there is one."""
    origin = source.texts[source.file.source_language][1]
    current = block_hashes(origin)
    translated = source.texts[language][1] if language in source.texts else None
    known = texts_by_key(translated) if translated else {}
    marks = translated.translated_from if translated else {}
    notes = translator_notes(source.file, origin)
    for key, text in texts_by_key(origin).items():
        if text:
            block = block_of(key)
            state = _state(text, known.get(key, ""), marks.get(block), current[block])
            target = "" if state == NEEDS_TRANSLATION else known.get(key, "")
            yield Unit(key, text, target, state, notes.get(key, ()))


def _state(source: str, target: str, mark: str | None, current: str) -> str:
    """What remains to be done; an unmarked text that is the source's own stands in for a missing one."""
    if is_blank(target, source) or (mark is None and target == source):
        return NEEDS_TRANSLATION
    return TRANSLATED if mark == current else NEEDS_REVIEW
