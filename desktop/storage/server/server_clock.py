"""The server's clock, by which all desks date what they write: theirs may be wrong, each in its own way."""

from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any, Final

from psycopg import Connection

from desktop.clock import now

_NOW: Final = "SELECT extract(epoch FROM clock_timestamp())"
_STEP: Final = 2.0  # seconds that a clock may gain or lose before it counts as set anew


class ServerClock:
    """Knows by how much it is ahead of this computer's clock, as exactly as the way there is short."""

    def __init__(self) -> None:
        self.ahead = timedelta()
        self._looked_at, self._ticks = now(), monotonic()

    def look(self, connection: Connection[Any]) -> None:
        """Compare both."""
        began = now()
        [seconds] = connection.execute(_NOW).fetchone() or (began.timestamp(),)
        ended = now()
        connection.rollback()
        self.ahead = datetime.fromtimestamp(float(seconds), UTC) - (began + (ended - began) / 2)
        self._looked_at, self._ticks = ended, monotonic()

    @property
    def is_doubted(self) -> bool:
        """Whether somebody set this computer's clock since, or the computer slept."""
        passed = (now() - self._looked_at).total_seconds()
        return abs(passed - (monotonic() - self._ticks)) > _STEP

    def now(self) -> datetime:
        """The moment by the server's clock."""
        return now() + self.ahead
