"""The commands for results that come in: what a file carries, and taking results into the workspace."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.content import content_at_hand
from desktop.commands.language import add_language
from desktop.commands.parser import Commands, add_command
from desktop.commands.phrases import phrase
from desktop.commands.unlocking import key_if_given, open_workspace
from desktop.text import Wording, wording

if TYPE_CHECKING:
    from desktop.workspace.incoming import Found, Outcome

_NO_QUESTIONNAIRES = frozenset(
    (".sestante", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".docx", ".xlsx")
)
ALL_WELL, CHANGED, FAILED = 0, 1, 2


def add_import(commands: Commands) -> None:
    """Add the command that takes results into the workspace."""
    command = add_command(
        commands,
        "import",
        phrase("take results in: .sestante files, printed plans, scans or photos of their codes, folders"),
    )
    command.add_argument("paths", type=Path, nargs="+", metavar=phrase("FILE|FOLDER"))
    command.add_argument(
        "--accept-changed",
        action="store_true",
        help=phrase("take in what was changed after it was written, too"),
    )
    add_language(command)
    command.add_argument("--json", action="store_true", help=phrase("print what became of each file as JSON"))
    command.set_defaults(action=_import)


def are_results(names: Sequence[str]) -> bool:
    """Whether each of these is a file that may carry a result, or ends as no questionnaire does."""
    return bool(names) and all(_may_carry(Path(name)) for name in names)


def show_results(options: argparse.Namespace) -> int:
    """Print what files carry; 2 where one cannot be read, 1 where one was changed after it was written."""
    from desktop.json_output import print_json
    from desktop.paths import data_folder
    from desktop.workspace.incoming import NotRead
    from desktop.workspace.incoming.looking import looking_from
    from desktop.workspace.incoming.shown import result_in_lines, shown_to_plain

    words = wording(options.lang)
    library = content_at_hand(options)
    shown: list[dict[str, Any]] = []
    status = ALL_WELL
    folder = data_folder(options.data)
    with looking_from(folder, library, key_if_given(options, folder)) as looking:
        for each in looking.read([Path(name) for name in options.id]):
            if isinstance(each, NotRead):
                print(words.tell(each.why), file=sys.stderr)
                status = FAILED
                continue
            status = max(status, ALL_WELL if each[1].is_intact else CHANGED)
            shown.append(shown_to_plain(*each))
            if not options.json:
                print("\n".join(result_in_lines(*each, library, words)))
    if options.json and shown:
        print_json({"format": 1, "results": shown})
    return status


def _may_carry(path: Path) -> bool:
    from desktop.exchange.carriers.marks import HEAD_BYTES, kind_of

    if path.suffix.lower() in _NO_QUESTIONNAIRES and not path.is_dir():
        return True
    try:
        with path.open("rb") as file:
            return kind_of(file.read(HEAD_BYTES)) is not None
    except (OSError, ValueError):
        return False


def _import(options: argparse.Namespace) -> int:
    from desktop.json_output import print_json
    from desktop.workspace.incoming.outcomes import has_failed
    from desktop.workspace.incoming.told import outcome_to_plain
    from desktop.workspace.incoming.words import summary

    words = wording(options.lang)
    outcomes: list[Outcome] = []
    with closing(open_workspace(options)) as workspace:
        found = workspace.incoming.files(options.paths)
        taken = workspace.hub.plans_in.take_in(
            found, options.paths, _told_to_nobody, _never, accept_changed=options.accept_changed
        )
        for outcome in taken:
            outcomes.append(outcome)
            if not options.json:
                print("\n".join(_in_lines(outcome, words)), flush=True)
    if options.json:
        counts = Counter(outcome.kind for outcome in outcomes)
        results = [outcome_to_plain(outcome) for outcome in outcomes]
        print_json({"format": 1, "results": results, "counts": dict(counts), "other_files": found.others})
    else:
        print(_sum_up(tuple(summary(outcomes, words)), found, words))
    return FAILED if has_failed(outcomes) else ALL_WELL


def _in_lines(outcome: "Outcome", words: Wording) -> Iterator[str]:
    """A line for the file, and lines below it for what is to be known of it."""
    from desktop.workspace.incoming.words import facts, headline, reason, warnings

    if not outcome.stage:
        yield reason(outcome, words)
        return
    yield " ".join(filter(None, (f"{outcome.file}: {headline(outcome, words)}", reason(outcome, words))))
    yield from (f"  {line}" for line in (*warnings(outcome, words), *facts(outcome, words)))


def _sum_up(parts: tuple[str, ...], found: "Found", words: Wording) -> str:
    others = words.plural("{count} other file skipped", "{count} other files skipped", found.others)
    told = (*parts, others) if found.others else parts
    return "; ".join(told) if told else words("There was no file to import.")


def _told_to_nobody(_count: int) -> None:
    """Each line printed is progress enough."""


def _never() -> bool:
    return False
