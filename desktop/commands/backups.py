"""The commands for copies of the workspace: backup, restore, copies."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.unlocking import key_of
from desktop.errors import SestanteError
from desktop.settings import Settings, database_of, read_settings
from desktop.text import Wording, say, wording

if TYPE_CHECKING:
    from desktop.workspace.backups import Backups, Preview

_THERE = say("{path} is there already. Choose another name, or replace it with --replace.")
_UNKNOWN = say("There is no company “{name}” in the copy. There are: {names}")
_ON_SERVER = say(
    "The companies are on a server, and its administrator makes the copies (docs/server-admin.md). Nothing "
    "was done here. For the workspace of this computer alone, write --database here in front of the command."
)
_ANOTHER = say("Nothing was done. If this copy is what you want here, say so with --other-workspace.")


def add_backup_commands(commands: Commands) -> None:
    """Add the three commands to the command line."""
    command = add_command(commands, "backup", phrase("write the whole workspace into one file"))
    command.add_argument("file", type=Path, metavar="FILE.sestante-copy")
    command.add_argument("--replace", action="store_true", help=phrase("replace a file that exists"))
    add_language(command)
    command.set_defaults(action=_backup)
    command = add_command(commands, "restore", phrase("show what a copy holds, or put it back"))
    command.add_argument("file", type=Path, metavar="FILE.sestante-copy")
    command.add_argument(
        "--yes", action="store_true", help=phrase("do it, instead of showing what would be done")
    )
    command.add_argument(
        "--only", nargs="+", default=[], metavar=phrase("NAME"), help=phrase("these companies, nothing else")
    )
    command.add_argument(
        "--with-erased", action="store_true", help=phrase("bring back companies erased since, too")
    )
    command.add_argument(
        "--other-workspace",
        action="store_true",
        help=phrase("accept a copy of another workspace than this one"),
    )
    add_language(command)
    command.set_defaults(action=_restore)
    command = add_command(commands, "copies", phrase("list the copies kept in the data folder"))
    add_language(command)
    command.set_defaults(action=_copies)


@contextmanager
def _opened(options: argparse.Namespace) -> "Iterator[Backups]":
    from desktop.paths import data_folder
    from desktop.storage import FileDatabase
    from desktop.workspace.backups import Backups

    folder = data_folder(options.data)
    if database_of(options.database, read_settings(folder, Settings())):
        raise SestanteError(_ON_SERVER)
    with closing(FileDatabase(folder, key_of(options, folder))) as database:
        yield Backups(database)


def _backup(options: argparse.Namespace) -> int:
    from desktop.workspace.backups import named_as_copy

    words, target = wording(options.lang), named_as_copy(options.file)
    if target.exists() and not options.replace:
        raise SestanteError(_THERE, path=target)
    with _opened(options) as backups:
        print(words("Written: {path}", path=backups.save(target)))
    return 0


def _copies(options: argparse.Namespace) -> int:
    from desktop.workspace.backup_words import facts_words, reason_words

    words = wording(options.lang)
    with _opened(options) as backups:
        kept = backups.kept()
        if not kept:
            print(words("There are no copies yet in {folder}.", folder=backups.folder))
    for each in kept:
        facts = each.facts
        told = facts_words(facts, words) if facts else (words("This copy is damaged."),)
        print(f"{each.path}\n  {reason_words(each.reason, words)}. {'. '.join(told)}")
    return 0


def _restore(options: argparse.Namespace) -> int:
    words = wording(options.lang)
    with _opened(options) as backups:
        preview = _looked_at(backups, options.file, words)
        _print(preview, words)
        uuids = _named(preview, options.only)
        if not options.yes:
            print()
            print(words("Nothing was done yet. To do it, add --yes."))
            return 0
        if preview.is_another and not options.other_workspace:
            raise SestanteError(_ANOTHER)
        takes = {"takes_another": options.other_workspace}
        if uuids:
            before = backups.bring_back(preview, uuids, **takes)
        else:
            erased = [each.uuid for each in preview.standings if each.kind == "erased"]
            before = backups.restore(preview, frozenset(erased if options.with_erased else ()), **takes)
        print()
        print(words("Done."))
        if before is not None:
            print(words("What was here before is kept in {path}", path=before))
    return 0


def _looked_at(backups: "Backups", path: Path, words: Wording) -> "Preview":
    """A protected copy is looked into with its passphrase, which is asked for where somebody can answer."""
    from desktop.storage.copies.protected import ProtectedError
    from desktop.workspace.unlocking import unlocking_with

    try:
        return backups.preview(path)
    except ProtectedError:
        if not sys.stdin.isatty():
            raise
        from getpass import getpass

        return backups.preview(path, unlocking_with(getpass(words("Passphrase of this copy: "))))


def _print(preview: "Preview", words: Wording) -> None:
    from desktop.workspace.backup_words import facts_words, kind_words, standing_words, warnings

    print("\n".join(facts_words(preview.facts, words)))
    for line in warnings(preview, words):
        print(line)
    for kind, group in groupby(preview.standings, key=lambda each: each.kind):
        print(f"\n{kind_words(kind, words)}")
        for each in group:
            print(f"  {each.name} ({standing_words(each, words)})")


def _named(preview: "Preview", names: list[str]) -> list[str]:
    there = {each.uuid: each.there.name for each in preview.standings if each.there is not None}
    for name in names:
        if name.casefold() not in {known.casefold() for known in there.values()}:
            raise SestanteError(_UNKNOWN, name=name, names=", ".join(sorted(there.values())))
    wanted = {name.casefold() for name in names}
    return [uuid for uuid, name in there.items() if name.casefold() in wanted]
