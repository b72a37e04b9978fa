"""The option that says in which language a command speaks."""

import argparse

from desktop.commands.parser import FIRST
from desktop.commands.phrases import Phrase, phrase
from desktop.text import LANGUAGES

_OF_WORDS = {"it": phrase("language of the words (it)"), "en": phrase("language of the words (en)")}


def add_language(command: argparse.ArgumentParser, told: Phrase | None = None) -> None:
    """Add `--lang`; `told` says what is in that language. Else it is the one that `command` speaks."""
    default = command.get_default("lang") or FIRST
    command.add_argument(
        "--lang", choices=sorted(LANGUAGES), default=default, help=told or _OF_WORDS[default]
    )
