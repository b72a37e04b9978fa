"""The command that writes the plans of all companies in the data folder."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.results import add_parts, add_scope
from desktop.commands.unlocking import open_workspace
from desktop.errors import SestanteError
from desktop.text import Wording, say, wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.workspace.batch import Batch, Kind, Written

_KINDS: "Mapping[str, tuple[Kind, ...]]" = {
    "pdf": (".pdf",),
    "sestante": (".sestante",),
    "both": (".pdf", ".sestante"),
}
_NOBODY = say("There is no company in {folder}. Begin one in the window, or name another folder with --data.")
_NO_PAPER = say("--parts and --handout concern printed plans; choose --kind pdf or both, or leave them out.")
_SOME_FAILED = 2


def add_print_all(commands: Commands) -> None:
    """Add the command that prints all companies."""
    command = add_command(
        commands, "print-all", phrase("write the plans of all companies in the data folder")
    )
    command.add_argument(
        "folder", type=Path, metavar=phrase("FOLDER"), help=phrase("where the files go; made if need be")
    )
    add_language(command, phrase("language of the plans (it)"))
    add_scope(command)
    add_parts(command)
    command.add_argument(
        "--kind", choices=sorted(_KINDS), default="pdf", help=phrase("which files to write (pdf)")
    )
    command.add_argument(
        "--replace",
        action="store_true",
        help=phrase("replace files of the same name instead of numbering new ones"),
    )
    command.set_defaults(action=_print_all)


def _print_all(options: argparse.Namespace) -> int:
    from desktop.workspace.batch import write_all

    batch, words = _batch(options), wording(options.lang)
    workspace = open_workspace(options)
    try:
        companies = workspace.cases()
        if not companies:
            raise SestanteError(_NOBODY, folder=workspace.folder)
        outcomes = [_told(outcome, words) for outcome in write_all(workspace, companies, batch)]
    finally:
        workspace.close()
    return 0 if all(outcomes) else _SOME_FAILED


def _batch(options: argparse.Namespace) -> "Batch":
    from desktop.report.choices import Paper
    from desktop.workspace.batch import Batch
    from desktop.workspace.copies import Copy

    if options.kind == "sestante" and (options.parts or options.handout):
        raise SestanteError(_NO_PAPER)
    wishes = Paper(parts=options.parts, is_handout=options.handout).options(is_paper=True)
    return Batch(
        folder=options.folder,
        copy=Copy(options.scope, wishes.form, wishes.parts),
        language=options.lang,
        kinds=frozenset(_KINDS[options.kind]),
        is_replacing=options.replace,
    )


def _told(outcome: "Written", words: Wording) -> bool:
    """A line for each file, or for what went wrong; whether all went well."""
    for file in outcome.files:
        print(file, flush=True)
    if outcome.error is not None:
        print(f"{outcome.name}: {words.tell(outcome.error)}", file=sys.stderr, flush=True)
    return outcome.error is None
