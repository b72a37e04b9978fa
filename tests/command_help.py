"""The help of every command, as `sestante` tells it."""

import re
from collections.abc import Callable, Iterator, Mapping

Told = Callable[..., str]
Command = tuple[str, ...]

_LISTED = re.compile(r"^    ([a-z][a-z-]+)(?: |$)", re.MULTILINE)
_SEVERAL = re.compile(r"^  (?:COMMAND|STEP|COMANDO|PASSO)$", re.MULTILINE)


def every_help(told: Told, language: str) -> Mapping[Command, str]:
    """The help of each command, and of those that it is made of; `told` runs one that only says something."""
    return dict(_helps(told, language, ()))


def _helps(told: Told, language: str, command: Command) -> Iterator[tuple[Command, str]]:
    text = told(*command, "--lang", language, "--help")
    yield command, text
    if _SEVERAL.search(text):
        for name in _LISTED.findall(_SEVERAL.split(text)[1]):
            yield from _helps(told, language, (*command, name))
