"""The two tables of the room: events, and the visitors of one of them."""

from datetime import datetime

from desktop.content.library import Library
from desktop.storage.event_values import StoredEvent, StoredVisitor
from desktop.text import Wording
from desktop.ui.hub.events.words import (
    firm_in_words,
    score_in_words,
    score_of,
    visitor_name,
)
from desktop.ui.row_table import Column, RowTableModel


class EventTableModel(RowTableModel[StoredEvent]):
    """Events with their counts."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(
            (
                Column(wording("Event"), _name, _name_key),
                Column(wording("Day"), _Day(wording), _held_on),
                Column(wording("Visitors"), _visitors, _visitors_key, is_number=True),
                Column(wording("On the list"), _listed, _listed_key, is_number=True),
                Column(wording("Assessed again"), _later, _later_key, is_number=True),
                Column(wording("State"), _State(wording), _State(wording)),
            )
        )

    def number_of(self, event_id: int | None) -> int:
        """The row of an event; the first one where it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.id == event_id), 0)


class VisitorTableModel(RowTableModel[StoredVisitor]):
    """Visitors; those on the list by the name of their company."""

    def __init__(self, library: Library, wording: Wording) -> None:
        firm, score = _Firm(library, wording), _Score(wording)
        super().__init__(
            (
                Column(wording("Visitor"), _Name(wording), _Name(wording)),
                Column(wording("Company"), firm, firm),
                Column(wording("Score"), score, _score_key, is_number=True),
                Column(wording("When"), _When(wording), _came_at),
            )
        )


def _name(event: StoredEvent) -> str:
    return ", ".join(filter(None, (event.name, event.place)))


def _name_key(event: StoredEvent) -> str:
    return event.name.casefold()


def _held_on(event: StoredEvent) -> str:
    return event.held_on.isoformat()


def _visitors(event: StoredEvent) -> str:
    return str(event.visitors)


def _visitors_key(event: StoredEvent) -> int:
    return event.visitors


def _listed(event: StoredEvent) -> str:
    return str(event.count("listed"))


def _listed_key(event: StoredEvent) -> int:
    return event.count("listed")


def _later(event: StoredEvent) -> str:
    return str(event.later)


def _later_key(event: StoredEvent) -> int:
    return event.later


def _came_at(visitor: StoredVisitor) -> str:
    return visitor.came_at.isoformat()


def _score_key(visitor: StoredVisitor) -> float:
    found = score_of(visitor.scores)
    return -1.0 if found is None else found


class _InWords:
    """Words for a row, in a language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording


class _Day(_InWords):
    def __call__(self, event: StoredEvent) -> str:
        return self._wording.day(event.held_on)


class _State(_InWords):
    def __call__(self, event: StoredEvent) -> str:
        return self._wording("Ended") if event.ended_at else self._wording("Open")


class _Name(_InWords):
    def __call__(self, visitor: StoredVisitor) -> str:
        return visitor_name(visitor, self._wording)


class _Score(_InWords):
    def __call__(self, visitor: StoredVisitor) -> str:
        return score_in_words(visitor.scores, self._wording)


class _When(_InWords):
    def __call__(self, visitor: StoredVisitor) -> str:
        return in_local_time(visitor.came_at, self._wording)


class _Firm(_InWords):
    def __init__(self, library: Library, wording: Wording) -> None:
        super().__init__(wording)
        self._library = library

    def __call__(self, visitor: StoredVisitor) -> str:
        return firm_in_words(visitor.firm, self._library, self._wording)


def in_local_time(moment: datetime, wording: Wording) -> str:
    """Day and time as the clock here shows them."""
    local = moment.astimezone()
    return f"{wording.short_date(local.date())}, {local:%H:%M}"
