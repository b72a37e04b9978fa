"""A preference of the desk, as it is kept."""

import json
from typing import Any

from desktop.storage.database import Rows

_PREFERENCE = "SELECT value FROM preference WHERE name = :name"


def preference(rows: Rows, name: str) -> Any:
    """A preference as plain JSON value; None where there is none that can be read."""
    found = next(iter(rows(_PREFERENCE, name=name)), None)
    try:
        return None if found is None else json.loads(found["value"])
    except (TypeError, ValueError):
        return None
