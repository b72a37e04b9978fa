"""The option that says in which language a command speaks."""

import argparse

from desktop.text import LANGUAGES


def add_language(command: argparse.ArgumentParser, of: str = "the words", default: str = "it") -> None:
    """Add `--lang`; `of` says what is in that language."""
    told = f"language of {of} ({default})"
    command.add_argument("--lang", choices=sorted(LANGUAGES), default=default, help=told)
