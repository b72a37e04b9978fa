"""Questionnaires compared with their earlier versions: the words of `sestante check --against`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.content.questionnaires.comparing import compare
from desktop.content.questionnaires.comparison_checks import find_version_problems
from desktop.content.questionnaires.comparison_words import lines
from desktop.content.questionnaires.earlier import read_versions
from desktop.content.questionnaires.pairing import is_later, successor
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.errors import Problem
from desktop.text import Sentence, say


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison says, and the problems it met."""

    lines: tuple[Sentence, ...]
    problems: tuple[Problem, ...]


def compare_with(path: Path, old: Path) -> Compared:
    """The questionnaires at `path` compared with those at `old`; each is a folder or a structure file.

    Problems of the later versions themselves are those of `sestante check` and not told again.
    """
    earlier, earlier_id = read_versions(old)
    later, later_id = read_versions(path)
    errors = [problem for problem in earlier.problems if not problem.is_warning]
    if earlier_id is not None:
        errors = [problem for problem in errors if Path(problem.file).name.split(".")[0] == earlier_id]
    before = [each for each in earlier.questionnaires.values() if earlier_id in (None, each.id)]
    after = [each for each in later.questionnaires.values() if later_id in (None, each.id)]
    if not before and not errors:
        errors.append(
            Problem(str(old), 0, say("there is no earlier questionnaire here; name its folder"), "V010")
        )
    folder = path if path.is_dir() else path.parent
    told: list[Sentence] = []
    warnings: list[Problem] = []
    for each in after:
        found = next((one for one in before if one.id == each.id), None)
        found = found or next((one for one in before if is_later(each, one)), None)
        if found is None:
            continue
        comparison = compare(found, each)
        told.extend(lines(comparison))
        file = str(folder / f"{each.id}.yaml")
        warnings.extend(find_version_problems(comparison, earlier.questionnaires.values(), file))
    if later_id is None:
        told.extend(_gone(before, after))
    if earlier_id is None:
        told.extend(_new(before, after))
    return Compared(tuple(told), (*errors, *warnings))


def _gone(before: Iterable[Questionnaire], after: Iterable[Questionnaire]) -> Iterator[Sentence]:
    for each in before:
        if successor(each.id, after) is None:
            yield say("{id} {version}: removed", id=each.id, version=each.version)


def _new(before: Iterable[Questionnaire], after: Iterable[Questionnaire]) -> Iterator[Sentence]:
    for each in after:
        if not any(is_later(each, one) for one in before):
            yield say("{id} {version}: added", id=each.id, version=each.version)
