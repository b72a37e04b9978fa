"""Sense checks of a questionnaire's texts: nothing missing, nothing left over, nothing stale."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from desktop.content.files.strict_yaml import Document, Steps
from desktop.content.files.text_marks import find_stale, marks_of, stale_marks
from desktop.content.questionnaires.questionnaire_building import Source, placed_entries
from desktop.content.questionnaires.questionnaire_file import QuestionEntry, QuestionnaireTextFile
from desktop.errors import Problem
from desktop.text import say


def find_text_problems(source: Source) -> Iterator[Problem]:
    """Everything wrong in the text files, language by language."""
    for language in source.file.languages:
        if language not in source.texts:
            sentence = say(
                "the texts for `{language}` are missing; add {id}.{language}.yaml",
                language=language,
                id=source.file.id,
            )
            yield source.document.problem(("languages",), sentence, "T001")
    for language, (document, file) in source.texts.items():
        if file.language != language:
            sentence = say(
                "the file's name says `{named}`, its entry `language` says `{language}`",
                named=language,
                language=file.language,
            )
            yield document.problem(("language",), sentence, "T002")
        yield from _find_key_problems(source, document, file)
        yield from find_stale(document, stale_blocks(source, language))


def _find_key_problems(source: Source, document: Document, file: QuestionnaireTextFile) -> Iterator[Problem]:
    structure = source.file
    own = {placed.entry.id: placed.entry for placed in placed_entries(structure) if placed.entry.id}
    pairs: list[tuple[Steps, Iterable[str], Iterable[str]]] = [
        (("levels",), (entry.id for entry in structure.levels), file.levels),
        (("dimensions",), (entry.id for entry in structure.dimensions), file.dimensions),
        (("sections",), (entry.id for entry in structure.sections), file.sections),
        (("scales",), structure.scales, file.scales),
        (("glossary",), {word for entry in own.values() for word in entry.words}, file.glossary),
        (("questions",), own, file.questions),
    ]
    for name, steps in structure.scales.items():
        if name in file.scales:
            pairs.append((("scales", name), (step.id for step in steps), file.scales[name]))
    for name, entry in own.items():
        if name in file.questions:
            pairs.extend(_question_pairs(name, entry, file))
    for path, wanted, found in pairs:
        yield from _compare(document, path, set(wanted), set(found))


def _question_pairs(
    name: str, entry: QuestionEntry, file: QuestionnaireTextFile
) -> Iterator[tuple[Steps, Iterable[str], Iterable[str]]]:
    text = file.questions[name]
    for part in ("choices", "rows", "columns"):
        wanted = [item.id for item in getattr(entry, part)]
        yield ("questions", name, part), wanted, getattr(text, part)
    yield ("questions", name), ["unit"] if entry.unit else [], ["unit"] if text.unit else []


def _compare(document: Document, path: Steps, wanted: set[str], found: set[str]) -> Iterator[Problem]:
    place = ".".join(str(step) for step in path)
    for name in sorted(wanted - found):
        sentence = say("{place}: the text for `{name}` is missing", place=place, name=name)
        yield document.problem((*path, name), sentence, "T003")
    for name in sorted(found - wanted):
        sentence = say(
            "{place}: `{name}` is not in the structure; correct its name or remove it", place=place, name=name
        )
        yield document.problem((*path, name), sentence, "T004")


def block_hashes(file: QuestionnaireTextFile) -> dict[str, str]:
    """A short hash of each block of prose: `questions.backup`, `levels.basic`, ..."""
    plain: Mapping[str, Any] = msgspec.to_builtins(file)
    blocks = {"title": plain["title"], "summary": plain["summary"]}
    for part in ("levels", "dimensions", "scales", "sections", "glossary", "questions"):
        blocks |= {f"{part}.{name}": block for name, block in plain[part].items()}
    return marks_of(blocks)


def stale_blocks(source: Source, language: str) -> dict[str, str | None]:
    """The blocks whose source is not the one that was translated, with the mark they bear, None if none."""
    origin = source.texts.get(source.file.source_language)
    _, file = source.texts[language]
    if origin is None or origin[1] is file:
        return {}
    return stale_marks(file.translated_from, block_hashes(origin[1]))
