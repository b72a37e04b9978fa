"""Hours and prices as providers write them; what is not plain stays unknown."""

import re
from fractions import Fraction

from desktop.exchange.course_import.words import plain

_LONGEST_HOURS = 2_000
_DEAREST_EUR = 100_000
_NUMBER = r"\d{1,5}(?:[.,]\d{1,2})?"
_HOURS = re.compile(
    rf"(?:({_NUMBER})\s*(?:h|hr|hrs|hours?|or[ae])\.?)?\s*(?:,|e|and|&)?\s*"
    rf"(?:({_NUMBER})\s*(?:m|min|mins|minutes?|minut[io]|')\.?)?",
    re.ASCII,
)
_HOURS_THEN_MINUTES = re.compile(r"(\d{1,3})\s*h\s*([0-5]?\d)", re.ASCII)
_ISO = re.compile(r"pt(?:(\d{1,4})h)?(?:(\d{1,5})m)?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)", re.ASCII)
_FREE = re.compile(
    r"(?:€|eur|euro)?\s*0+(?:[.,]0+)?\s*(?:€|eur|euro)?|gratis|gratuit[oaie]|free|free of charge|no cost|"
    r"nessun costo|senza costi|at no cost",
    re.ASCII,
)
_EURO = re.compile(r"(?:(?:€|eur|euro)\s*([\d., ]*\d)|([\d., ]*\d)\s*(?:€|eur|euro))", re.ASCII)
_BARE = re.compile(r"[\d., ]*\d", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:[ ,]\d{3})+(?:\.\d{1,2})?", re.ASCII)
_SIMPLE = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?", re.ASCII)


def hours_of(text: str, unit: str = "") -> Fraction | None:
    """Hours of study; `unit` (`hours` or `minutes`) is that of a number alone. None where it is not plain."""
    text = plain(text).strip()
    if unit and re.fullmatch(_NUMBER, text, re.ASCII):
        return _sensible(_exact(text) / (60 if unit == "minutes" else 1))
    for pattern in (_HOURS, _HOURS_THEN_MINUTES, _ISO, _CLOCK):
        if text and (match := pattern.fullmatch(text)):
            hours, minutes, *seconds = (_exact(part or "0") for part in match.groups())
            return _sensible(hours + minutes / 60 + sum(seconds, Fraction(0)) / 3600)
    return None


def _sensible(hours: Fraction) -> Fraction | None:
    return hours if 0 < hours <= _LONGEST_HOURS else None


def euros_of(text: str, *, is_in_euro: bool) -> Fraction | None:
    """A price in euro; a number alone is one where `is_in_euro`. None where it is not plain."""
    text = plain(text).strip()
    if _FREE.fullmatch(text):
        return Fraction(0)
    match = _EURO.fullmatch(text)
    amount = (match[1] or match[2]) if match else text if is_in_euro and _BARE.fullmatch(text) else ""
    return _amount(amount.strip())


def _amount(text: str) -> Fraction | None:
    if _GROUPED.fullmatch(text):
        whole, mark, cents = text.rpartition("," if re.search(r",\d{1,2}$", text) else ".")
        if not mark or len(cents) > 2:  # noqa: PLR2004 - three digits are thousands, no cents
            whole, cents = text, "0"
        found = _exact(re.sub(r"\D", "", whole) + "." + cents)
    elif _SIMPLE.fullmatch(text):
        found = _exact(text)
    else:
        return None
    return found if found <= _DEAREST_EUR else None


def _exact(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))
