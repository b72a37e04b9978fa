"""The questionnaire an author means: by the id of a shipped one, or by a path."""

from collections.abc import Mapping
from pathlib import Path

from desktop.content.files.guesses import guess
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.content.questionnaires.questionnaire_reading import (
    Reading,
    is_input_file,
    read_questionnaires,
    structure_files,
)
from desktop.errors import ContentError, Problem
from desktop.text import say

_ANSWERS = say(
    "this file holds a company's answers, no questionnaire; name a questionnaire, or see its plan with "
    "`sestante plan`"
)


def structure_path(name: str, shipped: Path) -> Path:
    """The structure file of `dma-sme`, `FOLDER/club.yaml`, `FOLDER/club` or a folder that holds only one."""
    path = Path(name)
    if path.name == name and is_there(shipped / f"{name}.yaml"):
        return shipped / f"{name}.yaml"
    if is_there(path) and path.is_dir():
        return _only_one(path)
    structure = path.with_name(path.name.split(".")[0] + ".yaml") if path.name else path
    if is_there(structure) and structure.is_file():
        return structure
    known = [file.stem for file in structure_files(shipped)]
    advice = guess(name, known, say("shipped are {known}", known=", ".join(known)))
    sentence = say(
        "there is no such questionnaire; write FOLDER/ID.yaml, or an id that is shipped; {advice}",
        advice=advice,
    )
    raise ContentError(Problem(name, 0, sentence, "N003"))


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; names that no system allows are not there."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _only_one(folder: Path) -> Path:
    found = [path for path in structure_files(folder) if not is_input_file(path)]
    if len(found) == 1:
        return found[0]
    sentence = say(
        "this folder holds {count} questionnaires; name one, such as FOLDER/ID.yaml", count=len(found)
    )
    raise ContentError(Problem(str(folder), 0, sentence, "N003"))


def questionnaire_at(path: Path) -> Questionnaire:
    """The questionnaire whose structure is at `path`; ContentError with what is wrong in its folder."""
    found = read_questionnaires(path.parent, ())
    if path.stem not in found.questionnaires:
        problems = [problem for problem in found.problems if not problem.is_warning]
        raise ContentError(*(problems or [Problem(str(path), 0, _ANSWERS, "N003")]))
    return found.questionnaires[path.stem]


def questionnaires_in(folder: Path) -> Mapping[str, Questionnaire]:
    """The questionnaires of a folder by id; ContentError where one of them has errors, or there is none."""
    found = read_questionnaires(folder, ()) if is_there(folder) else Reading({}, ())
    errors = [problem for problem in found.problems if not problem.is_warning]
    if not found.questionnaires and not errors:
        errors = [
            Problem(str(folder), 0, say("there is no questionnaire in this folder; check its name"), "N003")
        ]
    if errors:
        raise ContentError(*errors)
    return found.questionnaires
