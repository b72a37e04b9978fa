"""What the command line says of results: how a plan leaves, and which desk this is."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from desktop.text import LANGUAGES, wording

if TYPE_CHECKING:
    from desktop.leaving import Leaving

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_SCOPES: Final = ("full", "no-contact", "scores")


def add_leaving(command: argparse.ArgumentParser) -> None:
    """The options of a command that writes plans or results."""
    command.add_argument(
        "--scope",
        choices=_SCOPES,
        default="full",
        help="what leaves: everything, all but contact data, or scores without a name (full)",
    )
    command.add_argument("--sign", action="store_true", help="sign the result with this desk's key")
    command.add_argument(
        "--seal-to", metavar="CARD|FILE", help="seal the result for the desk of this card (see `desk`)"
    )


def leaving_of(options: argparse.Namespace) -> "Leaving":
    """What those options ask for."""
    from desktop.leaving import Leaving
    from desktop.paths import data_folder

    signing_folder = data_folder(options.data) if options.sign else None
    return Leaving(options.scope, options.output, signing_folder, options.seal_to)


def add_desk(commands: Commands) -> None:
    """Add the command that prints this desk's card."""
    command = commands.add_parser("desk", help="print this desk's fingerprint and card, for others")
    command.add_argument("--lang", choices=sorted(LANGUAGES), default="it", help="language of the words (it)")
    command.set_defaults(action=_desk)


def _desk(options: argparse.Namespace) -> int:
    from desktop.paths import data_folder
    from desktop.workspace.outgoing import desk_key_in

    folder: Path = data_folder(options.data)
    card, words = desk_key_in(folder).card, wording(options.lang)
    print(words("This desk is {desk}. Its card, for all who seal results for it:", desk=card.fingerprint))
    print(card.text)
    return 0
