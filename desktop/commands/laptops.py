"""The commands that take companies along on a laptop and bring them back."""

import argparse
import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.secret_files import passphrase_in
from desktop.commands.unlocking import open_workspace
from desktop.errors import SestanteError
from desktop.text import Wording, say, wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.storage.parcels.standing import Kind
    from desktop.storage.parcels.three_way import Side
    from desktop.workspace import Workspace
    from desktop.workspace.returning_laptop import Returning, ReturningLaptop

_LEFT: Final = 1
"""The status where something is still on the laptop."""
_NOT_ALIKE = say("The two passphrases are not the same; nothing was written. Try again.")
_NOBODY = say("There is no terminal to ask for the passphrase; name a file that holds it: {option} FILE")
_DATABASE = phrase("the server's address (else the data folder's own workspace)")


def add_laptop_commands(commands: Commands) -> None:
    """Add both."""
    told = phrase("take companies along in an encrypted folder, to work without the server")
    command = add_command(commands, "take-along", told)
    command.add_argument(
        "companies", nargs="+", metavar=phrase("COMPANY"), help=phrase("their names or UUIDs")
    )
    command.add_argument(
        "--to", required=True, type=Path, metavar=phrase("FOLDER"), help=phrase("a new folder")
    )
    _add_both(command)
    command.set_defaults(action=_take_along)
    told = phrase("bring a folder back: what was changed on one side is taken, what was on both is asked for")
    command = add_command(commands, "bring-back", told)
    command.add_argument("folder", type=Path, metavar=phrase("FOLDER"))
    sides = command.add_mutually_exclusive_group()
    sides.add_argument("--mine", action="store_true", help=phrase("of two changes, the laptop's counts"))
    sides.add_argument("--theirs", action="store_true", help=phrase("of two changes, the server's counts"))
    gone = command.add_mutually_exclusive_group()
    gone.add_argument("--make-again", action="store_true", help=phrase("make companies deleted there again"))
    gone.add_argument("--leave-out", action="store_true", help=phrase("leave companies deleted there out"))
    command.add_argument(
        "--wipe", action="store_true", help=phrase("overwrite and remove the folder afterwards")
    )
    _add_both(command)
    command.set_defaults(action=_bring_back)


def _add_both(command: argparse.ArgumentParser) -> None:
    command.add_argument("--database", default=argparse.SUPPRESS, metavar="URL", help=_DATABASE)
    command.add_argument(
        "--folder-passphrase-file",
        type=Path,
        metavar="FILE",
        help=phrase("a file with the passphrase of the folder"),
    )
    add_language(command)


def _take_along(options: argparse.Namespace) -> int:
    from desktop.storage.vault.passphrase import refuse_weak
    from desktop.storage.vault.recovery_code import RecoveryCode

    words = wording(options.lang)
    workspace = open_workspace(options)
    try:
        ids = list(dict.fromkeys(workspace.rights.find(name) for name in options.companies))
        passphrase, code = _new_passphrase(options, words), RecoveryCode.new()
        refuse_weak(passphrase)
        workspace.laptops.take_along(ids, options.to, passphrase, code)
    finally:
        workspace.close()
    count = len(ids)
    print(
        words.plural(
            "{count} company is in {path}. Open it with: {command}",
            "{count} companies are in {path}. Open it with: {command}",
            count,
            path=options.to,
            command=f"sestante --data {options.to}",
        )
    )
    print(words("Recovery code, shown this once: {code}", code=" ".join(code.groups)))
    return 0


def _bring_back(options: argparse.Namespace) -> int:
    words = wording(options.lang)
    workspace = open_workspace(options)
    try:
        laptop = workspace.laptops.bring_back(options.folder, _passphrase(options, words))
        try:
            return _brought(options, workspace, laptop, words)
        finally:
            laptop.close()
    finally:
        workspace.close()


def _brought(
    options: argparse.Namespace, workspace: "Workspace", laptop: "ReturningLaptop", words: Wording
) -> int:
    from desktop.workspace.laptop_words import wiped_words
    from desktop.workspace.returning_laptop import SETTLED

    found = laptop.look()
    side: Side | None = "mine" if options.mine else "theirs" if options.theirs else None
    choices = {told.conflict.mark: side for each in found for told in each.conflicts if side is not None}
    for each in found:
        if options.leave_out and each.kind == "deleted":
            laptop.leave_out(each.uuid)
    gone = frozenset(each.uuid for each in found if each.kind in ("deleted", "left-out"))
    done = laptop.bring([each.uuid for each in found], choices, gone if options.make_again else frozenset())
    for each in done:
        _tell(each, workspace, words)
    kinds = {each.kind for each in done}
    for kind, told in _what_to_choose(words).items():
        if kind in kinds:
            print(told)
    is_left = bool(kinds - {*SETTLED, "stays"})
    if not is_left and options.wipe:
        print(wiped_words(options.folder, laptop.wipe(), words))
    return _LEFT if is_left else 0


def _what_to_choose(words: Wording) -> "Mapping[Kind, str]":
    """What the same command wants to be told, by how companies stand."""
    return {
        "conflicts": words(
            "Companies with something to choose were left as they are. Look at what both sides wrote, then "
            "run the same again with --mine (the laptop's counts) or --theirs (the server's counts); the "
            "other value stays in the history. To choose one by one, use the page Laptops."
        ),
        "deleted": words(
            "Run the same again with --make-again (companies deleted on the server are made again) or "
            "--leave-out (they are not)."
        ),
    }


def _tell(each: "Returning", workspace: "Workspace", words: Wording) -> None:
    from desktop.workspace.laptop_words import returning_words

    print(returning_words(each, words))
    if each.kind != "conflicts":
        return
    from desktop.workspace.conflict_words import ConflictWords

    told = ConflictWords(workspace.library, words)
    for one in each.conflicts:
        mine, theirs = (told.value(one.conflict, side) for side in (one.conflict.mine, one.conflict.theirs))
        print(f"  {told.about(one.conflict)}")
        print(words("    laptop: {mine}", mine=mine))
        print(words("    server: {theirs}", theirs=theirs))


def _new_passphrase(options: argparse.Namespace, words: Wording) -> str:
    if options.folder_passphrase_file is not None:
        return passphrase_in(options.folder_passphrase_file)
    _refuse_nobody()
    first = getpass(words("Passphrase for the folder: "))
    if getpass(words("The same again: ")) != first:
        raise SestanteError(_NOT_ALIKE)
    return first


def _passphrase(options: argparse.Namespace, words: Wording) -> str:
    if options.folder_passphrase_file is not None:
        return passphrase_in(options.folder_passphrase_file)
    _refuse_nobody()
    return getpass(words("Passphrase of the folder: "))


def _refuse_nobody() -> None:
    if not sys.stdin.isatty():
        raise SestanteError(_NOBODY, option="--folder-passphrase-file")
