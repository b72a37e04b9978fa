"""The command that tells what is due, and writes it for a calendar."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.unlocking import open_workspace
from desktop.text import Wording, wording

if TYPE_CHECKING:
    from desktop.content.catalogues.catalogue import Catalogue
    from desktop.workspace import Workspace
    from desktop.workspace.calendar_export import Export
    from desktop.workspace.due import Due

_LONGEST = 36_500  # days


def add_due(commands: Commands) -> None:
    """Add the command that lists what is due."""
    command = add_command(
        commands, "due", phrase("list what is due: visits, next assessments, steps of plans")
    )
    command.add_argument(
        "--ics",
        type=Path,
        metavar="FILE.ics",
        help=phrase("write it for a calendar, which may go to the cloud"),
    )
    command.add_argument(
        "--within",
        type=_days,
        metavar=phrase("DAYS"),
        help=phrase("only what is overdue or due in so many days (all)"),
    )
    command.add_argument(
        "--without-names", action="store_true", help=phrase("codes instead of the names of companies")
    )
    add_language(command)
    command.set_defaults(action=_due)


def _days(text: str) -> int:
    if not text.isdecimal() or int(text) > _LONGEST:
        raise argparse.ArgumentTypeError(phrase("write a number of days from 0 to 36500, such as 30"))
    return int(text)


def _due(options: argparse.Namespace) -> int:
    from desktop.clock import today
    from desktop.workspace.calendar_export import Export

    words, day = wording(options.lang), today()
    workspace = open_workspace(options)
    try:
        found = workspace.reminders.due()
        if options.within is not None:
            found = tuple(each for each in found if each.due_on <= day + timedelta(days=options.within))
        codes = workspace.reminders.codes(found) if options.without_names else {}
        listed = _Listed(found, workspace.library.catalogue, words, codes)
        listed.print(day)
        if options.ics is not None:
            _write(workspace, Export(found, options.ics, words, is_coded=options.without_names))
    finally:
        workspace.close()
    return 0


@dataclass(frozen=True, slots=True)
class _Listed:
    """What is due, and how it is told; `codes` stand for companies that are not named."""

    due: "tuple[Due, ...]"
    catalogue: "Catalogue"
    words: Wording
    codes: Mapping[int, str]

    def name(self, due: "Due") -> str:
        """Whose it is."""
        return self.codes.get(due.company_id, due.company)

    def print(self, day: date) -> None:
        """A line for each, group by group."""
        from desktop.workspace.due import grouped
        from desktop.workspace.due_words import about_in_words, kind_in_words, when_in_words

        if not self.due:
            print(self.words("Nothing is due."))
        for when, found in grouped(self.due, day).items():
            print(f"{when_in_words(when, self.words)} ({len(found)})")
            for each in found:
                about = about_in_words(each, self.catalogue, self.words)
                told = ": ".join(filter(None, (kind_in_words(each.kind, self.words), about)))
                print(f"  {each.due_on.isoformat()}  {self.name(each)}  {told}")


def _write(workspace: "Workspace", wanted: "Export") -> None:
    """The same for a calendar."""
    from desktop.workspace.calendar_export import write_calendar

    words, gone = wanted.wording, write_calendar(workspace, wanted)
    told = words.plural(
        "{count} date written to {path}", "{count} dates written to {path}", len(wanted.due), path=wanted.path
    )
    more = words.plural("{count} no longer due", "{count} no longer due", gone)
    print(f"{told} ({more})" if gone else told)
