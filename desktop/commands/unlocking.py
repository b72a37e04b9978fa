"""The passphrase of a data folder, as commands get it: asked for at the terminal, or from a file."""

import argparse
import sys
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from desktop.commands.phrases import phrase
from desktop.commands.secret_files import passphrase_in
from desktop.commands.servers import address_of, asked_password
from desktop.errors import StorageError
from desktop.text import say, wording

if TYPE_CHECKING:
    from desktop.storage import Key
    from desktop.storage.server.address import Address
    from desktop.storage.vault.vault import Vault
    from desktop.workspace import Workspace

_TRIES = 3
_NOBODY_TO_ASK = say(
    "The data in {folder} are protected by a passphrase, and there is no terminal in which to ask for it. "
    "Name the file that holds it: sestante --passphrase-file FILE"
)


def add_passphrase_file(parser: argparse.ArgumentParser) -> None:
    """The option of all commands that open a data folder; a passphrase itself is never an argument."""
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=phrase("a file that holds the passphrase of an encrypted data folder, which is asked for else"),
    )


def key_of(options: argparse.Namespace, folder: Path) -> "Key | None":
    """The key of an encrypted data folder, None of any other; SestanteError where it cannot be had."""
    from desktop.storage import is_locked
    from desktop.storage.copies.swapping import finish_before_unlocking

    finish_before_unlocking(folder)
    if not is_locked(folder):
        return None
    from desktop.storage.vault.vault_file import read_vault

    vault = read_vault(folder)
    if options.passphrase_file is not None:
        return vault.open(passphrase_in(options.passphrase_file))
    if not sys.stdin.isatty():
        raise StorageError(_NOBODY_TO_ASK, folder=folder)
    return _asked(vault, options.lang)


def open_workspace(options: argparse.Namespace) -> "Workspace":
    """The workspace of the data folder, encrypted or not; what was put in order there is told."""
    from desktop.paths import data_folder

    folder = data_folder(options.data)
    workspace = _opened(folder, key_of(options, folder), address_of(options, folder), options.lang)
    if workspace.told is not None:
        print(wording(options.lang).tell(workspace.told), file=sys.stderr)
    return workspace


def _opened(folder: Path, key: "Key | None", server: "Address | None", language: str) -> "Workspace":
    """Where the server asks for a password that is not known, the terminal is asked."""
    from desktop.storage.server.address import PasswordWantedError
    from desktop.workspace import Workspace

    try:
        return Workspace.open(folder, key, server)
    except PasswordWantedError:
        if server is None or not (password := asked_password(language)):
            raise
    return Workspace.open(folder, key, replace(server, password=password))


def key_if_given(options: argparse.Namespace, folder: Path) -> "Key | None":
    """As `key_of`, for commands that can do without: nobody is asked."""
    return None if options.passphrase_file is None else key_of(options, folder)


def _asked(vault: "Vault", language: str) -> "Key":
    from desktop.storage.vault.vault import WrongSecretError

    words = wording(language)
    for tried in range(1, _TRIES):
        try:
            return vault.open(getpass(words("Passphrase: ")))
        except WrongSecretError as error:
            print(words.tell(error.sentence), file=sys.stderr)
            sleep(2**tried)
    return vault.open(getpass(words("Passphrase: ")))
