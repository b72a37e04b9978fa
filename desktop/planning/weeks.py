"""The calendar: the hours each week has, and the weeks that a stretch of study fills."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate

from desktop.content.decisions import Holiday

_DAYS_A_WEEK = 7
_WORKING_DAYS = 5
_WEEKS_A_YEAR, _MONTHS_A_YEAR = 52, 12


def week_hours(
    first_day: date, number_of_weeks: int, hours: Fraction, holidays: Collection[Holiday]
) -> tuple[Fraction, ...]:
    """The hours of study each week has; every working day on holiday takes away a fifth of them."""
    if not holidays:
        return (hours,) * number_of_weeks
    starts = (first_day + timedelta(days=_DAYS_A_WEEK * week) for week in range(number_of_weeks))
    return tuple(hours * _working_days(start, holidays) / _WORKING_DAYS for start in starts)


def _working_days(start: date, holidays: Collection[Holiday]) -> int:
    """The days of a week from Monday to Friday that are no holiday."""
    days = (start + timedelta(days=day) for day in range(_DAYS_A_WEEK))
    return sum(
        day.weekday() < _WORKING_DAYS and not any(each.first <= day <= each.last for each in holidays)
        for day in days
    )


def month_starts(number_of_weeks: int) -> tuple[int, ...]:
    """The first week of each month of a plan: blocks of four or five weeks, twelve to 52; one at least."""
    months = max(1, round(Fraction(number_of_weeks * _MONTHS_A_YEAR, _WEEKS_A_YEAR)))
    return tuple(number_of_weeks * month // months for month in range(months))


def fill_weeks(begin: Fraction, end: Fraction, weeks: Sequence[Fraction]) -> dict[int, Fraction]:
    """The hours in each week (0 is the first) of a stretch between two moments, in hours of study passed."""
    filled: dict[int, Fraction] = {}
    for week, until in enumerate(accumulate(weeks)):
        overlap = min(end, until) - max(begin, until - weeks[week])
        if overlap > 0:
            filled[week] = overlap
    return filled
