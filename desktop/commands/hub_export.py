"""The command that hands on what a hub knows: to the network, to the region, to all, to its next edition."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.unlocking import open_workspace
from desktop.text import Wording, wording

if TYPE_CHECKING:
    from desktop.workspace.reports import Wish, Written

_KINDS: Final = ("dma-list", "dma-csv", "services", "open-data", "monitoring", "benchmark")
_ORDERS: Final = ("plan-already", "already-plan")
_EARLIEST, _LATEST = 2000, 2200
_SOME_LEFT_OUT = 2


def add_hub_export(commands: Commands) -> None:
    """Add the command that writes reports of a hub."""
    command = add_command(
        commands, "hub-export", phrase("write what a hub hands on: reports, open data, figures")
    )
    command.add_argument(
        "kind",
        choices=_KINDS,
        metavar=phrase("KIND"),
        help=phrase(
            "dma-list, dma-csv and services name companies; open-data, monitoring and benchmark do not"
        ),
    )
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help=phrase("where it goes; see docs/reports.md"),
    )
    command.add_argument("--hub", metavar=phrase("NAME"), help=phrase("in whose name (what was said last)"))
    command.add_argument(
        "--year", type=_year, metavar=phrase("YEAR"), help=phrase("only what happened in a year (all)")
    )
    command.add_argument(
        "--pairs",
        choices=_ORDERS,
        default="plan-already",
        help=phrase("dma-csv: what the digits of the first question stand for (plan-already)"),
    )
    command.add_argument(
        "--aggregated-only", action="store_true", help=phrase("open-data: sums alone, which may be published")
    )
    add_language(command)
    command.set_defaults(action=_export)


def add_hub_import(commands: Commands) -> None:
    """Add the command that brings services in from a spreadsheet."""
    command = add_command(
        commands,
        "services-import",
        phrase("bring services into the register from a spreadsheet (.csv, .xlsx)"),
    )
    command.add_argument(
        "file", type=Path, metavar="FILE", help=phrase("a row for each service, under headings")
    )
    command.add_argument("--dry-run", action="store_true", help=phrase("only tell what would be taken"))
    add_language(command)
    command.set_defaults(action=_import)


def _year(text: str) -> int:
    if not text.isdecimal() or not _EARLIEST <= int(text) <= _LATEST:
        raise argparse.ArgumentTypeError(phrase("write a year, such as 2027"))
    return int(text)


def _export(options: argparse.Namespace) -> int:
    from desktop.workspace.reports import Wish

    workspace = open_workspace(options)
    try:
        wish = Wish(
            kind=options.kind,
            path=options.output,
            hub=workspace.hub.reports.hub if options.hub is None else options.hub,
            year=options.year,
            language=options.lang,
            order=options.pairs,
            is_aggregated=options.aggregated_only,
        )
        _tell(wish, workspace.hub.reports.write(wish), wording(options.lang))
    finally:
        workspace.close()
    return 0


def _tell(wish: "Wish", written: "Written", words: Wording) -> None:
    from desktop.workspace.reports.telling import written_in_words

    for remark in written.remarks:
        print(words.tell(remark), file=sys.stderr)
    print(written_in_words(wish, written, words))


def _import(options: argparse.Namespace) -> int:
    words = wording(options.lang)
    workspace = open_workspace(options)
    try:
        found = workspace.hub.reports.register.look_at(options.file)
        for sentence in found.told():
            print(words.tell(sentence), file=sys.stderr)
        count = len(found.lines) if options.dry_run else workspace.hub.reports.register.take(found)
        if options.dry_run:
            print(words.plural("{count} service would be taken", "{count} services would be taken", count))
        else:
            print(words.plural("{count} service taken", "{count} services taken", count))
    finally:
        workspace.close()
    return 0 if not found.left_out else _SOME_LEFT_OUT
