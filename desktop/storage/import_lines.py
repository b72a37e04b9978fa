"""The reports of imports as they stand among the preferences, and what is forgotten in them."""

import json
from collections.abc import Collection
from typing import Any, Final

MARK: Final = "import-"
"""Begins the names of all preferences that belong to imports; they may be large."""
HEAD, LINES = f"{MARK}report:", f"{MARK}lines:"
FIND_LINES = "SELECT name, value FROM preference WHERE name LIKE 'import-lines:%' AND instr(value, ?)"
WRITE_LINES = "UPDATE preference SET value = ? WHERE name = ?"
_STAYS = ("kind",)


def without(text: str, names: Collection[str]) -> str:
    """Lines as they are kept, in which nothing is said any more of a company of these UUIDs or codes."""
    try:
        found = json.loads(text)
    except ValueError:
        return text
    if not isinstance(found, list):
        return text
    return json.dumps([_forgotten(line, names) for line in found], ensure_ascii=False)


def _forgotten(line: Any, names: Collection[str]) -> Any:
    """What became of a file is still counted."""
    if not isinstance(line, dict) or line.get("company") not in names:
        return line
    return {name: line[name] for name in _STAYS if name in line} | {"is_forgotten": True}
