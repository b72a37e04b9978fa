"""Days and counts as people write them into cells."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_ITALIAN = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_BETWEEN = re.compile(r"\s+[/–—-]\s+|\s*(?:;|→|\bal\b|\bto\b)\s*")


def count_of(text: str) -> int | None:
    """A whole number; None where it is none."""
    bare = text.strip()
    return int(bare) if re.fullmatch(r"\d{1,6}", bare) else None


def day_of(text: str) -> date | None:
    """A day as 2027-01-31 or 31/01/2027; None where it is none."""
    bare = text.strip()
    if found := _ISO.fullmatch(bare):
        year, month, day = found.groups()
    elif found := _ITALIAN.fullmatch(bare):
        day, month, year = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def days_of(text: str) -> tuple[date, date | None] | None:
    """A day, or two with a stroke or a word between them; None where they are none."""
    parts = [part for part in _BETWEEN.split(text.strip(), maxsplit=1) if part]
    days = [day_of(part) for part in parts]
    match days:
        case [date() as first]:
            return first, None
        case [date() as first, date() as last] if first <= last:
            return first, last
    return None
