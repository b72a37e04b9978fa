"""A translator's file made into a text file of its questionnaire, with nothing lost on the way."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.content.files.decoding import decode
from desktop.content.files.saving import save
from desktop.content.files.strict_yaml import parse_yaml
from desktop.content.questionnaires.language_adding import add_language
from desktop.content.questionnaires.questionnaire_building import Source
from desktop.content.questionnaires.questionnaire_file import QuestionnaireTextFile
from desktop.content.questionnaires.text_keys import texts_by_key
from desktop.content.questionnaires.text_layout import Layout
from desktop.content.questionnaires.text_writing import write_texts
from desktop.errors import ContentError, Problem
from desktop.exchange.xliff.exporting import readable_source
from desktop.exchange.xliff.merging import Decision, Difference, Merging, Outcome
from desktop.exchange.xliff.reading import Returned, read_xliff
from desktop.text import Sentence, indented, joined, say

_SHOWN = 40  # characters of a text that changed
_GIVEN = (Outcome.TAKEN, Outcome.UNFINISHED, Outcome.NEWER)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import wrote: the text file, whether the language is new, and what is left to do."""

    path: Path
    structure: Path
    language: str
    is_language_new: bool
    decisions: dict[str, Decision]
    warnings: tuple[Problem, ...]


def import_translation(file: Path, find: Callable[[str], Path], *, is_forced: bool = False) -> Imported:
    """Write the translation in the XLIFF `file` into ID.LANGUAGE.yaml beside its structure.

    `find` tells the path of a questionnaire's structure from its id. Nothing is written where the file
    belongs to another questionnaire, or where texts changed since the export, unless `is_forced`.
    """
    returned = read_xliff(file)
    structure = find(returned.questionnaire)
    source = readable_source(structure)
    _refuse_other_languages(file, source, returned)
    merging = Merging(source, returned)
    if not is_forced:
        _refuse_changes(file, merging)
    decisions = merging.decisions()
    if not any(decision.outcome in _GIVEN for decision in decisions.values()):
        raise ContentError(
            Problem(str(file), 0, say("it holds no translation yet; nothing was written"), "L010")
        )
    language = returned.target_language
    path = structure.with_name(f"{source.file.id}.{language}.yaml")
    written = _text_file(path, source, language, merging)
    edited = _with_language(structure, language)
    save({path: written} | ({} if edited is None else {structure: edited}))
    warnings = tuple(_warnings(str(file), merging, decisions))
    return Imported(path, structure, language, edited is not None, decisions, warnings)


def _refuse_other_languages(file: Path, source: Source, returned: Returned) -> None:
    own = source.file.source_language
    if returned.source_language != own:
        sentence = say(
            "it was translated from `{language}`, the questionnaire is written in `{own}`; export again",
            language=returned.source_language,
            own=own,
        )
        raise ContentError(Problem(str(file), 0, sentence, "L007"))
    if returned.target_language == own:
        sentence = say(
            "it would replace the texts in `{own}`, from which all others are translated; correct them there",
            own=own,
        )
        raise ContentError(Problem(str(file), 0, sentence, "L007"))


def _refuse_changes(file: Path, merging: Merging) -> None:
    problems = []
    if sources := merging.changed_sources():
        sentence = say(
            "the source was changed since the export (texts: {count}); export again, or --force to take what "
            "still fits",
            count=len(sources),
        )
        problems.append(_problem_of(file, sentence, _source_lines(sources), "L008"))
    if translations := merging.changed_translations():
        sentence = say(
            "changed here and by the translator (texts: {count}); settle it here, or --force to take the "
            "translator's",
            count=len(translations),
        )
        problems.append(_problem_of(file, sentence, _translation_lines(translations), "L009"))
    if problems:
        raise ContentError(*problems)


def _problem_of(file: Path, sentence: Sentence, below: Iterable[Sentence], code: str) -> Problem:
    return Problem(str(file), 0, joined((sentence, *map(indented, below)), "\n"), code)


def _source_lines(differences: Iterable[Difference]) -> Iterator[Sentence]:
    for each in differences:
        yield say(
            "`{key}`: then “{then}”, now “{now}”", key=each.key, then=_short(each.then), now=_short(each.now)
        )


def _translation_lines(differences: Iterable[Difference]) -> Iterator[Sentence]:
    for each in differences:
        yield say(
            "`{key}`: in the file “{then}”, here “{now}”",
            key=each.key,
            then=_short(each.then),
            now=_short(each.now),
        )


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"


def _text_file(path: Path, source: Source, language: str, merging: Merging) -> bytes:
    decisions = merging.decisions()
    texts, marks = merging.texts(decisions), merging.marks(decisions)
    if language not in source.texts:
        heading = f"# {source.file.id}: texts translated from `{source.file.source_language}`."
        written = write_texts(language, texts, marks, Layout(heading=heading))
    else:
        old = path.read_bytes().decode("utf-8-sig")
        written = write_texts(language, texts, marks, Layout(source.texts[language][0], old))
        if not _holds(written, path, texts):
            written = write_texts(language, texts, marks, Layout())
        if "\r\n" in old:
            written = written.replace("\n", "\r\n")
    if not _holds(written, path, texts):
        sentence = say("the texts cannot be written as YAML; look for invisible characters in the file")
        raise ContentError(Problem(str(path), 0, sentence, "L006"))
    return written.encode()


def _holds(written: str, path: Path, texts: Mapping[str, str]) -> bool:
    """Whether what is to be written can be read, and says what was meant."""
    found = decode(parse_yaml(written.encode(), str(path)), QuestionnaireTextFile)
    return {key: text for key, text in texts_by_key(found).items() if text or key in texts} == texts


def _with_language(structure: Path, language: str) -> bytes | None:
    """The structure file with the language added; None where it has it already."""
    data = structure.read_bytes()
    encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    edited = add_language(data.decode(encoding), language, str(structure)).encode(encoding)
    return None if edited == data else edited


def _warnings(file: str, merging: Merging, decisions: dict[str, Decision]) -> Iterator[Problem]:
    for key, decision in decisions.items():
        if told := _told(key, decision):
            yield Problem(file, 0, *told, is_warning=True)
    for difference in merging.changed_sources():
        if difference.key not in decisions:
            sentence = say("`{key}` is not in the questionnaire any more; it is left out", key=difference.key)
            yield Problem(file, 0, sentence, "L008", is_warning=True)


def _told(key: str, decision: Decision) -> tuple[Sentence, str] | None:
    """Sentence and code of what is left to do about a text; None where nothing is."""
    match decision.outcome:
        case Outcome.MISSING if decision.text:
            return say("`{key}` has no translation; its source text stands in", key=key), "L010"
        case Outcome.MISSING:
            return say("`{key}` has no translation; it is left out", key=key), "L010"
        case Outcome.KEPT:
            sentence = say("`{key}` has no translation in the file; the one that was there is kept", key=key)
            return sentence, "L010"
        case Outcome.UNFINISHED:
            sentence = say("`{key}` is not marked as finished; check it, then run `sestante stamp`", key=key)
            return sentence, "L011"
        case Outcome.NEWER:
            return say("`{key}` was changed here since the export; the text here is kept", key=key), "L012"
    return None
