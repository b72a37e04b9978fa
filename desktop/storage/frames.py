"""The names that the places of lines of digits stand for."""

import json

from desktop.storage.rows import Rows

_FRAMES = "SELECT id, names FROM frame WHERE kind = :kind ORDER BY id"


def frames_of(rows: Rows, kind: str) -> dict[int, tuple[str, ...]]:
    """The names of a kind of frames, dimensions or competences, by number; a damaged one has none."""
    found: dict[int, tuple[str, ...]] = {}
    for row in rows(_FRAMES, kind=kind):
        try:
            names = json.loads(row["names"])
        except (TypeError, ValueError):
            continue
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            found[int(row["id"])] = tuple(names)
    return found
