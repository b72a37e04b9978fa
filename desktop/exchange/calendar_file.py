"""All-day events as a calendar file (iCalendar, RFC 5545) that any calendar program takes in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop import VERSION
from desktop.errors import SestanteError, system_reason
from desktop.text import say
from desktop.whole_files import replace_whole

SUFFIX = ".ics"
_MADE_BY = f"-//Sestante//Sestante {VERSION}//EN"
_BEGIN, _BOM = b"BEGIN:VCALENDAR", b"\xef\xbb\xbf"
_FIRST_SECOND = datetime(2020, 1, 1, tzinfo=UTC)
_NINE_THE_DAY_BEFORE = timedelta(hours=-15)
_OTHER_NAME = say("A calendar file has a name that ends in .ics, and {path} has not: choose another name.")
_NO_CALENDAR = say("{path} is no calendar file and stays as it is: choose another name.")
_NOT_WRITTEN = say("The calendar could not be written to {path}: {reason}.")


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day; `uid` is the same whenever it is written again, so that calendars replace it."""

    uid: str
    day: date
    title: str
    kind: str


def calendar_bytes(events: Iterable[Event], name: str, written_at: datetime) -> bytes:
    """A calendar with an alarm for each event at nine the day before.

    The number of the version (SEQUENCE) is the second of writing, as nothing is remembered of earlier files:
    what is written later replaces what was written before.
    """
    from icalendar import Alarm, Calendar
    from icalendar import Event as CalendarEvent

    calendar = Calendar()
    for key, value in (
        ("prodid", _MADE_BY),
        ("version", "2.0"),
        ("method", "PUBLISH"),
        ("x-wr-calname", name),
    ):
        calendar.add(key, value)
    sequence = int((written_at - _FIRST_SECOND).total_seconds())
    for each in events:
        event, alarm = CalendarEvent(), Alarm()
        event.add("uid", each.uid)
        event.add("dtstamp", written_at.astimezone(UTC))
        event.add("sequence", sequence)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", each.title)
        event.add("categories", [each.kind])
        event.add("transp", "TRANSPARENT")
        alarm.add("action", "DISPLAY")
        alarm.add("description", each.title)
        alarm.add("trigger", _NINE_THE_DAY_BEFORE)
        event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def save_calendar(path: Path, data: bytes) -> None:
    """Write the file whole, or leave what was there; nothing but an earlier calendar is replaced.

    SestanteError says why it cannot be written.
    """
    if path.suffix.lower() != SUFFIX:
        raise SestanteError(_OTHER_NAME, path=path)
    try:
        if path.exists() and not _is_calendar(path):
            raise SestanteError(_NO_CALENDAR, path=path)
        replace_whole(path, data)
    except OSError as error:
        raise SestanteError(_NOT_WRITTEN, path=path, reason=system_reason(error)) from error


def _is_calendar(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_BOM) + len(_BEGIN)).removeprefix(_BOM).startswith(_BEGIN)
