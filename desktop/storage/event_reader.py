"""Events and their visitors, read in plain SQL."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.storage.database import Database
from desktop.storage.event_values import CHOICES, Choice, OpenVisit, StoredEvent, StoredVisitor
from desktop.storage.moments import moment
from desktop.storage.own_drafts import OwnDrafts
from desktop.storage.reader import read_whole
from desktop.storage.rows import Row

_LATER = """
(SELECT count(DISTINCT visitor.id) FROM visitor JOIN round ON round.id = visitor.round_id
 JOIN round AS later ON later.company_id = round.company_id AND later.started_at > round.started_at
 WHERE visitor.event_id = event.id)
"""
_EVENTS = f"""
SELECT event.*, {_LATER} AS later FROM event ORDER BY event.held_on DESC, event.id DESC
"""  # noqa: S608 - no value of anybody's
_COUNTS = "SELECT event_id, choice, count(*) AS count FROM visitor GROUP BY event_id, choice"
_VISITORS = """
SELECT visitor.*, event.name AS event, company.name AS company FROM visitor
JOIN event ON event.id = visitor.event_id
LEFT JOIN round ON round.id = visitor.round_id LEFT JOIN company ON company.id = round.company_id
WHERE visitor.event_id = :event ORDER BY visitor.came_at DESC, visitor.id DESC
"""
_OPEN = """
SELECT visitor.id, visitor.came_at, visitor.draft, event.name AS event FROM visitor
JOIN event ON event.id = visitor.event_id
WHERE visitor.event_id = :event AND visitor.choice = 'open' ORDER BY visitor.id DESC
"""


class EventReader:
    """The events of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._drafts = OwnDrafts(database)

    def events(self) -> tuple[StoredEvent, ...]:
        """All events, the latest first."""
        with self._database.reading() as rows:
            counts: dict[int, dict[Choice, int]] = {}
            for row in rows(_COUNTS):
                found = counts.setdefault(row["event_id"], {})
                found[_choice(row)] = found.get(_choice(row), 0) + row["count"]
            return tuple(_event(row, counts.get(row["id"], {})) for row in rows(_EVENTS))

    def visitors(self, event_id: int) -> tuple[StoredVisitor, ...]:
        """The visitors of an event, the last one first."""
        with self._database.reading() as rows:
            return tuple(_visitor(row) for row in rows(_VISITORS, event=event_id))

    def open_visits(self, event_id: int) -> tuple[OpenVisit, ...]:
        """Visits of this desk that did not come to an end, the last one first."""
        with self._database.reading() as rows:
            found = tuple(_open_visit(row) for row in rows(_OPEN, event=event_id))
        if not self._drafts.are_apart:
            return found
        own = self._drafts.read()
        return tuple(replace(each, draft=own[each.id]) for each in found if each.id in own)


def _event(row: Row, counts: Mapping[Choice, int]) -> StoredEvent:
    with read_whole(row["name"]):
        return StoredEvent(
            id=row["id"],
            uid=str(row["uid"]),
            name=str(row["name"]),
            place=str(row["place"]),
            held_on=date.fromisoformat(row["held_on"]),
            ended_at=moment(row["ended_at"]) if row["ended_at"] else None,
            counts=counts,
            later=row["later"],
        )


def _open_visit(row: Row) -> OpenVisit:
    with read_whole(row["event"]):
        return OpenVisit(row["id"], moment(row["came_at"]), str(row["draft"]))


def _visitor(row: Row) -> StoredVisitor:
    with read_whole(row["company"] or row["event"]):
        return StoredVisitor(
            id=row["id"],
            came_at=moment(row["came_at"]),
            choice=_choice(row),
            firm=_plain(row["firm"]),
            scores=_plain(row["scores"]),
            round_id=row["round_id"],
            company=str(row["company"] or ""),
        )


def _choice(row: Row) -> Choice:
    """A later version's own choices count as gone."""
    found = str(row["choice"])
    return next((each for each in CHOICES if each == found), "gone")


def _plain(text: object) -> Mapping[str, Any]:
    try:
        found = json.loads(str(text))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
