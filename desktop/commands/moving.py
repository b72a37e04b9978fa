"""The commands that move a workspace to a server and back: move-in, move-out, use-file, sums."""

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import Phrase, phrase
from desktop.commands.secret_files import passphrase_in
from desktop.commands.signing_in import add_server_address, signed_in
from desktop.commands.unlocking import key_of
from desktop.text import Sentence, Wording, wording

if TYPE_CHECKING:
    from desktop.storage import FileDatabase
    from desktop.storage.moving.sums import Sums


def add_moving(steps: Commands) -> None:
    """Add all of them to the steps of `sestante server`."""
    command = _step(steps, "move-in", phrase("carry the workspace of a folder to a server"), _move_in)
    add_server_address(command)
    _add_folder(command, "--from", phrase("the folder of the workspace"))
    command = _step(steps, "move-out", phrase("carry a server's workspace into a folder"), _move_out)
    add_server_address(command)
    _add_folder(command, "--to", phrase("a folder that is empty, or still to be made"))
    command.add_argument(
        "--passphrase-file",
        type=Path,
        default=argparse.SUPPRESS,
        metavar="FILE",
        help=phrase("a file with a new passphrase, which encrypts the folder (else it is not encrypted)"),
    )
    command = _step(
        steps, "use-file", phrase("work again in a folder whose workspace was moved to a server"), _use_file
    )
    _add_folder(command, "--from", phrase("the folder of the workspace"))
    command = _step(steps, "sums", phrase("what each table holds, to compare two workspaces"), _sums)
    add_server_address(command)


def _step(steps: Commands, name: str, told: Phrase, action: object) -> argparse.ArgumentParser:
    command = add_command(steps, name, told)
    add_language(command)
    command.set_defaults(action=action)
    return command


def _add_folder(command: argparse.ArgumentParser, name: str, told: Phrase) -> None:
    command.add_argument(name, dest="folder", type=Path, required=True, metavar=phrase("FOLDER"), help=told)


def _move_in(options: argparse.Namespace) -> int:
    address, words = signed_in(options), wording(options.lang)
    from desktop.storage.moving.moving import move_in

    with closing(_opened(options)) as database:
        found = move_in(database, address, _Progress(words))
    _print(found, words)
    print(words("Moved to {address}, and the same on both sides.", address=address.told))
    print(words("{folder} can still be read; work goes on at the server.", folder=options.folder))
    return 0


def _move_out(options: argparse.Namespace) -> int:
    address, words = signed_in(options), wording(options.lang)
    from desktop.storage.moving.moving import move_out
    from desktop.storage.moving.new_folder import refuse_filled
    from desktop.storage.vault.recovery_code import RecoveryCode
    from desktop.storage.vault.vault import new_vault

    refuse_filled(options.folder)
    code, lock = RecoveryCode.new(), None
    if options.passphrase_file is not None:
        lock = new_vault(passphrase_in(options.passphrase_file), code)
    _print(move_out(address, options.folder, _Progress(words), lock), words)
    print(words("Moved to {folder}, and the same on both sides.", folder=options.folder))
    print(words("{address} is as it was.", address=address.told))
    if lock is None:
        print(words("The folder is not encrypted."))
    else:
        print(words("The folder is encrypted, and opens with the passphrase."))
        print(words("Recovery code, shown this once: {code}", code=" ".join(code.groups)))
    return 0


def _use_file(options: argparse.Namespace) -> int:
    words = wording(options.lang)
    from desktop.storage.moving.moved import unmark

    with closing(_opened(options)) as database:
        was_moved = unmark(database)
    if was_moved:
        print(words("{folder} can be written again.", folder=options.folder))
        print(words("What is changed there from now on is not on the server, and the other way round."))
    else:
        print(words("{folder} was not moved to a server; nothing was changed.", folder=options.folder))
    return 0


def _sums(options: argparse.Namespace) -> int:
    address = signed_in(options)
    from desktop.storage.moving.moving import sums_of_server

    _print(sums_of_server(address), wording(options.lang))
    return 0


def _opened(options: argparse.Namespace) -> "FileDatabase":
    """The workspace of a folder, which has to be there."""
    from desktop.storage.moving.file_side import open_source

    return open_source(options.folder, key_of(options, options.folder))


class _Progress:
    """Says on the terminal what is done, beside what a command prints."""

    def __init__(self, words: Wording) -> None:
        self._words = words

    def __call__(self, doing: Sentence) -> None:
        print(self._words.tell(doing), file=sys.stderr, flush=True)


def _print(found: "Sums", words: Wording) -> None:
    from desktop.storage.moving.sum_words import table_by_table

    print(table_by_table(found, words))
