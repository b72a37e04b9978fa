"""The commands for the keys that packs are signed with: show one, make one, go from one to the next."""

import argparse
import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import Phrase, phrase
from desktop.commands.secret_files import passphrase_in
from desktop.commands.steps import add_steps
from desktop.commands.unlocking import key_of
from desktop.errors import SestanteError
from desktop.text import say, wording

if TYPE_CHECKING:
    from desktop.exchange.packs.signing import PackKey

_KEY_FILE = "KEY.pem"
_DESK = "desk"
_NOBODY_TO_ASK = say(
    "{path} opens with its passphrase, and there is no terminal in which to ask for it. Name the file that "
    "holds it: --key-passphrase-file FILE"
)
_NOT_THE_SAME = say("The two passphrases are not the same. Nothing was written; begin again.")


def add_key_options(command: argparse.ArgumentParser) -> None:
    """Which key signs: this desk's own, else that of a file."""
    command.add_argument(
        "--key",
        type=Path,
        metavar=_KEY_FILE,
        help=phrase("sign with the key in this file (else this desk's own)"),
    )
    _add_passphrase(command)


def add_keys(steps: Commands) -> None:
    """Add the commands for keys."""
    kinds = add_steps(steps, "keys", phrase("the keys that packs are signed with"))
    command = add_step(
        kinds, "show", phrase("print the fingerprint of a key, for the hub's card and posters")
    )
    add_key_options(command)
    command.set_defaults(action=_show)
    command = add_step(kinds, "new", phrase("make a key in a file of its own, closed with a passphrase"))
    command.add_argument("file", type=Path, metavar=_KEY_FILE)
    _add_passphrase(command)
    command.set_defaults(action=_new)
    command = add_step(
        kinds, "change", phrase("announce the next key with the present one, in a pack's folder")
    )
    command.add_argument("folder", type=Path, metavar=phrase("FOLDER"))
    command.add_argument("--to", required=True, metavar="desk|KEY.pem", help=phrase("the next key"))
    add_key_options(command)
    command.add_argument(
        "--to-passphrase-file",
        type=Path,
        metavar="FILE",
        help=phrase("the passphrase of the next key's file"),
    )
    command.set_defaults(action=_change)


def add_step(steps: Commands, name: str, told: Phrase) -> argparse.ArgumentParser:
    """A command among those for packs, in the language of choice."""
    command = add_command(steps, name, told)
    add_language(command)
    return command


def _add_passphrase(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--key-passphrase-file",
        type=Path,
        metavar="FILE",
        help=phrase("a file with the key's passphrase (else asked)"),
    )


def key_in(options: argparse.Namespace) -> "PackKey":
    """The key that the options name: of a file, else of this desk."""
    if options.key is None:
        return _desk_key(options)
    return _file_key(options.key, options.key_passphrase_file, options.lang)


def _desk_key(options: argparse.Namespace) -> "PackKey":
    from desktop.exchange.packs.signing import PackKey
    from desktop.paths import data_folder
    from desktop.workspace.outgoing import desk_key_in

    folder = data_folder(options.data)
    return PackKey.of_desk(desk_key_in(folder, key_of(options, folder)))


def _file_key(path: Path, passphrase_file: Path | None, language: str) -> "PackKey":
    from desktop.exchange.packs.key_files import read_key_file

    return read_key_file(path, _passphrase(path, passphrase_file, language))


def _passphrase(path: Path, file: Path | None, language: str) -> str:
    if file is not None:
        return passphrase_in(file)
    if not sys.stdin.isatty():
        raise SestanteError(_NOBODY_TO_ASK, path=path)
    words = wording(language)
    return getpass(words("Passphrase of {path}: ", path=path))


def _show(options: argparse.Namespace) -> int:
    key, words = key_in(options), wording(options.lang)
    print(words("Fingerprint of its key: {fingerprint}", fingerprint=key.fingerprint))
    print(words("Print it on the hub's card and posters, so that people can compare it."))
    return 0


def _new(options: argparse.Namespace) -> int:
    from desktop.exchange.packs.key_files import new_key_file

    words = wording(options.lang)
    passphrase = _passphrase(options.file, options.key_passphrase_file, options.lang)
    if options.key_passphrase_file is None and getpass(words("The same once more: ")) != passphrase:
        raise SestanteError(_NOT_THE_SAME)
    key = new_key_file(options.file, passphrase)
    print(words("Written: {path}", path=options.file))
    print(words("Fingerprint of its key: {fingerprint}", fingerprint=key.fingerprint))
    print(words("Keep a copy of the file in a safe place: without it nobody can sign later packs."))
    return 0


def _change(options: argparse.Namespace) -> int:
    from desktop.exchange.packs.announcing import announce_in

    words, old = wording(options.lang), key_in(options)
    if options.to == _DESK:
        new = _desk_key(options)
    else:
        new = _file_key(Path(options.to), options.to_passphrase_file, options.lang)
    print(words("Written: {path}", path=announce_in(options.folder, old, new)))
    print(
        words(
            "From the next pack on, sign with the new key: {fingerprint}. Print new cards, and leave the "
            "file in the folder for good.",
            fingerprint=new.fingerprint,
        )
    )
    return 0
