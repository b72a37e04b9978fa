"""The day on the wall calendar."""

from datetime import date


def today() -> date:
    """The computer's day, in its own time zone: what people write on paper."""
    return date.today()  # noqa: DTZ011 - the day on the wall calendar is meant
