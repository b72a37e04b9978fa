"""Calendar files: read back they say the same, and they keep to the rules of the format."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from desktop.errors import SestanteError
from desktop.exchange.calendar_file import Event, calendar_bytes, save_calendar

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
VISIT = Event("u-1", date(2026, 12, 1), "Panificio Lorusso · Visita", "Visita")
_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200)


def events_in(data: bytes) -> list[Calendar]:
    return Calendar.from_ical(data).walk("VEVENT")


@given(
    events=st.lists(
        st.builds(Event, st.uuids().map(str), st.dates(max_value=date(9000, 1, 1)), _TEXT, _TEXT), max_size=5
    )
)
def test_events_are_read_back_and_lines_are_short(events: list[Event]) -> None:
    data = calendar_bytes(events, "Sestante", NOW)
    found = [(each["uid"], each["dtstart"].dt, str(each["summary"])) for each in events_in(data)]
    assert found == [(each.uid, each.day, each.title) for each in events]
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_an_event_lasts_its_day_and_rings_the_day_before() -> None:
    [event] = events_in(calendar_bytes([VISIT], "Sestante", NOW))
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event["dtstamp"].dt == NOW
    [alarm] = event.walk("VALARM")
    assert timedelta(days=-1) <= alarm["trigger"].dt < timedelta(0)


def test_what_is_written_later_replaces_what_was_before() -> None:
    [before] = events_in(calendar_bytes([VISIT], "Sestante", NOW))
    [after] = events_in(calendar_bytes([VISIT], "Sestante", NOW + timedelta(seconds=1)))
    assert before["uid"] == after["uid"]
    assert 0 <= before["sequence"] < after["sequence"] < 2**31


def test_what_is_gone_is_cancelled_without_an_alarm_and_comes_back() -> None:
    gone = replace(VISIT, title="No longer due: Visita", is_gone=True)
    later = [NOW + timedelta(seconds=each) for each in range(3)]
    files = [
        calendar_bytes([each], "Sestante", at) for each, at in zip((VISIT, gone, VISIT), later, strict=True)
    ]
    [first], [second], [third] = map(events_in, files)
    assert {each["uid"] for each in (first, second, third)} == {"u-1"}
    assert [str(each["status"]) for each in (first, second, third)] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert first["sequence"] < second["sequence"] < third["sequence"]
    assert first["dtstamp"].dt < second["dtstamp"].dt < third["dtstamp"].dt
    assert not second.walk("VALARM")


def test_long_names_with_accents_are_folded_between_letters() -> None:
    title = "Caffè così là più perché " * 8
    data = calendar_bytes([Event("u", VISIT.day, title.strip(), "k")], "Sestante", NOW)
    for line in data.split(b"\r\n"):
        line.decode()  # a letter torn in two could not be read
    assert str(events_in(data)[0]["summary"]) == title.strip()


def test_only_a_calendar_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "due.ics"
    save_calendar(path, calendar_bytes([VISIT], "Sestante", NOW))
    save_calendar(path, calendar_bytes([], "Sestante", NOW))
    assert not events_in(path.read_bytes())
    path.write_text("my diary")
    with pytest.raises(SestanteError, match="stays as it is"):
        save_calendar(path, b"")
    assert path.read_text() == "my diary"
    for name in ("due.txt", "there/is/none.ics"):
        with pytest.raises(SestanteError):
            save_calendar(tmp_path / name, b"BEGIN:VCALENDAR")
