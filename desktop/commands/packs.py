"""The commands for the packs of hubs: new, check, build, sign, keys, install, list, remove, tidy."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.pack_keys import add_key_options, add_keys, add_step, key_in
from desktop.commands.parser import Commands
from desktop.commands.phrases import phrase
from desktop.commands.steps import add_steps
from desktop.commands.unlocking import open_workspace
from desktop.errors import Problem, SestanteError
from desktop.text import Wording, say, wording

if TYPE_CHECKING:
    from desktop.exchange.packs.pack import Pack
    from desktop.exchange.packs.pack_file import PackSource
    from desktop.workspace import Workspace

FAILURE = 2
_FOLDER, _FILE = phrase("FOLDER"), "FILE.sestante-pack"
_UNKNOWN = say("There is no pack `{id}` here. Installed are: {known}")


def add_pack(commands: Commands) -> None:
    """Add all of them to the command line."""
    steps = add_steps(commands, "pack", phrase("make, check and install the packs of hubs"))
    _add_making(steps)
    add_keys(steps)
    _add_using(steps)


def _add_making(steps: Commands) -> None:
    """What hubs need to make a pack."""
    command = add_step(steps, "new", phrase("begin a pack: a folder to change, with everything explained"))
    command.add_argument("id", metavar="ID", help=phrase("its id: small letters, digits, hyphens"))
    command.add_argument("--folder", type=Path, metavar=_FOLDER, help=phrase("where (else a new folder ID)"))
    command.set_defaults(action=_new)
    command = add_step(steps, "check", phrase("check a pack's folder, or what a pack's file holds"))
    command.add_argument("path", type=Path, metavar=phrase("FOLDER|FILE.sestante-pack"))
    command.set_defaults(action=_check)
    command = add_step(steps, "build", phrase("make the file of a pack, the same bytes each time"))
    command.add_argument("folder", type=Path, metavar=_FOLDER)
    command.add_argument("-o", "--output", type=Path, metavar=_FILE, help=phrase("(else ID-SERIAL here)"))
    command.add_argument("--sign", action="store_true", help=phrase("sign it at once"))
    add_key_options(command)
    command.set_defaults(action=_build)
    command = add_step(steps, "sign", phrase("sign a pack that was built"))
    command.add_argument("file", type=Path, metavar=_FILE)
    add_key_options(command)
    command.set_defaults(action=_sign)


def _add_using(steps: Commands) -> None:
    """What those need who use a pack."""
    command = add_step(
        steps, "install", phrase("look at a pack, and install it once its fingerprint is known")
    )
    command.add_argument("file", type=Path, metavar=_FILE)
    command.add_argument(
        "--fingerprint", default="", metavar="ABCD-...", help=phrase("as the hub's card shows it")
    )
    command.set_defaults(action=_install)
    command = add_step(steps, "list", phrase("show the installed packs and their fingerprints"))
    command.set_defaults(action=_list)
    command = add_step(steps, "remove", phrase("remove a pack; answers to its questionnaires stay readable"))
    command.add_argument("id", metavar="ID")
    command.add_argument("--forget-key", action="store_true", help=phrase("also trust its key no longer"))
    command.set_defaults(action=_remove)
    command = add_step(steps, "tidy", phrase("delete former packs that nothing kept here refers to"))
    command.set_defaults(action=_tidy)


def _new(options: argparse.Namespace) -> int:
    from desktop.exchange.packs.skeleton import new_pack

    words, folder = wording(options.lang), options.folder or Path(options.id)
    for path in new_pack(options.id, folder):
        print(words("Written: {path}", path=path))
    print(words("Check it: {command}", command=f"sestante pack check {folder}"))
    return 0


def _check(options: argparse.Namespace) -> int:
    words = wording(options.lang)
    found = _problems_in(options.path)
    _print_problems(found, words)
    errors = sum(not problem.is_warning for problem in found)
    told = words.plural("{count} error", "{count} errors", errors)
    warnings = words.plural("{count} warning", "{count} warnings", len(found) - errors)
    print(f"{told}, {warnings}")
    return FAILURE if errors else 0


def _problems_in(path: Path) -> tuple[Problem, ...]:
    from desktop.exchange.packs.checking import check_files, check_folder

    if path.is_dir():
        return check_folder(path).problems
    from desktop.exchange.packs.reading import load_pack

    return check_files(load_pack(path).files, str)


def _print_problems(problems: tuple[Problem, ...], words: Wording) -> None:
    for problem in problems:
        print(words.tell(problem.told), file=sys.stderr)


def _build(options: argparse.Namespace) -> int:
    from desktop.exchange.packs.building import build, save_pack, sign
    from desktop.exchange.packs.checking import check_folder
    from desktop.exchange.packs.pack import SUFFIX

    words, checked = wording(options.lang), check_folder(options.folder)
    _print_problems(checked.problems, words)
    if checked.errors or checked.source is None:
        print(words("Nothing was built: correct the errors first."), file=sys.stderr)
        return FAILURE
    source: PackSource = checked.source
    pack = build(source)
    if options.sign or options.key is not None:
        pack = sign(pack, key_in(options))
    target = options.output or Path(f"{source.file.id}-{source.file.serial}{SUFFIX}")
    save_pack(target, pack)
    _print_made(target, pack, words)
    return 0


def _sign(options: argparse.Namespace) -> int:
    from desktop.exchange.packs.building import save_pack, sign
    from desktop.exchange.packs.reading import load_bytes, read_unsigned

    file: Path = options.file
    pack = sign(read_unsigned(load_bytes(file), file.name), key_in(options))
    save_pack(file, pack)
    _print_made(file, pack, wording(options.lang))
    return 0


def _print_made(path: Path, pack: "Pack", words: Wording) -> None:
    print(words("Written: {path}", path=path))
    print(words("SHA-256: {digits}", digits=pack.sha256))
    if pack.manifest.key is None:
        print(words("It is not signed yet: {command}", command=f"sestante pack sign {path}"))
    else:
        print(words("Fingerprint of its key: {fingerprint}", fingerprint=pack.fingerprint))


@contextmanager
def _opened(options: argparse.Namespace) -> "Iterator[Workspace]":
    with closing(open_workspace(options)) as workspace:
        yield workspace


def _install(options: argparse.Namespace) -> int:
    from desktop.workspace.pack_words import look_words

    words = wording(options.lang)
    with _opened(options) as workspace:
        look = workspace.packs.look_at(options.file)
        print("\n".join(look_words(look, words)))
        if look.trust == "first" and not options.fingerprint:
            print()
            print(words("Nothing was done yet. To install it, add the fingerprint from the hub's card:"))
            print("--fingerprint ABCD-EFGH-IJKL-MNOP")
            return 0
        is_new = not look.is_installed or look.trust != "known"
        workspace.packs.install(look, options.fingerprint)
    if is_new:
        print(words("Installed."))
    return 0


def _list(options: argparse.Namespace) -> int:
    from desktop.exchange.packs.signing import fingerprint_of
    from desktop.workspace.pack_words import installed_words

    words = wording(options.lang)
    with _opened(options) as workspace:
        found, former = workspace.packs.installed(), workspace.packs.former()
    for each in found:
        print(f"{each.id}: {installed_words(each, words)}")
        print(f"  {words('Fingerprint of its key: {fingerprint}', fingerprint=fingerprint_of(each.key))}")
    if not found:
        print(words("No pack is installed."))
    if former:
        print(
            words.plural(
                "{count} former pack is kept for answers given.",
                "{count} former packs are kept for answers given.",
                len(former),
            )
        )
    return 0


def _remove(options: argparse.Namespace) -> int:
    words = wording(options.lang)
    with _opened(options) as workspace:
        known = {each.id for each in workspace.packs.installed()}
        if options.id not in known and not options.forget_key:
            raise SestanteError(_UNKNOWN, id=options.id, known=", ".join(sorted(known)) or "-")
        workspace.packs.remove(options.id)
        if options.forget_key:
            workspace.packs.forget_key(options.id)
    print(words("Removed. What was answered with its questionnaires stays readable."))
    return 0


def _tidy(options: argparse.Namespace) -> int:
    words = wording(options.lang)
    with _opened(options) as workspace:
        count = workspace.former_packs.delete_unneeded()
    print(words.plural("{count} former pack deleted.", "{count} former packs deleted.", count))
    return 0
