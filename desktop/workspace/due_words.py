"""What is due in words, on the screen and in calendars, where no more than the company's name may stand."""

from collections.abc import Callable, Iterable, Iterator

from desktop.content.catalogues.catalogue import Catalogue
from desktop.exchange.calendar_file import Event
from desktop.report.step_words import step_in_words
from desktop.text import Wording
from desktop.workspace.calendar_book import Noted
from desktop.workspace.due import Due, When


def when_in_words(when: When, wording: Wording) -> str:
    """A group of days."""
    words: dict[When, str] = {
        "overdue": wording("Overdue"),
        "week": wording("This week"),
        "month": wording("This month"),
        "later": wording("Later"),
    }
    return words[when]


def kind_in_words(kind: str, wording: Wording) -> str:
    """What kind of thing is due."""
    words = {
        "visit": wording("Visit"),
        "call": wording("Call"),
        "paper": wording("Papers"),
        "other": wording("Reminder"),
        "step": wording("Step of the plan"),
        "round": wording("Next assessment"),
        "move": wording("New version of a questionnaire"),
        "retention": wording("End of keeping"),
    }
    return words[kind]


def about_in_words(due: Due, catalogue: Catalogue, wording: Wording) -> str:
    """What it is about."""
    if due.kind == "step":
        return step_in_words(due.about, catalogue, wording)
    words = {
        "round": wording("A year since the last answer: time to see what changed"),
        "move": wording("Check what changed when the answers were moved, and confirm it"),
        "retention": wording("The data are no longer kept after this day, unless you decide otherwise"),
    }
    return words.get(due.kind, due.about)


def events_of(
    due: Iterable[Due], catalogue: Catalogue, wording: Wording, name_of: Callable[[Due], str]
) -> Iterator[Event]:
    """Events for a calendar; `name_of` gives a company's name, or what stands for it.

    What somebody wrote by hand may speak of people and stays at the desk.
    """
    for each in due:
        kind = kind_in_words(each.kind, wording)
        course = step_in_words(each.about, catalogue, wording) if each.kind == "step" else ""
        what = f"{kind}: {course}" if course else kind
        yield Event(each.uid, each.due_on, f"{name_of(each)} · {what}", kind)


def gone_events_of(gone: Iterable[Noted], wording: Wording) -> Iterator[Event]:
    """Events for what is no longer due; whose it was is not said, as it may have been deleted."""
    for each in gone:
        kind = kind_in_words(each.kind, wording)
        title = wording("No longer due: {what}", what=kind)
        yield Event(each.uid, each.due_on, title, kind, is_gone=True)
