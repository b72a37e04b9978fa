"""Problems found in the content as a whole, told at the file and line in the pack that brought them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from desktop.content.editions.entries import is_merged
from desktop.content.editions.overlay import Files
from desktop.content.files.decoding import place_in_words
from desktop.content.files.strict_yaml import Document, Steps, parse_yaml
from desktop.errors import Problem
from desktop.text import Sentence

Place: TypeAlias = Callable[[str], str]
"""How a file of a pack is called in a message, by its name in the pack."""
_IN_LIST = 2


class Pointing:
    """Leads from a folder of content, put together of Sestante's own files and a pack's, back to the pack's.

    What is only a warning in a file of Sestante's own is none of the pack's business.
    """

    def __init__(self, folder: Path, files: Files, together: Files, place: Place) -> None:
        self._folder = folder
        self._files = files
        self._together = together
        self._place = place

    def told(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """The problems that a pack has to do with, as its author knows the files."""
        for problem in problems:
            name = self._name(problem.file)
            if name in self._files:
                yield self._in_pack(problem, name)
            elif not problem.is_warning:
                yield replace(problem, file=f"Sestante/{name}")

    def _name(self, file: str) -> str:
        path = Path(file)
        return path.relative_to(self._folder).as_posix() if path.is_relative_to(self._folder) else file

    def _in_pack(self, problem: Problem, name: str) -> Problem:
        file = self._place(name)
        if not is_merged(name):
            return replace(problem, file=file)
        own = parse_yaml(self._files[name], file)
        steps = self._own_steps(problem.place, name, own)
        line, sentence = own.line(steps) if steps else 0, _moved(problem, steps)
        return replace(problem, file=file, line=line, sentence=sentence, place=steps)

    def _own_steps(self, steps: Steps, name: str, own: Document) -> Steps:
        """Where an entry of joined lists stands in the pack's own list."""
        if len(steps) < _IN_LIST or not isinstance(steps[1], int):
            return steps
        wanted = _entry(parse_yaml(self._together[name], name).root, steps)
        listed = _item(own.root, steps[0])
        for index, entry in enumerate(listed if isinstance(listed, list) else ()):
            if wanted is not None and _item(entry, "id") == wanted:
                return (steps[0], index, *steps[_IN_LIST:])
        return ()


def _moved(problem: Problem, steps: Steps) -> Sentence:
    """The sentence with the entry's place in the pack's own list, where it tells one."""
    values = problem.sentence.values
    if not steps or values.get("where") != place_in_words(problem.place):
        return problem.sentence
    return replace(problem.sentence, values={**values, "where": place_in_words(steps)})


def _entry(root: Any, steps: Steps) -> Any:
    return _item(_item(_item(root, steps[0]), steps[1]), "id")


def _item(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None
