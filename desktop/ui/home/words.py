"""What is said of companies in the list: visits, sizes, what is due, and the choices of its filters."""

from datetime import date
from functools import lru_cache

from desktop.content.company import SizeClass
from desktop.content.size_words import size_words
from desktop.storage import CompanyRow
from desktop.text import Wording
from desktop.workspace.company_listing import NOBODY, Listing

_LARGE = 10_000
_LONGEST_NAME = 60  # letters
Entries = list[tuple[str | None, str]]


def short_name(name: str) -> str:
    """A name as a sentence has room for: the beginning of a very long one."""
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rstrip()


def size_word(size: SizeClass | None, wording: Wording) -> str:
    """A size class in one word."""
    return "" if size is None else size_words(wording)[size]


def prepare(wording: Wording) -> None:
    """Let Babel read how numbers and days are written; call it in a worker thread."""
    wording.number(_LARGE)
    _day(date(2026, 1, 1), wording)


@lru_cache(maxsize=2048)
def _day(day: date, wording: Wording) -> str:
    return wording.short_date(day)


def day_words(day: date | None, today: date, wording: Wording) -> str:
    """A day as the list has room for it: near ones by name, those of other years with the year."""
    if day is None:
        return ""
    if day == today:
        return wording("today")
    if (today - day).days == 1:
        return wording("yesterday")
    if (day - today).days == 1:
        return wording("tomorrow")
    told = _day(day, wording)
    return told if day.year == today.year else f"{told} {day.year}"


def visit_words(row: CompanyRow, today: date, wording: Wording) -> str:
    """When somebody looked at a company last."""
    return "" if row.visited_at is None else day_words(row.visited_at.astimezone().date(), today, wording)


def due_words(row: CompanyRow, today: date, wording: Wording) -> str:
    """When something is due next."""
    day = day_words(row.due_on, today, wording)
    is_late = row.due_on is not None and row.due_on < today
    return wording("{day}, overdue", day=day) if is_late else day


def sector_entries(listing: Listing, wording: Wording) -> Entries:
    """The sectors there are companies of."""
    named = [(code, listing.sectors.get(code, code)) for code in listing.values("sector")]
    return [(None, wording("All sectors")), *named]


def region_entries(listing: Listing, wording: Wording) -> Entries:
    """The regions there are companies in, by name."""
    named = [(code, listing.regions.get(code, code)) for code in listing.values("region")]
    return [(None, wording("All regions")), *sorted(named, key=_by_text)]


def size_entries(wording: Wording) -> Entries:
    """All size classes."""
    sizes: tuple[SizeClass, ...] = ("micro", "small", "medium", "large")
    return [(None, wording("All sizes")), *((size, size_word(size, wording)) for size in sizes)]


def stage_entries(listing: Listing, wording: Wording) -> Entries:
    """The stages of the latest rounds."""
    stages = sorted(listing.values("stage"), key=lambda stage: (len(stage), stage))
    return [(None, wording("All assessments")), *((stage, stage) for stage in stages)]


def consultant_entries(listing: Listing, wording: Wording) -> Entries:
    """Who looks after companies."""
    named = [(name, name) for name in listing.values("consultant")]
    return [(None, wording("All consultants")), *named, (NOBODY, wording("No consultant"))]


def visit_entries(wording: Wording) -> Entries:
    """How long ago the last visit may be."""
    return [
        (None, wording("Visited at any time")),
        ("this-month", wording("Visited this month")),
        ("over-6-months", wording("Not visited for 6 months")),
        ("over-12-months", wording("Not visited for 12 months")),
    ]


def due_entries(wording: Wording) -> Entries:
    """What may be due."""
    return [
        (None, wording("Due or not")),
        ("overdue", wording("Overdue")),
        ("within-30-days", wording("Due within 30 days")),
        ("any", wording("With something due")),
    ]


def shelf_entries(wording: Wording) -> Entries:
    """Whether companies put away are shown."""
    return [
        ("here", wording("Not archived")),
        ("archived", wording("Archived only")),
        ("all", wording("With archived")),
    ]


def order_entries(wording: Wording) -> Entries:
    """What the list is sorted by."""
    return [
        ("visit", wording("Last visit first")),
        ("name", wording("By name")),
        ("due", wording("Due first")),
        ("sector", wording("By sector")),
        ("region", wording("By region")),
        ("size", wording("By size")),
        ("stage", wording("By assessment")),
        ("consultant", wording("By consultant")),
    ]


def _by_text(entry: tuple[str | None, str]) -> str:
    return entry[1].casefold()
