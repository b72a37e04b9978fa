"""The day on the wall calendar, and the moment."""

from datetime import UTC, date, datetime


def today() -> date:
    """The computer's day, in its own time zone: what people write on paper."""
    return date.today()  # noqa: DTZ011 - the day on the wall calendar is meant


def now() -> datetime:
    """The moment by the computer's clock, which may be wrong."""
    return datetime.now(UTC)
