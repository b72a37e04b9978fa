"""Amounts, days and counts as people write them into cells."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

_NO_NUMBER = re.compile(r"(?:eur|euro|€|[\s\u00a0\u202f'’])", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d[\d.,]*")
_THOUSANDS = re.compile(r"-?\d{1,3}([.,]\d{3})+")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_ITALIAN = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_BETWEEN = re.compile(r"\s+[/–—-]\s+|\s*(?:;|→|\bal\b|\bto\b)\s*")
_MOST_CENTS = 10**14


def cents_of(text: str) -> int | None:
    """An amount of euro in cents, with a comma or a dot before the cents; None where it is none."""
    bare = _NO_NUMBER.sub("", text)
    if not bare:
        return 0
    if not _NUMBER.fullmatch(bare):
        return None
    if _THOUSANDS.fullmatch(bare) and len({mark for mark in bare if mark in ".,"}) == 1:
        bare = bare.replace(",", "").replace(".", "")
    last = max(bare.rfind(","), bare.rfind("."))
    whole, part = (bare, "") if last < 0 else (bare[:last], bare[last + 1 :])
    try:
        cents = Decimal(f"{whole.replace(',', '').replace('.', '')}.{part or 0}") * 100
    except InvalidOperation:
        return None
    is_possible = 0 <= cents < _MOST_CENTS
    return int(cents.to_integral_value()) if is_possible else None


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
