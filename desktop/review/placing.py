"""Where a problem stands, in the ids its author writes: the place, the value there, the question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.content.files.strict_yaml import read_yaml
from desktop.content.questionnaires.questionnaire_reading import Reading
from desktop.errors import ContentError, Problem

_LONGEST = 80  # characters of a value
_QUESTION_LISTS = ("questions", "follow_ups")


@dataclass(frozen=True, slots=True)
class PlacedProblem:
    """A problem with the questionnaire it belongs to, and the question or section it is about, if one.

    `place` names entries by their ids, such as `sections.site.questions.website`; `value` is what stands
    there. Both are empty where the file as a whole is meant.
    """

    problem: Problem
    questionnaire: str
    section: str | None = None
    question: str | None = None
    place: str = ""
    value: str = ""


def place_problems(problems: Iterable[Problem], reading: Reading) -> tuple[PlacedProblem, ...]:
    """Each problem with its place; files that were not understood are looked at once more."""
    roots = _roots(reading)
    placed = []
    for problem in problems:
        if problem.file not in roots:
            roots[problem.file] = _root(problem.file)
        placed.append(_placed(problem, roots[problem.file]))
    return tuple(placed)


def _roots(reading: Reading) -> dict[str, Any]:
    roots: dict[str, Any] = {}
    for source in reading.sources.values():
        for document in (source.document, *(document for document, _ in source.texts.values())):
            roots[document.file] = document.root
    return roots


def _root(file: str) -> Any:
    try:
        return read_yaml(Path(file)).root
    except ContentError:
        return None


def _placed(problem: Problem, root: Any) -> PlacedProblem:
    names, value = _walk(root, problem.place)
    section, question = _about(problem.place, names)
    return PlacedProblem(
        problem, Path(problem.file).name.partition(".")[0], section, question, ".".join(names), value
    )


def _walk(root: Any, place: Iterable[str | int]) -> tuple[list[str], str]:
    """The names on the way, and the plain value at its end; entries of a list go by their ids."""
    names, node = [], root
    for step in place:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            node = None
        names.append(_name(step, node))
    is_plain = isinstance(node, str | int | float) or hasattr(node, "as_tuple")
    return names, _shortened(str(node)) if is_plain else ""


def _name(step: str | int, node: Any) -> str:
    if isinstance(step, str):
        return step
    found = (
        node.get("id") or str(node.get("use") or "").partition("/")[2] if isinstance(node, Mapping) else ""
    )
    return str(found or step + 1)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _about(place: tuple[str | int, ...], names: list[str]) -> tuple[str | None, str | None]:
    """The section and the question a place of a structure or text file is about."""
    match place:
        case ("translated_from", str() as block):
            part, _, name = block.partition(".")
            return (name if part == "sections" else None), (name if part == "questions" else None)
        case ("questions", str() as name, *_):
            return None, name
        case ("sections", str() as name, *_):
            return name, None
        case ("sections", int(), *_):
            return names[1], _question_among(names)
    return None, None


def _question_among(names: list[str]) -> str | None:
    """The innermost question on the way to a place of a structure file."""
    found = None
    for index in (2, 4):
        if len(names) > index + 1 and names[index] in _QUESTION_LISTS:
            found = names[index + 1]
    return found
