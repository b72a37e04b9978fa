"""The command that prepares a folder, such as a stick, as a hub's edition."""

import argparse
from pathlib import Path

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.text import wording


def add_edition(commands: Commands) -> None:
    """Add the command."""
    command = add_command(
        commands, "edition", phrase("prepare a folder, such as a stick, as a hub's edition")
    )
    command.add_argument("folder", type=Path, metavar=phrase("FOLDER"), help=phrase("where, such as a stick"))
    command.add_argument(
        "--pack", type=Path, required=True, metavar="FILE.sestante-pack", help=phrase("signed")
    )
    add_language(command)
    command.set_defaults(action=_edition)


def _edition(options: argparse.Namespace) -> int:
    from desktop.paths import EDITION_VARIABLE
    from desktop.workspace.fixing import make_fixed

    words = wording(options.lang)
    pack = make_fixed(options.folder, options.pack)
    print(words("Ready: {folder} is the edition of {name}.", folder=options.folder, name=pack.manifest.name))
    print(words("Fingerprint of its key: {fingerprint}", fingerprint=pack.fingerprint))
    print(
        words(
            "Copy the program into this folder: started from there it is this edition, and its data stay in "
            "the folder. A program that is installed does the same with {variable}={folder}.",
            variable=EDITION_VARIABLE,
            folder=options.folder,
        )
    )
    return 0
