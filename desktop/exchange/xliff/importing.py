"""A translator's file made into a text file of its questionnaire, with nothing lost on the way."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.content.decoding import decode
from desktop.content.language_adding import add_language
from desktop.content.questionnaire_building import Source
from desktop.content.questionnaire_file import QuestionnaireTextFile
from desktop.content.saving import save
from desktop.content.strict_yaml import parse_yaml
from desktop.content.text_keys import texts_by_key
from desktop.content.text_layout import Layout
from desktop.content.text_writing import write_texts
from desktop.errors import ContentError, Problem
from desktop.exchange.xliff.exporting import readable_source
from desktop.exchange.xliff.merging import Decision, Difference, Merging, Outcome
from desktop.exchange.xliff.reading import Returned, read_xliff

_SHOWN = 40  # characters of a text in a table
_CHANGED_SOURCE = (
    "the source of {count} was changed since the export; export again, or --force to take what still fits"
)
_CHANGED_TWICE = (
    "{count} was changed here and by the translator; settle it here, or --force to take the translator's"
)
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
        raise ContentError(Problem(str(file), 0, "it holds no translation yet; nothing was written", "L010"))
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
        sentence = (
            f"it was translated from `{returned.source_language}`, the questionnaire is written in `{own}`"
        )
        raise ContentError(Problem(str(file), 0, f"{sentence}; export again", "L007"))
    if returned.target_language == own:
        sentence = (
            f"it would replace the texts in `{own}`, from which all others are translated; correct them there"
        )
        raise ContentError(Problem(str(file), 0, sentence, "L007"))


def _refuse_changes(file: Path, merging: Merging) -> None:
    problems = []
    for differences, sentence, code in (
        (merging.changed_sources(), _CHANGED_SOURCE, "L008"),
        (merging.changed_translations(), _CHANGED_TWICE, "L009"),
    ):
        if differences:
            count = "1 text" if len(differences) == 1 else f"{len(differences)} texts"
            told = "\n".join((sentence.format(count=count), *_table(differences, code)))
            problems.append(Problem(str(file), 0, told, code))
    if problems:
        raise ContentError(*problems)


def _table(differences: Sequence[Difference], code: str) -> Iterator[str]:
    heads = ("then", "now") if code == "L008" else ("in the file", "here")
    rows = [("unit", *heads)]
    rows += [(entry.key, _short(entry.then), _short(entry.now)) for entry in differences]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for key, then, now in rows:
        yield f"  {key:{widths[0]}}  {then:{widths[1]}}  {now}".rstrip()


def _short(text: str) -> str:
    shown = " ".join(text.split()) or "(no such text)"
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
        sentence = "the texts cannot be written as YAML; look for invisible characters in the file"
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
    told = {
        Outcome.MISSING: ("has no translation; {instead}", "L010"),
        Outcome.KEPT: ("has no translation in the file; the one that was there is kept", "L010"),
        Outcome.UNFINISHED: ("is not marked as finished; check it, then run `sestante stamp`", "L011"),
        Outcome.NEWER: ("was changed here since the export; the text here is kept", "L012"),
    }
    for key, decision in decisions.items():
        if decision.outcome in told:
            sentence, code = told[decision.outcome]
            instead = "its source text stands in" if decision.text else "it is left out"
            yield Problem(file, 0, f"`{key}` {sentence.format(instead=instead)}", code, is_warning=True)
    for difference in merging.changed_sources():
        if difference.key not in decisions:
            sentence = f"`{difference.key}` is not in the questionnaire any more; it is left out"
            yield Problem(file, 0, sentence, "L008", is_warning=True)
