"""Any file an author may hand over, checked for what it is: questionnaire, texts, catalogue or input file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from desktop.content.brand import BRAND_FILE, check_brand
from desktop.content.catalogues.catalogue import Catalogue
from desktop.content.catalogues.course_file_checks import find_course_file_problems
from desktop.content.files.strict_yaml import read_yaml
from desktop.content.library import CheckedContent, check_content, read_library
from desktop.content.questionnaires.earlier import MARK
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_reading import Reading, read_questionnaires
from desktop.errors import ContentError, Problem
from desktop.paths import assessments_folder, resources_folder
from desktop.text import say


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found wrong, and the questionnaires that were looked at: each folder's reading with their ids.

    `catalogue` is the shipped one, None where it cannot be read.
    """

    problems: tuple[Problem, ...]
    looked_at: tuple[tuple[Reading, tuple[str, ...]], ...]
    catalogue: Catalogue | None


def check_paths(paths: Sequence[Path]) -> Checked:
    """Check files, and the YAML files in folders and below; without any, all content that is shipped."""
    content = check_content(assessments_folder(), resources_folder())
    if not paths:
        looked_at = ((content.reading, tuple(content.reading.sources)),)
        return Checked(content.problems, looked_at, content.catalogue)
    checking = _Checking(content, paths)
    problems = [problem for path in paths for problem in dict.fromkeys(checking.problems(path))]
    return Checked(tuple(problems), checking.looked_at(), content.catalogue)


class _Checking:
    """Checks file after file; the questionnaires of a folder are read once."""

    def __init__(self, content: CheckedContent, paths: Sequence[Path]) -> None:
        self._content = content
        self._paths = paths
        self._readings: dict[Path, Reading] = {}
        self._names: dict[Path, dict[str, None]] = {}

    def problems(self, path: Path) -> Iterator[Problem]:
        """All problems of a file, or of the YAML files in a folder and below."""
        if not path.is_dir():
            yield from self._file_problems(path)
            return
        files = _yaml_files(path)
        if not files:
            yield Problem(str(path), 0, say("there is no YAML file in this folder"), "Y002")
        for file in files:
            yield from self._file_problems(file)

    def looked_at(self) -> tuple[tuple[Reading, tuple[str, ...]], ...]:
        """The questionnaires that were met, folder by folder."""
        return tuple((self._readings[folder], tuple(names)) for folder, names in self._names.items())

    def _file_problems(self, path: Path) -> Iterator[Problem]:
        if _real(path).is_relative_to(_real(resources_folder())) and "examples" not in path.parts:
            for problem in self._content.problems:
                if _real(Path(problem.file)) == _real(path):
                    yield problem
            return
        try:
            if path.name == BRAND_FILE:
                yield from check_brand(path.parent)[1]
                return
            root = read_yaml(path).root
            if isinstance(root, dict) and "company" in root:
                yield from _input_problems(path, self._own(path))
                return
            if isinstance(root, dict) and "courses" in root:
                yield from find_course_file_problems(path, self._content.catalogue)
                return
        except ContentError as error:
            yield from error.problems
            return
        yield from self._questionnaire_problems(path)

    def _questionnaire_problems(self, path: Path) -> Iterator[Problem]:
        name, reading = path.name.split(".")[0], self._reading(path.parent)
        # What was kept is never changed again: nobody needs a review of it.
        if name in reading.sources and MARK not in path.parent.name:
            self._names.setdefault(path.parent, {})[name] = None
        problems = [each for each in reading.problems if Path(each.file).name.split(".")[0] == name]
        if not problems and name not in reading.sources:
            yield Problem(
                str(path), 0, say("this is not a questionnaire; name its structure file, ID.yaml"), "Y002"
            )
        yield from problems

    def _reading(self, folder: Path) -> Reading:
        if folder not in self._readings:
            known = self._content.catalogue.competences if self._content.catalogue else ()
            self._readings[folder] = read_questionnaires(folder, known)
        return self._readings[folder]

    def _own(self, path: Path) -> Mapping[str, Questionnaire]:
        """The questionnaires beside an input file and in all that is checked with it."""
        files = [file for each in self._paths for file in (_yaml_files(each) if each.is_dir() else (each,))]
        folders = dict.fromkeys(file.parent for file in (path, *files) if MARK not in file.parent.name)
        return {name: each for one in folders for name, each in self._reading(one).questionnaires.items()}


def _yaml_files(folder: Path) -> Sequence[Path]:
    """The YAML files in a folder and below."""
    return sorted(each for each in folder.rglob("*") if each.suffix.lower() in (".yaml", ".yml"))


def _input_problems(path: Path, own: Mapping[str, Questionnaire]) -> Iterator[Problem]:
    """The warnings about an input file; ContentError where it has errors.

    `own` are questionnaires besides those that are shipped.
    """
    from desktop.answers.people_reading import read_answers_and_people
    from desktop.content.plan_input import read_plan_input, refuse_unknown_names

    library = read_library(assessments_folder(), resources_folder())
    plan_input = read_plan_input(path)
    refuse_unknown_names(plan_input, library.network, library.catalogue)
    for found in read_answers_and_people(plan_input, {**library.questionnaires, **own}, library.earlier.find):
        yield from found.warnings


def _real(path: Path) -> Path:
    """The file or folder a path leads to; links that lead back to themselves stay as they are."""
    return Path(realpath(path))
