"""Prices as providers write them; what is not plain stays unknown."""

import re
from fractions import Fraction

from desktop.exchange.course_import.words import plain

_DEAREST_EUR = 100_000
_FREE_WORDS = (
    "gratis|gratuit[oaiesx]*|free|free of charge|no cost|nessun costo|senza costi|at no "
    "cost|kostenlos|kostenfrei|grátis|"
    "gratuitement|kosteloos|bezplatn[aeyi]|zdarma|ucretsiz|бесплатно|безкоштовно|مجاني|مجانا|חינם|免费|免費|無料|"
    "무료|"
    "निशुल्क|mien phi|ฟรี|δωρεαν|ingyenes|ilmainen"
)
_FREE = re.compile(
    rf"{plain(_FREE_WORDS)}|[€$£]?\s*0+(?:[.,]0+)?\s*(?:€|eur|euro|usd|gbp|chf|[$£])?", re.ASCII
)
_FREE_TO_FOLLOW = re.compile(
    r"free\s*[-–:]?\s*add a verified certificate.*|free (?:to )?audit\b.*|audit for free.*", re.ASCII
)
_EURO = re.compile(r"(?:(?:€|eur|euro)\s*([\d., '’]*\d)|([\d., '’]*\d)\s*(?:€|eur|euro))", re.ASCII)
_BARE = re.compile(r"[\d., '’]*\d", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:[ ,'’]\d{3})+(?:\.\d{1,2})?", re.ASCII)
_SIMPLE = re.compile(r"\d{1,6}(?:[.,]\d{1,2})?", re.ASCII)


def euros_of(text: str, *, is_in_euro: bool) -> Fraction | None:
    """A price in euro; a number alone is one where `is_in_euro`. None where it is not plain.

    What is free to follow costs nothing, whatever its certificate does.
    """
    text = plain(text).strip()
    if _FREE.fullmatch(text) or _FREE_TO_FOLLOW.fullmatch(text):
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
