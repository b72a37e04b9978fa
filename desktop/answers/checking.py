"""Any file an author may hand over, checked for what it is: questionnaire, texts, catalogue or input file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.content.catalogue import Catalogue
from desktop.content.course_file_checks import find_course_file_problems
from desktop.content.earlier import MARK
from desktop.content.library import CheckedContent, check_content, read_library
from desktop.content.questionnaire_reading import Reading, read_questionnaires
from desktop.content.strict_yaml import read_yaml
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
    checking = _Checking(content)
    problems = [problem for path in paths for problem in dict.fromkeys(checking.problems(path))]
    return Checked(tuple(problems), checking.looked_at(), content.catalogue)


class _Checking:
    """Checks file after file; the questionnaires of a folder are read once."""

    def __init__(self, content: CheckedContent) -> None:
        self._content = content
        self._readings: dict[Path, Reading] = {}
        self._names: dict[Path, dict[str, None]] = {}

    def problems(self, path: Path) -> Iterator[Problem]:
        """All problems of a file, or of the YAML files in a folder and below."""
        if not path.is_dir():
            yield from self._file_problems(path)
            return
        files = sorted(each for each in path.rglob("*") if each.suffix.lower() in (".yaml", ".yml"))
        if not files:
            yield Problem(str(path), 0, say("there is no YAML file in this folder"), "Y002")
        for file in files:
            yield from self._file_problems(file)

    def looked_at(self) -> tuple[tuple[Reading, tuple[str, ...]], ...]:
        """The questionnaires that were met, folder by folder."""
        return tuple((self._readings[folder], tuple(names)) for folder, names in self._names.items())

    def _file_problems(self, path: Path) -> Iterator[Problem]:
        if path.resolve().is_relative_to(resources_folder().resolve()) and "examples" not in path.parts:
            for problem in self._content.problems:
                if Path(problem.file).resolve() == path.resolve():
                    yield problem
            return
        try:
            root = read_yaml(path).root
            if isinstance(root, dict) and "company" in root:
                yield from _input_problems(path)
                return
            if isinstance(root, dict) and "courses" in root:
                yield from find_course_file_problems(path, self._content.catalogue)
                return
        except ContentError as error:
            yield from error.problems
            return
        yield from self._questionnaire_problems(path)

    def _questionnaire_problems(self, path: Path) -> Iterator[Problem]:
        name, catalogue = path.name.split(".")[0], self._content.catalogue
        if path.parent not in self._readings:
            known = catalogue.competences if catalogue else ()
            self._readings[path.parent] = read_questionnaires(path.parent, known)
        reading = self._readings[path.parent]
        # What was kept is never changed again: nobody needs a review of it.
        if name in reading.sources and MARK not in path.parent.name:
            self._names.setdefault(path.parent, {})[name] = None
        for problem in reading.problems:
            if Path(problem.file).name.split(".")[0] == name:
                yield problem


def _input_problems(path: Path) -> Iterator[Problem]:
    """The warnings about an input file; ContentError where it has errors."""
    from desktop.answers.people_reading import read_answers_and_people
    from desktop.content.plan_input import read_plan_input, refuse_unknown_places

    library = read_library(assessments_folder(), resources_folder())
    plan_input = read_plan_input(path)
    refuse_unknown_places(plan_input, library.network)
    for found in read_answers_and_people(plan_input, library.questionnaires, library.earlier.find):
        yield from found.warnings
