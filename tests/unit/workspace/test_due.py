"""When something is due, and how it is grouped on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage import Reminder
from desktop.storage.due_reader import CompanyDays, StepDay
from desktop.workspace.due import WHEN, Due, Known, due_of, grouped, months_after, when

ANSWERED = date(2026, 2, 28)


def days(**values: object) -> CompanyDays:
    usual = {
        "company_id": 1,
        "uuid": "u",
        "name": "Forno Rossi",
        "round_id": 7,
        "stage": "T0",
        "answered_on": ANSWERED,
        "visited_on": date(2026, 3, 4),
        "keep_until": None,
        "is_away": False,
        "moved_on": None,
        "moved_round": None,
    }
    return CompanyDays(**(usual | values))


def kinds(known: Known) -> dict[str, date]:
    return {each.kind: each.due_on for each in due_of(known)}


def test_the_next_round_is_due_a_year_after_the_last_answer() -> None:
    assert kinds(Known((days(),))) == {"round": date(2027, 2, 28)}


def test_a_round_without_answers_makes_nothing_due() -> None:
    assert not due_of(Known((days(answered_on=None),)))


@pytest.mark.parametrize(
    ("values", "months", "until"),
    [
        ({}, 0, None),
        ({}, 24, date(2028, 3, 4)),
        ({"keep_until": date(2027, 1, 1)}, 24, date(2027, 1, 1)),
        ({"keep_until": date(2027, 1, 1)}, 0, date(2027, 1, 1)),
        ({"is_away": True}, 12, date(2027, 3, 4)),
    ],
)
def test_a_company_is_kept_until_its_own_day_or_the_desks(
    values: dict[str, object], months: int, until: date | None
) -> None:
    assert kinds(Known((days(**values),), retention_months=months)).get("retention") == until


def test_of_a_company_put_away_only_the_end_of_keeping_is_told() -> None:
    reminder = Reminder(1, "r", 1, "Forno Rossi", date(2026, 5, 1), "visit", "")
    away = days(is_away=True, moved_on=ANSWERED, moved_round=7)
    assert not due_of(Known((away,), (reminder,), (StepDay("s", 1, "win:a", ANSWERED),)))


def test_moves_steps_and_reminders_are_due_on_their_days() -> None:
    reminder = Reminder(3, "r", 1, "Forno Rossi", date(2026, 5, 1), "fax", "Ask")
    known = Known(
        (days(moved_on=date(2026, 4, 1), moved_round=7),),
        (reminder,),
        (StepDay("s", 1, "course:a:owner", date(2026, 3, 6)),),
    )
    found = due_of(known)
    assert [each.kind for each in found] == ["step", "move", "other", "round"]
    assert (found[2].reminder, found[2].about) == (3, "Ask")


def test_names_for_calendars_stay_and_tell_rounds_apart() -> None:
    [first], [again] = due_of(Known((days(),))), due_of(Known((days(answered_on=date(2026, 3, 1)),)))
    [later] = due_of(Known((days(stage="T1"),)))
    assert first.uid == again.uid != later.uid


@pytest.mark.parametrize(
    ("day", "group"),
    [
        (date(2026, 11, 17), "overdue"),
        (date(2026, 11, 18), "week"),
        (date(2026, 11, 22), "week"),
        (date(2026, 11, 23), "month"),
        (date(2026, 11, 30), "month"),
        (date(2026, 12, 1), "later"),
        (date(2027, 11, 25), "later"),
    ],
)
def test_weeks_end_on_sunday_and_months_on_their_last_day(day: date, group: str) -> None:
    assert when(day, date(2026, 11, 18)) == group


@given(days=st.lists(st.dates(), max_size=20), today=st.dates(max_value=date(9990, 1, 1)))
def test_groups_hold_everything_once_and_in_order(days: list[date], today: date) -> None:
    due = [Due(str(n), "visit", day, 1, "F", 1) for n, day in enumerate(sorted(days))]
    groups = grouped(due, today)
    assert [name for name in WHEN if name in groups] == list(groups)
    assert [each for found in groups.values() for each in found] == due


@given(day=st.dates(max_value=date(9000, 1, 1)), months=st.integers(0, 240))
def test_months_later_is_in_that_month(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
