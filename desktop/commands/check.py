"""The command `check`: what is wrong in files, what was understood of assessments, what changed in them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.errors import SestanteError
from desktop.text import Sentence, Wording, say, wording

if TYPE_CHECKING:
    from desktop.review import CheckedFiles

FAILURE = 2
_PACK = say("{path} is the folder of a hub's pack. Check it with: sestante pack check {path}")


def add_check(commands: Commands) -> None:
    """Add the command to the command line."""
    command = add_command(
        commands, "check", phrase("check questionnaires, catalogue and input files"), speaks="en"
    )
    command.add_argument(
        "paths",
        type=Path,
        nargs="*",
        metavar=phrase("PATH"),
        help=phrase("files or folders (else all content)"),
    )
    command.add_argument(
        "--against",
        type=Path,
        metavar=phrase("OLD"),
        help=phrase("file or folder of earlier versions to compare with"),
    )
    command.add_argument(
        "--details", action="store_true", help=phrase("print everything understood of each assessment")
    )
    command.add_argument(
        "--json", action="store_true", help=phrase("print problems and everything understood as JSON")
    )
    add_language(command)
    command.set_defaults(action=_check)


def _check(options: argparse.Namespace) -> int:
    """Print problems to standard error, what was understood to standard output; 2 where there are errors.

    With `--against`, what changed since comes first.
    """
    from desktop.content.files.locating import is_there
    from desktop.review import check_files

    for path in options.paths:
        if is_there(path / "pack.yaml"):
            raise SestanteError(_PACK, path=path)
    words = wording(options.lang)
    checked = check_files(options.paths)
    changes: Sequence[Sentence] | None = None
    if options.against is not None:
        checked, changes = _compared(checked, options.paths, options.against)
    for problem in checked.problems:
        print(words.tell(problem.told), file=sys.stderr)
    if options.json:
        from desktop.json_output import print_json
        from desktop.review.plain import checked_to_plain

        print_json(checked_to_plain(checked, changes, words))
    else:
        for change in changes or ():
            print(words.tell(change))
        _print_understood(checked, words, is_detailed=options.details)
    return FAILURE if checked.errors else 0


def _compared(
    checked: "CheckedFiles", paths: Sequence[Path], earlier: Path
) -> tuple["CheckedFiles", Sequence[Sentence]]:
    """What was checked, with the slips that a comparison shows, and what changed since earlier versions."""
    from desktop.content.questionnaires.against import compare_with
    from desktop.paths import assessments_folder

    compared = [compare_with(path, earlier) for path in paths or (assessments_folder(),)]
    changes = [line for each in compared for line in each.lines]
    return checked.with_problems(problem for each in compared for problem in each.problems), changes


def _print_understood(checked: "CheckedFiles", words: Wording, *, is_detailed: bool) -> None:
    from desktop.review.unused_words import unused
    from desktop.review.words import details, summary

    for review in checked.reviews:
        print("\n".join(details(review, words) if is_detailed else summary(review, words)))
    for name in checked.not_reviewed:
        print(words("{name}: not reviewed, because of its errors", name=name))
    for line in unused(checked, words) if is_detailed else ():
        print(line)
    errors = words.plural("{count} error", "{count} errors", checked.errors)
    warnings = words.plural("{count} warning", "{count} warnings", len(checked.problems) - checked.errors)
    print(f"{errors}, {warnings}")
