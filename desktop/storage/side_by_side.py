"""Questions asked of several readers at once, each of the next one that is free."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from desktop.storage.rows import Rows

Name = TypeVar("Name")
Value = TypeVar("Value")


def answers_of(
    readers: Sequence[Rows], questions: Mapping[Name, Callable[[Rows], Value]]
) -> dict[Name, Value]:
    """What questions find, by their names; those that take longest should come first.

    The first reader is asked in the thread that calls, each other one in a thread of its own.
    """
    left = iter(questions.items())
    found: dict[Name, Value] = {}

    def ask(rows: Rows) -> None:
        for name, question in left:
            found[name] = question(rows)

    with ThreadPoolExecutor(max(1, len(readers) - 1), "reading") as threads:
        others = [threads.submit(ask, rows) for rows in readers[1:]]
        ask(readers[0])
        for each in others:
            each.result()
    return found
