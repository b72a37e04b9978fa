"""The command that shows authors what they write: preview."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.text import LANGUAGES

if TYPE_CHECKING:
    from desktop.review.draft import PreviewWish

OpenPreview: TypeAlias = "Callable[[PreviewWish], int]"


def add_preview(commands: Commands) -> None:
    """Add the command; `open_preview`, which shows the window, comes with the options."""
    command = add_command(
        commands, "preview", phrase("show questionnaires as users see them, while you write"), speaks="en"
    )
    command.add_argument(
        "path", type=Path, metavar=phrase("PATH"), help=phrase("a questionnaire's file, or a folder of them")
    )
    command.add_argument(
        "--lang",
        choices=sorted(LANGUAGES),
        dest="first_language",
        help=phrase("language to begin in (else that of the file)"),
    )
    command.add_argument("--question", metavar="ID", help=phrase("question to begin at"))
    command.set_defaults(action=_preview)


def _preview(options: argparse.Namespace) -> int:
    from desktop.review.draft import PreviewWish, find_target, language_of, place_of

    path: Path = options.path
    target = find_target(path)
    question = None if options.question is None else place_of(options.question, target)
    language = options.first_language or language_of(path, target)
    open_preview: OpenPreview = options.open_preview
    return open_preview(PreviewWish(target, language, question))
