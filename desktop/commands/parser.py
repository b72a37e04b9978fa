"""The parser of commands, whose help and errors speak the language that a command speaks."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import pairwise, takewhile
from typing import Any, ClassVar, NoReturn, TypeAlias

from desktop.commands.phrases import Phrase, phrase
from desktop.commands.usage_errors import worded
from desktop.text import LANGUAGES, Wording, wording

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
USAGE_ERROR = 2
FIRST = "it"
_LANG = "--lang"
_OF_THE_LIBRARY: Mapping[str, Phrase] = {
    "positional arguments": phrase("to be given"),
    "options": phrase("options"),
    "show this help message and exit": phrase("show this help"),
}


def asked_language(arguments: Sequence[str]) -> str | None:
    """The language that `--lang` names, before the command or after it; None where it names none."""
    given = [*takewhile(lambda each: each != "--", arguments), ""]
    found = [
        following if each == _LANG else each.removeprefix(f"{_LANG}=")
        for each, following in pairwise(given)
        if each == _LANG or each.startswith(f"{_LANG}=")
    ]
    return next((each for each in reversed(found) if each in LANGUAGES), None)


def parser_in(asked: str | None) -> type[argparse.ArgumentParser]:
    """Parsers, also of the commands in them, that speak this language; None: each the one of its command."""
    return type("Parser", (Parser,), {"asked": asked})


def add_command(
    commands: Commands, name: str, told: Phrase, *, epilog: Phrase | None = None, speaks: str = FIRST
) -> argparse.ArgumentParser:
    """Add a command; `told` says what it does, in the list of commands and in its own help.

    `speaks` is its language where none is asked for.
    """
    command = commands.add_parser(name, help=told, description=told, epilog=epilog)
    command.set_defaults(lang=speaks)
    return command


class Parser(argparse.ArgumentParser):
    """Words its texts where they are shown: building it reads no translations."""

    asked: ClassVar[str | None] = None

    def format_help(self) -> str:
        """All that there is to know of a command."""
        self._speak()
        return super().format_help()

    def format_usage(self) -> str:
        """How to write a command."""
        self._speak()
        return super().format_usage()

    def error(self, message: str) -> NoReturn:
        """Say on standard error how to write the command, what is wrong, and where help is; end with 2."""
        words = wording(self._language)
        self.print_usage(sys.stderr)
        told, more = (
            words.tell(worded(message, words)),
            words("More: {command}", command=f"{self.prog} --help"),
        )
        self.exit(USAGE_ERROR, f"{told} {more}\n")

    @property
    def _language(self) -> str:
        return self.asked or str(self.get_default("lang"))

    def _speak(self) -> None:
        self.formatter_class = partial(_Formatter, words=wording(self._language))


class _Formatter(argparse.HelpFormatter):
    """Puts texts into the reader's language while they are set."""

    def __init__(self, prog: str, words: Wording) -> None:
        super().__init__(prog)
        self._wording = words

    def start_section(self, heading: str | None) -> None:
        super().start_section(None if heading is None else self._told(heading))

    def add_text(self, text: str | None) -> None:
        super().add_text(None if text is None else self._told(text))

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, self._wording("usage: ") if prefix is None else prefix)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return None if action.help is None else self._told(action.help)

    def _metavar_formatter(
        self, action: argparse.Action, default_metavar: str
    ) -> Callable[[int], tuple[str, ...]]:
        names = super()._metavar_formatter(action, default_metavar)
        return lambda size: tuple(map(self._told, names(size)))

    def _told(self, text: str) -> str:
        known = text if isinstance(text, Phrase) else _OF_THE_LIBRARY.get(text)
        return text if known is None else self._wording.tell(known.sentence)
