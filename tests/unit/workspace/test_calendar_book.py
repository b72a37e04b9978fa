"""What stands in calendars is remembered, so that it can be taken out again, and no longer than needed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from desktop.clock import today
from desktop.errors import NotWrittenError
from desktop.text import say, wording
from desktop.workspace.calendar_export import Export, write_calendar
from desktop.workspace.due import Due
from tests.desks import Desk, a_firm


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk")


def a_due(uid: str) -> Due:
    return Due(uid, "call", date(2026, 12, 1), 1, "Panificio", 1)


def written(desk: Desk, file: Path, *, of: int | None = None) -> dict[str, tuple[str, str]]:
    """Uid, status and title of what a calendar file says, of one company or all."""
    due = tuple(each for each in desk.workspace.reminders.due() if of in (None, each.company_id))
    write_calendar(desk.workspace, Export(due, file, wording("en")))
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    return {str(each["uid"]): (str(each["status"]), str(each["summary"])) for each in events}


def test_a_finished_reminder_is_cancelled_and_comes_back_when_that_is_undone(
    desk: Desk, tmp_path: Path
) -> None:
    company = desk.workspace.create_case(a_firm()).company_id
    number = desk.workspace.reminders.add(company, today(), "visit", "")
    [(uid, (status, title))] = written(desk, tmp_path / "a.ics").items()
    assert status == "CONFIRMED"
    desk.workspace.reminders.finish(number)
    for _ in range(2):
        assert written(desk, tmp_path / "a.ics") == {uid: ("CANCELLED", "No longer due: Visit")}
    desk.workspace.reminders.finish(number, is_done=False)
    assert written(desk, tmp_path / "a.ics") == {uid: ("CONFIRMED", title)}


def test_a_step_done_or_no_longer_planned_is_cancelled(desk: Desk, tmp_path: Path) -> None:
    company = desk.workspace.create_case(a_firm()).company_id
    days = desk.workspace._stores.plan_days
    days.replace(company, {"win:backup": today(), "win:updates": today()})
    before = written(desk, tmp_path / "a.ics")
    days.replace(company, {"win:updates": today()})
    after = written(desk, tmp_path / "a.ics")
    assert before.keys() == after.keys()
    assert sorted(status for status, _ in after.values()) == ["CANCELLED", "CONFIRMED"]


def test_a_deleted_company_is_cancelled_without_its_name(desk: Desk, tmp_path: Path) -> None:
    case = desk.workspace.create_case(a_firm())
    desk.workspace.reminders.add(case.company_id, today(), "visit", "")
    [uid] = written(desk, tmp_path / "a.ics")
    desk.workspace.register.erase(case.company_id, "asked for")
    assert written(desk, tmp_path / "a.ics") == {uid: ("CANCELLED", "No longer due: Visit")}


def test_what_is_left_out_of_a_file_is_not_cancelled(desk: Desk, tmp_path: Path) -> None:
    firms = [desk.workspace.create_case(a_firm(name)).company_id for name in ("Forno", "Officina")]
    for company in firms:
        desk.workspace.reminders.add(company, today(), "visit", "")
    written(desk, tmp_path / "a.ics")
    assert [status for status, _ in written(desk, tmp_path / "a.ics", of=firms[0]).values()] == ["CONFIRMED"]


def test_what_is_gone_is_told_for_three_months(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    book, day = desk.workspace.reminders.calendar, today()
    book.note([a_due("a"), a_due("b")], [a_due("a"), a_due("b")])
    book.note([], [a_due("b")])
    clock = [day]
    monkeypatch.setattr("desktop.workspace.calendar_book.today", lambda: clock[0])
    for later, uids in ((89, ["a"]), (90, [])):
        clock[0] = day + timedelta(days=later)
        assert [each.uid for each in book.gone([a_due("b")])] == uids
    book.note([], [a_due("b")])
    assert [row[0] for row in desk.workspace._stores.reader.preferences()["calendar"]] == ["b"]


def test_a_thousand_dates_at_once_do_not_swell_the_file(desk: Desk) -> None:
    book, due = desk.workspace.reminders.calendar, [a_due(str(each)) for each in range(1000)]
    book.note(due, due)
    book.note([], [])
    assert len(book.gone([])) == len(desk.workspace._stores.reader.preferences()["calendar"]) == 500


@given(value=st.recursive(st.none() | st.text(max_size=5) | st.integers(), st.lists, max_leaves=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
def test_what_cannot_be_understood_is_as_if_nothing_was_written(desk: Desk, value: object) -> None:
    desk.workspace._stores.desk.save_preference("calendar", value)
    assert desk.workspace.reminders.calendar.gone([]) == ()


def test_the_file_is_written_where_nothing_can_be_noted(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    company = desk.workspace.create_case(a_firm()).company_id
    desk.workspace.reminders.add(company, today(), "visit", "")

    def full(*_: object) -> None:
        raise NotWrittenError(say("the disk is full"))

    monkeypatch.setattr(desk.workspace._stores.desk, "save_preference", full)
    assert len(written(desk, tmp_path / "a.ics")) == 1
