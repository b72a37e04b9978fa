"""The command that writes a copy of what is held about a company, or about one of its people."""

import argparse
from pathlib import Path

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.unlocking import open_workspace


def add_export_data(commands: Commands) -> None:
    """Add the command."""
    command = add_command(
        commands,
        "export-data",
        phrase("write a copy of all that is held about a company: document, data, files"),
    )
    command.add_argument("--company", required=True, metavar=phrase("NAME|UUID"), help=phrase("whose data"))
    command.add_argument(
        "--person", metavar=phrase("LABEL"), help=phrase("instead, the own answers of one person of it")
    )
    command.add_argument(
        "--to",
        required=True,
        type=Path,
        metavar=phrase("FOLDER"),
        help=phrase("where the copy goes; made if need be"),
    )
    command.add_argument("--zip", action="store_true", help=phrase("pack the copy into one file"))
    add_language(command, phrase("language of the document (it)"))
    command.set_defaults(action=_export_data)


def _export_data(options: argparse.Namespace) -> int:
    workspace = open_workspace(options)
    try:
        rights = workspace.rights
        company_id = rights.find(options.company)
        if options.person is None:
            print(rights.export(company_id, options.to, options.lang, is_zip=options.zip))
            return 0
        for person_id in rights.find_people(company_id, options.person):
            print(rights.export_person(person_id, options.to, options.lang))
    finally:
        workspace.close()
    return 0
