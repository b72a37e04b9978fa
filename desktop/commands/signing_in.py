"""How commands sign in to a server: its address, and a password that never stands on the command line."""

import argparse
import os
import sys
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.phrases import phrase
from desktop.commands.secret_files import passphrase_in
from desktop.errors import SestanteError, StorageError
from desktop.settings import DATABASE_VARIABLE
from desktop.text import say, wording

if TYPE_CHECKING:
    from desktop.storage.server.address import Address

_NO_ADDRESS = say("Say which server: --database {example}, or the same in the variable SESTANTE_DATABASE.")
_EXAMPLE = "postgresql://anna@hub.example.org/sestante"
_PASSWORD_SHOWN = say(
    "{address} is written with its password, which other programs and the terminal's history can read. Leave "
    "it out: it is asked for, or taken from the keyring, or from --password-file FILE."
)


def add_server_address(command: argparse.ArgumentParser) -> None:
    """The options that name a server and the file of a password."""
    command.add_argument(
        "--database",
        default=argparse.SUPPRESS,
        metavar="URL",
        help=phrase(
            "the server's address (else {variable}), such as {example}",
            variable=DATABASE_VARIABLE,
            example=_EXAMPLE,
        ),
    )
    command.add_argument(
        "--password-file",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="FILE",
        help=phrase("a file that holds the password alone (else the keyring, else it is asked for)"),
    )


def signed_in(options: argparse.Namespace) -> "Address":
    """The address with what it takes to sign in; SestanteError where there is none or nobody to ask."""
    from desktop.storage.server.address import read_address
    from desktop.storage.server.opening import require_driver

    text = getattr(options, "database", None) or os.environ.get(DATABASE_VARIABLE, "")
    if not text:
        raise SestanteError(_NO_ADDRESS, example=_EXAMPLE)
    address = read_address(text)
    if address.password:
        raise StorageError(_PASSWORD_SHOWN, address=address.told)
    require_driver()
    file: Path | None = getattr(options, "password_file", None)
    if file is not None:
        return replace(address, password=passphrase_in(file))
    from desktop.storage.server.passwords import kept_password

    if kept := kept_password(address):
        return replace(address, password=kept)
    return _asked(address, options.lang)


def _asked(address: "Address", language: str) -> "Address":
    """With a password where the server wants one; many sockets want none."""
    from desktop.storage.server.signing_in import wants_password

    if not wants_password(address) or not sys.stdin.isatty():
        return address
    prompt = wording(language)("Password for {address}: ", address=address.told)
    return replace(address, password=getpass(prompt))
