"""A questionnaire while it is being written: read again and again, the last good version kept in sight."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from os.path import realpath
from pathlib import Path

from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.files.locating import is_there
from desktop.content.questionnaires.kept import key_of
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_reading import Reading, read_questionnaires, structure_files
from desktop.errors import Problem, SestanteError
from desktop.review.dead_ends import Offer
from desktop.review.findings import find_warnings
from desktop.review.placing import PlacedProblem, place_problems
from desktop.review.reviewing import review
from desktop.text import LANGUAGES, say

_NOT_THERE = say(
    "There is no file or folder {path}. Name a questionnaire's file, such as FOLDER/ID.yaml, or a folder."
)
_NO_YAML = say("{path} is not a file of a questionnaire; those end in .yaml. Name one, or their folder.")
_NO_STRUCTURE = say(
    "There is no {structure} beside {path}: texts are shown with the questions they belong to."
)
_EMPTY = say("There is no questionnaire in {path}. To begin one: sestante new assessment ID --folder FOLDER")
_NO_QUESTION = say("There is no question “{name}” in {path}. Some that are there: {known}")
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Target:
    """What an author looks at: a folder, and one questionnaire of it or (None) all."""

    folder: Path
    questionnaire: str | None = None

    @property
    def title(self) -> str:
        """The name of what is looked at."""
        if self.questionnaire is not None:
            return f"{self.questionnaire}.yaml"
        return Path(realpath(self.folder)).name or str(self.folder)

    def structures(self) -> list[Path]:
        """The structure files that are there now."""
        found = structure_files(self.folder) if is_there(self.folder) else []
        return [path for path in found if self.questionnaire in (None, path.stem)]

    def names(self, problem: Problem) -> bool:
        """Whether a problem of the folder concerns what is looked at."""
        return self.questionnaire in (None, Path(problem.file).name.partition(".")[0])


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be shown now.

    `names` are the questionnaires looked at, `questionnaires` all of the folder that can be shown, and `held`
    those of them whose files have errors now: what is shown is how they were before. `key` changes with any
    file of the folder.
    """

    key: str = ""
    names: tuple[str, ...] = ()
    questionnaires: Mapping[str, Questionnaire] = field(default_factory=dict)
    held: tuple[str, ...] = ()
    problems: tuple[PlacedProblem, ...] = ()
    reading: Reading = field(default_factory=lambda: Reading({}, ()))

    @property
    def shown(self) -> tuple[str, ...]:
        """The questionnaires looked at that can be shown."""
        return tuple(name for name in self.names if name in self.questionnaires)

    @property
    def asked(self) -> Mapping[str, Questionnaire]:
        """The questionnaires as they are asked in a preview: at once, also those for each person."""
        return {
            name: replace(found, is_personal=False) if found.is_personal else found
            for name, found in self.questionnaires.items()
        }

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(not placed.problem.is_warning for placed in self.problems)


@dataclass(frozen=True, slots=True)
class PreviewWish:
    """What to open a preview on, in which language, and at which question of which questionnaire, if any."""

    target: Target
    language: str
    question: tuple[str, str] | None = None


def find_target(path: Path) -> Target:
    """What a structure file, a text file, or a folder means; SestanteError says what is wrong with it."""
    if not is_there(path):
        raise SestanteError(_NOT_THERE, path=path)
    if path.is_dir():
        if not structure_files(path):
            raise SestanteError(_EMPTY, path=path)
        return Target(path)
    if path.suffix != ".yaml" or not path.is_file():
        raise SestanteError(_NO_YAML, path=path)
    name = path.name.partition(".")[0]
    structure = path.with_name(f"{name}.yaml")
    if not structure.is_file():
        raise SestanteError(_NO_STRUCTURE, structure=structure.name, path=path)
    return Target(path.parent, name)


def language_of(path: Path, target: Target) -> str:
    """The language of the text file named, else the source language of the first questionnaire."""
    named = path.name.removesuffix(".yaml").partition(".")[2]
    if named in LANGUAGES:
        return named
    sources = read_questionnaires(target.folder, ()).sources
    spoken = [sources[each.stem].file.source_language for each in target.structures() if each.stem in sources]
    return next((language for language in spoken if language in LANGUAGES), next(iter(LANGUAGES)))


def place_of(question: str, target: Target) -> tuple[str, str]:
    """The questionnaire and id of a question; SestanteError where files without errors do not have it."""
    reading = read_questionnaires(target.folder, ())
    structures = target.structures()
    looked_at = [
        reading.questionnaires[each.stem] for each in structures if each.stem in reading.questionnaires
    ]
    for found in looked_at:
        if question in found.questions:
            return found.id, question
    if len(looked_at) == len(structures):
        known = [name for found in looked_at for name in found.questions]
        where = target.folder if target.questionnaire is None else structures[0]
        nearest = get_close_matches(question, known, _MOST_NAMES, cutoff=0)
        raise SestanteError(_NO_QUESTION, name=question, path=where, known=", ".join(nearest))
    return structures[0].stem, question


def key_now(folder: Path) -> str:
    """A digest of the YAML files of a folder; empty while they cannot be read."""
    try:
        return key_of(sorted(folder.glob("*.yaml")))
    except OSError:
        return ""


def read_draft(target: Target, catalogue: Catalogue | None, before: Draft) -> Draft:
    """What is looked at as it is saved now; `before` itself where nothing changed since.

    Questionnaires that have errors now stay as they were before.
    """
    key = key_now(target.folder)
    if key and key == before.key:
        return before
    reading = read_questionnaires(target.folder, catalogue.competences if catalogue else ())
    there = {path.stem for path in structure_files(target.folder)}
    names = tuple(path.stem for path in target.structures())
    kept = {name: found for name, found in before.questionnaires.items() if name in there}
    problems = tuple(dict.fromkeys(filter(target.names, reading.problems)))
    return Draft(
        key=key,
        names=names,
        questionnaires={**kept, **reading.questionnaires},
        held=tuple(name for name in names if name in kept and name not in reading.questionnaires),
        problems=place_problems(problems, reading),
        reading=reading,
    )


def reviewed(draft: Draft, offer: Offer | None) -> Draft:
    """The draft with the warnings of a review, which may take some seconds."""
    found = place_problems(_warnings(draft, offer), draft.reading)
    return replace(draft, problems=(*draft.problems, *found))


def _warnings(draft: Draft, offer: Offer | None) -> Iterator[Problem]:
    reading = draft.reading
    for name in draft.names:
        if name in reading.questionnaires:
            found = review(reading.questionnaires[name], reading.sources, offer)
            yield from find_warnings(found, reading.sources[name])
