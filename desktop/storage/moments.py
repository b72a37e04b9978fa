"""Moments as they stand in the workspace's file."""

from datetime import UTC, datetime


def moment(text: str) -> datetime:
    """A stored moment, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
