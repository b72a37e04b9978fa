"""Which versions of questionnaires and of the agreement are referred to by what is kept."""

import json
from collections.abc import Iterator
from typing import Any

from desktop.content.editions.former import Versions
from desktop.storage.database import Database

_ANSWERED = "SELECT DISTINCT questionnaire_id, version FROM assessment"
_AGREED = "SELECT DISTINCT text_version FROM consent"
_MOVED = "SELECT questionnaires AS told FROM move"
_CHANGED = """
SELECT before AS told FROM change WHERE what IN ('questionnaires', 'move') AND before IS NOT NULL
UNION SELECT after FROM change WHERE what IN ('questionnaires', 'move') AND after IS NOT NULL
"""


def version_uses(database: Database) -> Versions:
    """All that is referred to, also what undoing would bring back.

    Call it in a worker thread: it reads the history of all rounds.
    """
    with database.reading() as rows:
        found = {(row["questionnaire_id"], row["version"]) for row in rows(_ANSWERED)}
        for query in (_MOVED, _CHANGED):
            for row in rows(query):
                found.update(_pairs(json.loads(row["told"])))
        agreements = frozenset(row["text_version"] for row in rows(_AGREED))
    return Versions(frozenset(found), agreements)


def _pairs(value: Any) -> Iterator[tuple[str, str]]:
    """Everything in a cell that names a questionnaire with its version."""
    if isinstance(value, dict):
        match value:
            case {"id": str(name), "version": str(version)}:
                yield name, version
        for inner in value.values():
            yield from _pairs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(inner)
