"""The calendar: courses one after the other fill the weeks."""

from collections.abc import Iterable, Iterator
from fractions import Fraction


def fill_weeks(durations: Iterable[Fraction], hours_per_week: Fraction) -> Iterator[dict[int, Fraction]]:
    """For each duration the hours in each week (0 is the first); each begins where the one before ended."""
    passed = Fraction(0)
    for duration in durations:
        end = passed + duration
        weeks: dict[int, Fraction] = {}
        while passed < end:
            week = passed // hours_per_week
            until = min(end, (week + 1) * hours_per_week)
            weeks[week] = until - passed
            passed = until
        yield weeks
