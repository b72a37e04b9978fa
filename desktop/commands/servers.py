"""The server whose workspace a command opens: an option, a variable, or what the window remembers."""

import argparse
import os
import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.phrases import phrase
from desktop.commands.secret_files import passphrase_in
from desktop.settings import (
    DATABASE_VARIABLE,
    PASSWORD_FILE_VARIABLE,
    Settings,
    database_of,
    read_settings,
)
from desktop.text import wording

if TYPE_CHECKING:
    from desktop.storage.server.address import Address


def add_server_options(parser: argparse.ArgumentParser) -> None:
    """The options of the window and of all commands that open a workspace; a password is never one."""
    parser.add_argument(
        "--database",
        metavar="URL",
        help=phrase(
            "a server's workspace, such as postgresql://anna@hub.example.org/sestante "
            "(else SESTANTE_DATABASE, else as in the settings; here: this computer's own)"
        ),
    )
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=phrase("a file that holds the password for the server (else the keyring, else it is asked for)"),
    )


def remember_server_options(options: argparse.Namespace) -> None:
    """Let the window know of them."""
    if options.database:
        os.environ[DATABASE_VARIABLE] = options.database
    if options.password_file is not None:
        os.environ[PASSWORD_FILE_VARIABLE] = str(options.password_file)


def address_of(options: argparse.Namespace, folder: Path) -> "Address | None":
    """The server that a command works on, which is said; None for this computer's own workspace.

    StorageError where the address is none; SestanteError where the password cannot be read.
    """
    text = database_of(options.database, read_settings(folder, Settings()))
    if not text:
        return None
    from desktop.storage.server.passwords import chosen_address

    address = chosen_address(text, _password(options))
    words = wording(options.lang)
    print(words("Working on the server {server}.", server=address.told), file=sys.stderr)
    return address


def asked_password(language: str) -> str:
    """The password as it is entered at the terminal; empty where there is none."""
    return getpass(wording(language)("Password: ")) if sys.stdin.isatty() else ""


def _password(options: argparse.Namespace) -> str:
    if options.password_file is not None:
        return passphrase_in(options.password_file)
    name = os.environ.get(PASSWORD_FILE_VARIABLE, "")
    return passphrase_in(Path(name)) if name else ""
