"""The report of an import in words: what became of each file, what is searched in, and rows to save."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from desktop.clock import today
from desktop.csv_writing import csv_bytes
from desktop.searching import folded
from desktop.text import Wording
from desktop.workspace.incoming.words import facts, headline, reason, warnings
from desktop.workspace.plans_in.line import Fate, Line, sentence_from
from desktop.workspace.plans_in.report import Report

GROUPS: Final[Mapping[str, frozenset[Fate]]] = {
    "in": frozenset({"added", "joined", "updated", "kept"}),
    "decide": frozenset({"conflict", "waiting"}),
    "not-in": frozenset({"refused"}),
    "here": frozenset({"here"}),
    "passed": frozenset({"passed"}),
}
"""What became of files, in the groups that a report is searched by."""
_SHARES = (0.26, 0.22, 0.16, 0.36)  # of the width of the paper, by column


def group_in_words(group: str, words: Wording) -> str:
    """A group of files."""
    return {
        "in": words("Came in"),
        "decide": words("Waiting"),
        "not-in": words("Not imported"),
        "here": words("Already here"),
        "passed": words("Other files"),
    }[group]


def fate_in_words(line: Line, words: Wording) -> str:
    """What became of a file, in a few words."""
    told: Mapping[Fate, str] = {
        "added": words("New company"),
        "joined": words("One more assessment"),
        "updated": words("Brought up to date"),
        "here": words("Was here already"),
        "conflict": words("You have to choose"),
        "waiting": words("Waiting for its questionnaire"),
        "kept": words("Kept for statistics"),
        "refused": words("Not taken in"),
        "passed": words("Other file"),
    }
    return told[line.kind]


def whose(line: Line) -> str:
    """The company and its assessment, as far as the file tells them."""
    return ", ".join(filter(None, (line.name, line.stage)))


def in_full(line: Line, words: Wording, pending: Collection[int] = ()) -> tuple[str, ...]:
    """All that is to be known of a file, a sentence each; `pending` are the results that still wait."""
    outcome = line.outcome
    first = "" if line.kind == "passed" or line.is_forgotten else headline(outcome, words)
    decided = ""
    if line.kind in GROUPS["decide"] and line.received is not None and line.received not in pending:
        decided = words("That was settled since.")
    told = (first, reason(outcome, words), decided, *warnings(outcome, words), *facts(outcome, words))
    return tuple(dict.fromkeys(each for each in told if each and each != line.file))


def found_in(lines: Iterable[Line], wanted: str, group: str | None) -> tuple[Line, ...]:
    """The lines of a group, or all, that have these words in file or company."""
    kinds, key = GROUPS[group] if group else None, folded(wanted.strip())
    return tuple(
        line
        for line in lines
        if (kinds is None or line.kind in kinds)
        and (not key or key in folded(f"{line.file}\n{line.name}\n{line.stage}"))
    )


def title_of(report: Report, words: Wording) -> str:
    """The moment of an import, in the time of this place."""
    local = report.begun_at.astimezone()
    return f"{words.date(local.date())}, {local:%H:%M}"


def source_of(report: Report, words: Wording) -> str:
    """Where the files came from."""
    if report.how == "waiting":
        return words("What had been waiting")
    if not report.given:
        return words("Files")
    first, others = report.given[0], len(report.given) - 1
    if not others:
        return first
    return words.plural("{first} and {count} more", "{first} and {count} more", others, first=first)


def count_of(report: Report, group: str) -> int:
    """How many files of a report met the fates of a group."""
    return sum(report.counts.get(kind, 0) for kind in GROUPS[group])


def ending_of(report: Report, words: Wording) -> str:
    """How it ended, where it did not come to its end."""
    if report.ended_at is None:
        return words("It was cut short. Import the same files again to go on: what came in stays.")
    if report.error is not None and (sentence := sentence_from(report.error)) is not None:
        return words.tell(sentence)
    if report.is_stopped:
        return words("Stopped: what was imported until then stays. Import the same files again to go on.")
    return ""


def labels(words: Wording) -> tuple[str, ...]:
    """The names of the columns of `rows`."""
    return (words("File"), words("Company"), words("What became of it"), words("Why"))


def rows(lines: Iterable[Line], words: Wording, pending: Collection[int] = ()) -> list[tuple[str, ...]]:
    """The lines as texts."""
    return [
        (line.file, whose(line), fate_in_words(line, words), " ".join(_why(line, words, pending)))
        for line in lines
    ]


def as_csv(lines: Sequence[Line], words: Wording, pending: Collection[int] = ()) -> bytes:
    """The lines as a table for spreadsheets: semicolons, UTF-8 with its mark; no text is a formula."""
    return csv_bytes((labels(words), *rows(lines, words, pending)), ";")


def paper_of(report: Report, lines: Sequence[Line], words: Wording, pending: frozenset[int]) -> bytes:
    """The lines as a PDF."""
    from desktop.report.plain_list import PlainList, build_list_pdf

    count = words.plural("{count} file", "{count} files", len(lines))
    told = (f"{source_of(report, words)} · {title_of(report, words)} · {count}.", ending_of(report, words))
    made = PlainList(
        title=words("What came in"),
        lead=" ".join(filter(None, told)),
        labels=labels(words),
        rows=rows(lines, words, pending),
        shares=_SHARES,
        made_on=today(),
    )
    return build_list_pdf(made, words.language)


def _why(line: Line, words: Wording, pending: Collection[int]) -> tuple[str, ...]:
    """What is to be known of it beyond the other columns."""
    told = in_full(line, words, pending)
    is_named = bool(line.stage) and not line.is_forgotten and line.kind != "passed"
    return told[1:] if is_named else told
