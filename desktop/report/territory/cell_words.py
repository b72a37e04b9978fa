"""Figures as they are written for readers."""

from collections.abc import Mapping
from fractions import Fraction

from desktop.report.territory.table import Cell, Kind
from desktop.text import Wording

HIDDEN, NOTHING = "*", "–"
_MINUS = "−"
_PERCENT = 100
_DIGITS: Mapping[Kind, int] = {"count": 0, "points": 1, "change": 1, "pace": 1}


def cell_in_words(cell: Cell, kind: Kind, say: Wording) -> str:
    """A figure rounded once; a star where it is hidden, a dash where there is none."""
    if cell.is_hidden:
        return HIDDEN
    if cell.value is None:
        return NOTHING
    return _number(Fraction(cell.value), kind, say)


def rounded(cell: Cell, kind: Kind) -> float | int | None:
    """A figure as files hold it: percents as parts of one; None where it is hidden or there is none."""
    if cell.value is None:
        return None
    value = Fraction(cell.value)
    if kind == "count":
        return int(value)
    return float(round(value, 4 if kind == "percent" else 2))


def _number(value: Fraction, kind: Kind, say: Wording) -> str:
    if kind == "euro":
        return say.euro(round(value))
    if kind == "percent":
        return f"{say.number(value * _PERCENT)}%"
    digits = _DIGITS[kind]
    if kind == "change":
        told = round(value, digits)
        sign = "+" if told > 0 else _MINUS if told < 0 else ""
        return f"{sign}{say.decimal(abs(told), digits)}"
    return say.decimal(value, digits) if digits else say.number(value)
