"""The commands of a hub for plans that come in: looking again at a watched folder, and reports of imports."""

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.unlocking import open_workspace
from desktop.errors import SestanteError
from desktop.text import Wording, say, wording

if TYPE_CHECKING:
    from desktop.workspace import Workspace
    from desktop.workspace.plans_in import Report

ALL_WELL, FAILED = 0, 2
_NO_REPORT = say("There is no import number {number}; `sestante imports` lists those there are.")


def add_plans_in(commands: Commands) -> None:
    """Add the commands that look again at a watched folder, and that list imports and their reports."""
    again = add_command(commands, "look-again", phrase("take in what is new in the watched folder"))
    again.add_argument(
        "--folder", type=Path, metavar=phrase("FOLDER"), help=phrase("watch this folder from now on")
    )
    again.set_defaults(action=_look_again)
    listed = add_command(commands, "imports", phrase("list imports, or what became of each file of one"))
    listed.add_argument(
        "number", type=int, nargs="?", metavar=phrase("NUMBER"), help=phrase("1 for the last import")
    )
    listed.add_argument(
        "--find", default="", metavar=phrase("WORDS"), help=phrase("only files or companies with these words")
    )
    listed.add_argument(
        "--csv", type=Path, metavar="FILE.csv", help=phrase("save as a table for spreadsheets")
    )
    listed.set_defaults(action=_imports)
    for command in (again, listed):
        add_language(command)


def _look_again(options: argparse.Namespace) -> int:
    from desktop.workspace.incoming.outcomes import has_failed
    from desktop.workspace.incoming.words import summary

    words = wording(options.lang)
    with closing(open_workspace(options)) as workspace:
        plans_in = workspace.hub.plans_in
        if options.folder is not None:
            plans_in.watch(options.folder.resolve())
        found = plans_in.new_files()
        outcomes = list(plans_in.take_in_new(found, _told_to_nobody, _never))
        waiting = plans_in.try_again(_never)
    print("; ".join(summary(outcomes, words)) or words("Nothing new since last time."))
    return FAILED if has_failed(outcomes) or waiting else ALL_WELL


def _imports(options: argparse.Namespace) -> int:
    words = wording(options.lang)
    with closing(open_workspace(options)) as workspace:
        reports = workspace.hub.plans_in.reports()
        if options.number is None:
            lines = _listed(reports, words)
        elif 1 <= options.number <= len(reports):
            lines = _told(workspace, reports[options.number - 1], options, words)
        else:
            raise SestanteError(_NO_REPORT, number=options.number)
        for line in lines:
            print(line)
    return ALL_WELL


def _listed(reports: "tuple[Report, ...]", words: Wording) -> Iterator[str]:
    """Each import in a line, the last one first."""
    from desktop.workspace.plans_in.telling import GROUPS, count_of, group_in_words, source_of, title_of

    for number, report in enumerate(reports, 1):
        counts = ((group, count_of(report, group)) for group in GROUPS)
        told = ", ".join(f"{group_in_words(group, words)} {count}" for group, count in counts if count)
        yield f"{number}  {title_of(report, words)}  {source_of(report, words)}: {told}"


def _told(
    workspace: "Workspace", report: "Report", options: argparse.Namespace, words: Wording
) -> Iterator[str]:
    """What became of each file, or where that was saved."""
    from desktop.report.placing import place
    from desktop.workspace.plans_in.telling import as_csv, found_in, rows

    plans_in = workspace.hub.plans_in
    lines, pending = found_in(plans_in.lines(report), options.find, None), plans_in.pending_numbers()
    if options.csv is None:
        yield from ("  ".join(filter(None, row)) for row in rows(lines, words, pending))
        return
    place(options.csv, as_csv(lines, words, pending))
    yield words("Saved as {path}", path=options.csv)


def _told_to_nobody(_count: int) -> None:
    """The sum at the end is enough."""


def _never() -> bool:
    return False
