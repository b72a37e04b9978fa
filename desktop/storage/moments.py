"""Moments as they stand in the workspace's file, and the moment it is where the workspace is."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from desktop.clock import now

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

AHEAD: Final = "ahead"
"""In `Session.info`: by how much the server's clock is ahead of this computer's, as timedelta."""


def moment(text: str) -> datetime:
    """A stored moment, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def now_in(session: "Session") -> datetime:
    """The moment by the clock that all desks share: the server's, or this computer's where there is none."""
    ahead: timedelta = session.info.get(AHEAD, timedelta())
    return now() + ahead
