"""How old a fact is on a day, and whether a call can still be answered."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from desktop.content.networks.support_file import FundingEntry

Availability = Literal["open", "upcoming", "recurring", "unknown", "was-open", "closed-recurs", "closed"]
STALE_AFTER = 12  # months
_OLD_AFTER = 60  # months


def months_old(as_of: str, day: date) -> int:
    """Whole calendar months from a date such as 2026-02 to a day; below 0 for later ones."""
    year, month = (int(part) for part in as_of.split("-")[:2])
    return (day.year - year) * 12 + day.month - month


def is_stale(as_of: str, day: date) -> bool:
    """Whether a fact is older than a year."""
    return months_old(as_of, day) > STALE_AFTER


def age_points(as_of: str, day: date) -> int:
    """What age takes from a match: 0 while fresh, 1 when stale, 2 after five years."""
    return int(is_stale(as_of, day)) + int(months_old(as_of, day) > _OLD_AFTER)


def availability(entry: FundingEntry, funding: Mapping[str, FundingEntry], day: date) -> Availability:
    """Whether a call takes applications on a day; one of a recurring family comes back after its end."""
    if entry.state == "closed" or (entry.closes is not None and entry.closes < day):
        family = funding.get(entry.family or "")
        recurs = entry.state == "recurring" or (family is not None and family.state == "recurring")
        return "closed-recurs" if recurs else "closed"
    if entry.opens is not None and entry.opens > day:
        return "upcoming"
    if entry.state == "open":
        return "was-open" if is_stale(entry.as_of, day) else "open"
    return entry.state
