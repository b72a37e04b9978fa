"""What the command line says of results: how a plan leaves, and which desk this is."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.unlocking import key_of
from desktop.text import wording

if TYPE_CHECKING:
    from desktop.commands.leaving import Leaving

_SCOPES: Final = ("full", "no-contact", "scores")
_NAMES_OF_PARTS: Final = (
    "officer, results, people, progress, advisers, quick-wins, courses, calendar, help, answers, method, "
    "consent, data"
)
"""All parts of a plan, written out: importing them takes longer than showing the help."""


def add_leaving(command: argparse.ArgumentParser) -> None:
    """The options of a command that writes plans or results."""
    add_scope(command)
    command.add_argument("--sign", action="store_true", help=phrase("sign the result with this desk's key"))
    look = command.add_argument_group(phrase("the printed plan"))
    look.add_argument(
        "--brand", type=Path, metavar=phrase("FOLDER"), help=phrase("a hub's brand: brand.yaml and its logo")
    )
    add_parts(look)
    command.add_argument(
        "--seal-to",
        metavar=phrase("CARD|FILE"),
        help=phrase("seal the result for the desk of this card (see `desk`)"),
    )


def add_scope(command: argparse.ArgumentParser) -> None:
    """How much of a company leaves."""
    command.add_argument(
        "--scope",
        choices=_SCOPES,
        default="full",
        help=phrase("what leaves: everything, all but contact data, or scores without a name (full)"),
    )


def add_parts(options: argparse._ActionsContainer) -> None:
    """What is printed of a plan."""
    options.add_argument(
        "--parts",
        default="",
        metavar="A,B",
        help=phrase("print these parts only, besides the cover: {parts}", parts=_NAMES_OF_PARTS),
    )
    options.add_argument(
        "--handout", action="store_true", help=phrase("two pages for an event instead of the plan")
    )


def leaving_of(options: argparse.Namespace) -> "Leaving":
    """What those options ask for; CardError where the card cannot be read."""
    from desktop.commands.leaving import Leaving
    from desktop.exchange.results.saving import find_card
    from desktop.paths import data_folder
    from desktop.report.choices import Paper

    signing_folder = data_folder(options.data) if options.sign else None
    key = None if signing_folder is None else key_of(options, signing_folder)
    card = None if options.seal_to is None else find_card(options.seal_to)
    paper = Paper(options.brand, options.parts, is_handout=options.handout)
    return Leaving(options.scope, options.output, signing_folder, card, paper, key)


def add_desk(commands: Commands) -> None:
    """Add the command that prints this desk's card."""
    command = add_command(commands, "desk", phrase("print this desk's fingerprint and card, for others"))
    add_language(command)
    command.set_defaults(action=_desk)


def _desk(options: argparse.Namespace) -> int:
    from desktop.paths import data_folder
    from desktop.workspace.outgoing import desk_key_in

    folder: Path = data_folder(options.data)
    card, words = desk_key_in(folder, key_of(options, folder)).card, wording(options.lang)
    print(words("This desk is {desk}. Its card, for all who seal results for it:", desk=card.fingerprint))
    print(card.text)
    return 0
