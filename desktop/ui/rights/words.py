"""How much is held, why something is deleted, and until when it is kept, in words."""

from collections.abc import Sequence

from desktop.holding import HeldCounts
from desktop.text import Wording
from desktop.workspace.rights import PastTime

_MEGABYTE, _KILOBYTE = 1024 * 1024, 1024


def counts_in_words(held: HeldCounts, wording: Wording) -> str:
    """What is held, as a list of counts; what there is none of is left out."""
    people = wording.plural("{count} person in the list", "{count} people in the list", held.people)
    apart = wording.plural("{count} answer given separately", "{count} answers given separately", held.apart)
    personal = wording.plural("{count} personal answer", "{count} personal answers", held.personal)
    files = wording.plural("{count} file", "{count} files", held.files)
    imports = wording.plural(
        "{count} line in reports of imports", "{count} lines in reports of imports", held.imports
    )
    parts = (
        (held.rounds, wording.plural("{count} assessment", "{count} assessments", held.rounds)),
        (held.answers, wording.plural("{count} answer", "{count} answers", held.answers)),
        (held.people, people),
        (held.apart, apart),
        (held.personal, personal),
        (held.notes, wording.plural("{count} note", "{count} notes", held.notes)),
        (held.files, f"{files} ({_size(held, wording)})"),
        (held.changes, wording.plural("{count} change", "{count} changes", held.changes)),
        (held.results, wording.plural("{count} result received", "{count} results received", held.results)),
        (held.services, wording.plural("{count} service", "{count} services", held.services)),
        (held.sayings, wording.plural("{count} expert's remark", "{count} experts' remarks", held.sayings)),
        (held.imports, imports),
    )
    return " · ".join(words for count, words in parts if count)


def _size(held: HeldCounts, wording: Wording) -> str:
    if held.bytes >= _MEGABYTE:
        return wording("{count} MB", count=wording.number(-(-held.bytes // _MEGABYTE)))
    return wording("{count} KB", count=wording.number(-(-held.bytes // _KILOBYTE)))


def reasons_in_words(wording: Wording) -> Sequence[tuple[str, str]]:
    """Why a company may be deleted, each with what the law says of it."""
    return (
        (
            "asked",
            wording("The company, or somebody in it, asked for it (GDPR, Article 17)"),
        ),
        ("withdrawn", wording("The consent was withdrawn (GDPR, Article 17)")),
        ("time", wording("The data are no longer needed (GDPR, Article 5)")),
        ("mistake", wording("It was written down by mistake, or twice")),
        ("other", wording("Another reason")),
    )


def not_reached_in_words(wording: Wording) -> str:
    """What deleting cannot reach."""
    return wording(
        "Not reached: plans and files saved elsewhere, printed sheets, copies on sticks and on other "
        "computers, and what a hub received. Delete those yourself, or ask for their deletion. Only a "
        "number that names nobody is remembered, so that an old copy does not bring the company back."
    )


def past_in_words(past: PastTime, wording: Wording) -> str:
    """Since when and why a company is past its time."""
    seen, ended = wording.date(past.visit.visited_on), wording.date(past.ended_on)
    if past.was_said:
        return wording("Last visit {seen}. It was to be kept until {day}.", seen=seen, day=ended)
    return wording("Last visit {seen}. The time chosen in the settings ended on {day}.", seen=seen, day=ended)
