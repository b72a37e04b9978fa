"""All-day events as a calendar file (iCalendar, RFC 5545) that any calendar program takes in."""

from collections.abc import Iterable, Iterator
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
_ALARM = b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15H\r\n"  # at nine the day before
_NEVER_FOLDED = 18  # letters, of four bytes each at most
_OTHER_NAME = say("A calendar file has a name that ends in .ics, and {path} has not: choose another name.")
_NO_CALENDAR = say("{path} is not a calendar file and stays as it is: choose another name.")
_NOT_WRITTEN = say("The calendar could not be written to {path}: {reason}.")


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day; `uid` is the same whenever it is written again, so that calendars replace it.

    What `is_gone` was written before and is no longer due: calendars cross it out or take it away.
    """

    uid: str
    day: date
    title: str
    kind: str
    is_gone: bool = False


def calendar_bytes(events: Iterable[Event], name: str, written_at: datetime) -> bytes:
    """A calendar with an alarm for each event at nine the day before, unless it is gone.

    The number of the version (SEQUENCE) is the second of writing, as nothing is remembered of earlier files:
    what is written later replaces what was written before. Lines are written one by one, the same ones once:
    a component of the library for each event and alarm took ten seconds for 30,000 events.
    """
    sequence = int((written_at - _FIRST_SECOND).total_seconds())
    stamp = f"{written_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    head = ("VERSION:2.0", f"PRODID:{_MADE_BY}", "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}")
    same = f"DTSTAMP:{stamp}\r\nSEQUENCE:{sequence}\r\nTRANSP:TRANSPARENT\r\n".encode()
    written = [b"BEGIN:VCALENDAR\r\n", *map(_line, head)]
    for each in events:
        written += _event(each, same)
    written.append(b"END:VCALENDAR\r\n")
    return b"".join(written)


def _event(event: Event, same: bytes) -> Iterator[bytes]:
    title = _text(event.title)
    yield b"BEGIN:VEVENT\r\n"
    yield _line(f"SUMMARY:{title}")
    yield _line(f"DTSTART;VALUE=DATE:{_day(event.day)}")
    yield _line(f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}")
    yield _line(f"UID:{_text(event.uid)}")
    yield _line(f"CATEGORIES:{_text(event.kind)}")
    yield same
    if event.is_gone:
        yield b"STATUS:CANCELLED\r\n"
    else:
        yield b"STATUS:CONFIRMED\r\n"  # also where it was cancelled before, and is due after all
        yield _ALARM
        yield _line(f"DESCRIPTION:{title}")
        yield b"END:VALARM\r\n"
    yield b"END:VEVENT\r\n"


def _text(words: str) -> str:
    from icalendar import vText

    return vText(words).to_ical().decode()


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _line(words: str) -> bytes:
    """A line, folded where it is long."""
    if len(words) <= _NEVER_FOLDED:
        return f"{words}\r\n".encode()
    from icalendar.parser import Contentline

    folded: bytes = Contentline(words).to_ical()  # type: ignore[no-untyped-call]
    return folded + b"\r\n"


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
