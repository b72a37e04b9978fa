"""The questionnaires of a folder, read, checked together, and built."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from desktop.content.files.decoding import decode
from desktop.content.files.strict_yaml import read_yaml
from desktop.content.questionnaires.kept import keep, key_of, read_kept
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_building import Source, Written, build, placed_entries
from desktop.content.questionnaires.questionnaire_checks import find_structure_problems
from desktop.content.questionnaires.questionnaire_file import QuestionnaireFile, QuestionnaireTextFile
from desktop.content.questionnaires.text_checks import find_text_problems
from desktop.errors import ContentError, Problem
from desktop.text import say


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder of questionnaires holds: the usable ones, and all problems and warnings.

    `sources` are the files as read, which tell the lines; none where questionnaires were recalled.
    """

    questionnaires: Mapping[str, Questionnaire]
    problems: tuple[Problem, ...]
    sources: Mapping[str, Source] = field(default_factory=dict)


def read_or_recall(folder: Path, kept: Path) -> Reading:
    """The questionnaires of a folder, from the kept file where the folder has not changed since."""
    key = key_of(sorted(folder.glob("*.yaml")))
    recalled = read_kept(kept, key)
    if recalled is not None:
        return Reading({name: build(written, recalled) for name, written in recalled.items()}, ())
    sources, problems = _read_sources(folder)
    reading = _checked(sources, problems, ())
    if not _is_broken(reading.problems):
        keep(kept, key, (source.written for source in sources.values()))
    return reading


def read_questionnaires(folder: Path, competences: Iterable[str]) -> Reading:
    """Every questionnaire of the folder; those with errors are left out and their problems reported."""
    sources, problems = _read_sources(folder)
    return _checked(sources, problems, competences)


def read_structure(folder: Path, name: str) -> Questionnaire:
    """One questionnaire without any text, unchecked, from its structure and those it takes questions from.

    ContentError or LookupError where that is not possible.
    """
    files = {name: decode(read_yaml(folder / f"{name}.yaml"), QuestionnaireFile)}
    for home in _homes(files[name]):
        if home not in files:
            files[home] = decode(read_yaml(folder / f"{home}.yaml"), QuestionnaireFile)
    written = {each: Written(replace(file, languages=()), {}) for each, file in files.items()}
    return build(written[name], written)


def _checked(sources: Mapping[str, Source], problems: list[Problem], competences: Iterable[str]) -> Reading:
    found = {
        name: [*find_structure_problems(source, sources, competences), *find_text_problems(source)]
        for name, source in sources.items()
    }
    written = {name: source.written for name, source in sources.items()}
    usable: dict[str, Questionnaire] = {}
    for name, source in sources.items():
        problems.extend(found[name])
        needed = {name, *_homes(source.file)}
        if not any(_is_broken(found[needed_name]) for needed_name in needed if needed_name in found):
            usable[name] = build(written[name], written)
    return Reading(usable, tuple(problems), sources)


def _homes(file: QuestionnaireFile) -> Iterator[str]:
    for placed in placed_entries(file):
        if placed.entry.use:
            yield placed.entry.use.partition("/")[0]


def _is_broken(problems: Iterable[Problem]) -> bool:
    return any(not problem.is_warning for problem in problems)


def is_input_file(path: Path) -> bool:
    """Whether a file holds a company and its answers; authors keep both kinds of files together."""
    try:
        root = read_yaml(path).root
    except ContentError:
        return False
    return isinstance(root, dict) and "company" in root


def structure_files(folder: Path) -> list[Path]:
    """The structure files of a folder of questionnaires: `ID.yaml`, not `ID.it.yaml`."""
    return sorted(path for path in folder.glob("*.yaml") if "." not in path.stem)


def _read_sources(folder: Path) -> tuple[dict[str, Source], list[Problem]]:
    sources: dict[str, Source] = {}
    problems = list(_find_stray_files(folder))
    for path in structure_files(folder):
        try:
            source = read_source(path)
        except ContentError as error:
            problems.extend(() if is_input_file(path) else error.problems)
            continue
        if source.file.id != path.stem:
            sentence = say("the id is `{id}`; name the file {id}.yaml or change the id", id=source.file.id)
            problems.append(source.document.problem(("id",), sentence, "Q028"))
            continue
        sources[source.file.id] = source
    return sources, problems


def _find_stray_files(folder: Path) -> Iterator[Problem]:
    """Files that somebody meant to be read and that nothing will read."""
    names = {path.stem for path in structure_files(folder)}
    for path in sorted(folder.iterdir() if folder.is_dir() else ()):
        ending = path.suffix.lower()
        if ending == ".yml" or (ending == ".yaml" and path.suffix != ".yaml"):
            yield Problem(
                str(path),
                0,
                say("rename it to {name}.yaml; other endings are not read", name=path.stem),
                "T008",
            )
        elif path.suffix == ".yaml" and "." in path.stem and path.stem.partition(".")[0] not in names:
            sentence = say(
                "there is no structure {name}.yaml beside these texts; add it",
                name=path.stem.partition(".")[0],
            )
            yield Problem(str(path), 0, sentence, "T008")


def read_source(path: Path) -> Source:
    """One questionnaire's files as written; ContentError where their shape is wrong."""
    document = read_yaml(path)
    file = decode(document, QuestionnaireFile)
    texts = {}
    for text_path in sorted(path.parent.glob(f"{path.stem}.*.yaml")):
        text_document = read_yaml(text_path)
        language = text_path.stem.rpartition(".")[2]
        texts[language] = (text_document, decode(text_document, QuestionnaireTextFile))
    return Source(document, file, texts)
