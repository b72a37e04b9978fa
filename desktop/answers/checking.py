"""Any file an author may hand over, checked for what it is: questionnaire, texts, catalogue or input file."""

from collections.abc import Iterator
from pathlib import Path

from desktop.answers.reading import read_answers
from desktop.content.library import Library, check_library
from desktop.content.plan_input import read_plan_input, refuse_unknown_places
from desktop.content.questionnaire_reading import read_questionnaires
from desktop.content.strict_yaml import read_yaml
from desktop.errors import ContentError, Problem
from desktop.paths import assessments_folder, resources_folder


def check_path(path: Path) -> tuple[Problem, ...]:
    """All problems of a file, or of the YAML files in a folder and below."""
    library, shipped = check_library(assessments_folder(), resources_folder())
    if not path.is_dir():
        return tuple(_check_file(path, library, shipped))
    files = sorted(each for each in path.rglob("*") if each.suffix.lower() in (".yaml", ".yml"))
    if not files:
        return (Problem(str(path), 0, "there is no YAML file in this folder", "Y002"),)
    return tuple(dict.fromkeys(problem for file in files for problem in _check_file(file, library, shipped)))


def _check_file(path: Path, library: Library, shipped: tuple[Problem, ...]) -> Iterator[Problem]:
    if path.resolve().is_relative_to(resources_folder().resolve()) and "examples" not in path.parts:
        yield from (problem for problem in shipped if Path(problem.file).resolve() == path.resolve())
        return
    try:
        root = read_yaml(path).root
        if isinstance(root, dict) and "company" in root:
            plan_input = read_plan_input(path)
            refuse_unknown_places(plan_input, library.network)
            yield from read_answers(plan_input, library.questionnaires, library.earlier.find).warnings
            return
    except ContentError as error:
        yield from error.problems
        return
    name = path.name.split(".")[0]
    known = library.catalogue.competences
    for problem in read_questionnaires(path.parent, known).problems:
        if Path(problem.file).name.split(".")[0] == name:
            yield problem
