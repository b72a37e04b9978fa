"""By when quick wins can be done."""

from datetime import date
from fractions import Fraction
from functools import cache

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.company import Constraints
from desktop.content.library import Library, read_library
from desktop.dossier.quick_win_days import suggested_days
from desktop.planning import Need
from desktop.planning.quick_wins import QuickWin
from tests.builders import ASSESSMENTS, RESOURCES

MONDAY = date(2027, 1, 11)


@cache
def the_library() -> Library:
    return read_library(ASSESSMENTS, RESOURCES)


def _days(*minutes, hours):
    some = next(iter(the_library().catalogue.advice.actions.values()))
    wins = [
        QuickWin(msgspec.structs.replace(some, role="owner", minutes=each), Need("data", 0, 1, 1), 1)
        for each in minutes
    ]
    limits = Constraints(hours_per_week={"owner": Fraction(hours)})
    return [(day - MONDAY).days for day in suggested_days(wins, limits, MONDAY)]


def test_what_fits_in_the_hours_of_a_week_is_for_its_friday():
    assert _days(30, 30, 30, hours=1) == [4, 4, 11]


def test_what_has_no_room_left_waits_for_the_next_week():
    assert _days(40, 40, hours=1) == [4, 11]


def test_what_is_longer_than_a_week_has_more_of_them():
    assert _days(150, 30, hours=1) == [18, 18]


def test_without_hours_it_is_one_a_week():
    assert _days(15, 15, hours=0) == [4, 11]


@given(st.lists(st.integers(5, 240), max_size=12), st.integers(0, 8))
def test_days_never_go_back(minutes, hours):
    days = _days(*minutes, hours=hours)

    assert days == sorted(days)
    assert all(day % 7 == 4 for day in days)
