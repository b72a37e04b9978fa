"""A preference of the desk, as it is kept."""

import json
from collections.abc import Iterable
from typing import Any

from desktop.storage.rows import Question, Row, Rows

OF_THE_HUB = ("target_companies", "target_by", "retention_months", "chase_letters", "report_hub")
"""Preferences that all desks of a server share."""
_PREFERENCE = "SELECT value FROM preference WHERE name = :name"
PREFERENCES = Question(
    "SELECT name, value FROM preference WHERE name IN (SELECT value FROM json_each(:names))", of="preference"
)
_LIKE = "SELECT name, value FROM preference WHERE name LIKE :pattern ORDER BY name"


def preference(rows: Rows, name: str) -> Any:
    """A preference as plain JSON value; None where there is none that can be read."""
    found = next(iter(rows(_PREFERENCE, name=name)), None)
    return None if found is None else plain_of(found["value"])


def preferences(rows: Rows, names: Iterable[str]) -> dict[str, Any]:
    """Those of some preferences that are kept, as plain JSON values by name; None where unreadable."""
    return by_name(rows(PREFERENCES, names=json.dumps(list(names))))


def preferences_like(rows: Rows, pattern: str) -> dict[str, Any]:
    """The preferences whose names fit a pattern, in the order of their names; None where unreadable."""
    return by_name(rows(_LIKE, pattern=pattern))


def by_name(rows: Iterable[Row]) -> dict[str, Any]:
    """Preferences that were read, as plain JSON values by name; None where unreadable."""
    return {row["name"]: plain_of(row["value"]) for row in rows}


def plain_of(value: Any) -> Any:
    """The plain JSON value that was kept; None where it cannot be read."""
    try:
        return json.loads(value)
    except (TypeError, ValueError):
        return None
