"""Import and export as an author asks for them; nothing is overwritten unasked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.content.files.strict_yaml import MAXIMUM_BYTES
from desktop.content.files.yaml_writing import structure_to_yaml, texts_to_yaml
from desktop.content.questionnaires.questionnaire_building import Source, Written, placed_entries
from desktop.content.questionnaires.questionnaire_reading import (
    read_questionnaires,
    read_source,
    structure_files,
)
from desktop.errors import ContentError, Problem, system_reason
from desktop.exchange.xlsform.findings import Finding, Log, Renamed
from desktop.exchange.xlsform.questionnaire_export import form_of
from desktop.exchange.xlsform.questionnaire_import import questionnaire_of
from desktop.exchange.xlsform.workbook_checks import refuse
from desktop.exchange.xlsform.workbook_reading import read_form
from desktop.exchange.xlsform.workbook_writing import workbook_bytes
from desktop.text import say
from desktop.whole_files import write_aside

_EXISTS = say("it exists already and was left as it is; choose another place, or add --force to replace it")


@dataclass(frozen=True, slots=True)
class Transfer:
    """What came of an import or export."""

    written: Written
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    renamed: tuple[Renamed, ...] = ()
    problems: tuple[Problem, ...] = ()


def import_form(
    path: Path, folder: Path, *, language: str, is_forced: bool, competences: Iterable[str]
) -> Transfer:
    """The form at `path` as a questionnaire in `folder`; `language` is that of texts which name none.

    The result is checked together with the other questionnaires of the folder. ContentError where the form
    cannot be used or the files cannot be written; then nothing was written.
    """
    form, findings = read_form(path)
    log = Log(findings, [])
    written = questionnaire_of(form, path.stem, language, lambda name: _homes(folder, name), log)
    name = written.file.id
    about = f"{written.texts[written.file.source_language].title}: made from the XLSForm {path.name}."
    files = {folder / f"{name}.yaml": structure_to_yaml(written.file, (about,))}
    for code, texts in written.texts.items():
        files[folder / f"{name}.{code}.yaml"] = texts_to_yaml(
            texts, (f"The words of {name}, language {code}.",)
        )
    contents = {place: text.encode() for place, text in files.items()}
    if max(map(len, contents.values())) > MAXIMUM_BYTES:
        raise refuse(
            path, say("the form is too long for one questionnaire; split it into several forms"), "X001"
        )
    _write_all(contents, is_forced=is_forced)
    reading = read_questionnaires(folder, competences)
    problems = tuple(
        problem for problem in reading.problems if Path(problem.file).name.partition(".")[0] == name
    )
    return Transfer(written, tuple(files), tuple(log.findings), tuple(log.renamed), problems)


def export_form(structure: Path, target: Path, *, is_forced: bool) -> Transfer:
    """The questionnaire with the structure file `structure` as a form at `target`.

    ContentError where the questionnaire has errors or the form cannot be written.
    """
    name = structure.stem
    if not structure.is_file() or "." in name:
        raise refuse(
            structure, say("there is no such questionnaire; name its structure file, ID.yaml"), "X002"
        )
    source = read_source(structure)
    reading = read_questionnaires(structure.parent, ())
    if source.file.id not in reading.questionnaires:
        raise ContentError(*(problem for problem in reading.problems if not problem.is_warning))
    sources = {name: source.written}
    for home in _home_ids(source):
        sources[home] = read_source(structure.with_name(f"{home}.yaml")).written
    sheets, findings = form_of(source.written, sources)
    _write_all({target: workbook_bytes(sheets)}, is_forced=is_forced)
    return Transfer(source.written, (target,), tuple(findings))


def _home_ids(source: Source) -> set[str]:
    return {placed.entry.use.partition("/")[0] for placed in placed_entries(source.file) if placed.entry.use}


def _homes(folder: Path, name: str) -> dict[str, Source]:
    """The questionnaires of a folder that can be read, without the one that is being imported."""
    homes: dict[str, Source] = {}
    for path in structure_files(folder) if folder.is_dir() else ():
        if path.stem == name:
            continue
        try:
            source = read_source(path)
        except ContentError:
            continue  # what is wrong there is told when that questionnaire is checked
        if source.file.source_language in source.texts:
            homes[source.file.id] = source
    return homes


def _write_all(files: Mapping[Path, bytes], *, is_forced: bool) -> None:
    """Write all files or, where one of them cannot be, leave the others as they are."""
    for path in files:
        if path.is_dir() or (path.exists() and not is_forced):
            raise refuse(path, _EXISTS, "X008")
    asides: dict[Path, Path] = {}
    path = next(iter(files))
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            asides[path] = write_aside(path, data)
        for path, aside in asides.items():
            aside.replace(path)
    except OSError as error:
        raise refuse(
            path,
            say(
                "it could not be written: {reason}; choose another place",
                reason=system_reason(error),
            ),
            "X009",
        ) from None
    finally:
        for aside in asides.values():
            aside.unlink(missing_ok=True)
