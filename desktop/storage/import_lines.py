"""The reports of imports as they stand among the preferences, and what is forgotten in them."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from desktop.storage.preference import plain_of, preference
from desktop.storage.rows import Rows

MARK: Final = "import-"
"""Begins the names of all preferences that belong to imports; they may be large."""
HEAD, LINES = f"{MARK}report:", f"{MARK}lines:"
FIND_LINES = "SELECT name, value FROM preference WHERE name LIKE 'import-lines:%' AND value LIKE :about"
_READ = "SELECT value FROM preference WHERE name = :name"
_WRITE = "UPDATE preference SET value = :value WHERE name = :name"
_STAYS = ("kind",)


def lines_about(rows: Rows, names: Collection[str]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """What kept reports tell of a company of these UUIDs or codes: the head of each report, and the line."""
    parts = {row["name"]: row["value"] for name in names for row in rows(FIND_LINES, about=f"%{name}%")}
    for part, text in sorted(parts.items()):
        head = preference(rows, HEAD + part.removeprefix(LINES).rpartition(":")[0])
        found = plain_of(text)
        for line in found if isinstance(found, list) else ():
            if isinstance(line, dict) and line.get("company") in names and isinstance(head, dict):
                yield head, line


def forget_in_reports(run: Callable[[str, Mapping[str, str]], Any], names: Collection[str]) -> None:
    """Let reports say no more of a company of these UUIDs or codes; its files are still counted.

    `run` runs a statement with named values and gives a cursor.
    """
    for name in names:
        for part, text in run(FIND_LINES, {"about": f"%{name}%"}).fetchall():
            lines, files = _without(text, names)
            run(_WRITE, {"value": lines, "name": part})
            head = HEAD + part.removeprefix(LINES).rpartition(":")[0]
            for (told,) in run(_READ, {"name": head}).fetchall():
                run(_WRITE, {"value": _without_given(told, files), "name": head})


def _without(text: str, names: Collection[str]) -> tuple[str, frozenset[str]]:
    """Lines as they are kept, without what they say of a company, and the files they said it of."""
    found = plain_of(text)
    if not isinstance(found, list):
        return text, frozenset()
    of_it = [line for line in found if isinstance(line, dict) and line.get("company") in names]
    files = {Path(str(each)).name for line in of_it for each in line.get("files", ())}
    told = [_forgotten(line) if line in of_it else line for line in found]
    return json.dumps(told, ensure_ascii=False), frozenset(files)


def _forgotten(line: dict[str, Any]) -> dict[str, Any]:
    return {name: line[name] for name in _STAYS if name in line} | {"is_forgotten": True}


def _without_given(text: str, files: Collection[str]) -> str:
    """The head of a report without these files among those that were given."""
    head = plain_of(text)
    if not isinstance(head, dict) or not isinstance(head.get("given"), list):
        return text
    given = [each for each in head["given"] if each not in files]
    return json.dumps(head | {"given": given}, ensure_ascii=False)
