"""The events of a hub, and event mode: which event's stand this computer is, and what ends it."""

from datetime import date
from typing import Any

from desktop.content.company import writable
from desktop.content.library import Library
from desktop.content.questionnaires.questionnaire import Questionnaire
from desktop.errors import SestanteError
from desktop.storage.event_values import StoredEvent, StoredVisitor, VisitEnd
from desktop.text import say
from desktop.workspace.events.leaving_code import locked_code, opens
from desktop.workspace.events.stand import Stand
from desktop.workspace.events.take_home import TakeHome, take_home
from desktop.workspace.events.visit import Visit
from desktop.workspace.offers import Offers
from desktop.workspace.outgoing import Outgoing
from desktop.workspace.stores import Stores

_MODE, _ASKED = "event-mode", "event-questionnaires"
_LONGEST = 200
_NO_NAME = say("An event needs a name, such as the fair's. Write one.")
_NOTHING_ASKED = say("This edition has no questionnaire for visitors.")


class Events:
    """Events, their visitors, and the mode this computer is in. Every save is on disk when it returns."""

    def __init__(self, library: Library, stores: Stores) -> None:
        self._library = library
        self._stores = stores

    def all(self) -> tuple[StoredEvent, ...]:
        """All events, the latest first."""
        return self._stores.happened.events()

    def visitors(self, event_id: int) -> tuple[StoredVisitor, ...]:
        """The visitors of an event, the last one first; names are those of companies on the list alone."""
        return self._stores.happened.visitors(event_id)

    def create(self, name: str, place: str, held_on: date) -> int:
        """A new event; returns its number. SestanteError where it has no name."""
        return self._stores.hub.events.create(_named(name), _line(place), held_on)

    def change(self, event_id: int, name: str, place: str, held_on: date) -> None:
        """Call it otherwise, or say another place or day. SestanteError where it has no name."""
        self._stores.hub.events.change(event_id, _named(name), _line(place), held_on)

    def end(self, event_id: int, *, is_over: bool = True) -> None:
        """Say that it is over, or goes on after all."""
        self._stores.hub.events.end(event_id, is_over=is_over)

    def delete(self, event_id: int) -> None:
        """Remove an event that nobody came to."""
        self._stores.hub.events.delete(event_id)

    @property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """What visitors can be asked, the usual one first."""
        return Offers(self._library).for_visitors()

    def asks(self, event: StoredEvent) -> str:
        """The questionnaire chosen for an event last; empty for the usual one."""
        found = self._kept(_ASKED).get(event.uid)
        return found if isinstance(found, str) else ""

    def enter_mode(self, event_id: int, code: str = "", asks: str = "") -> None:
        """From now on this computer is the event's stand, also after a restart, until the mode is left.

        `asks` is the id of the questionnaire; empty for the usual one. SestanteError for a code that is too
        short, or where there is nothing to ask.
        """
        if not self._library.questionnaires:
            raise SestanteError(_NOTHING_ASKED)
        event = self._event(event_id)
        if event is not None:
            kept = {"event": event.uid, "code": locked_code(code)}
            self._stores.desk.save_preference(_ASKED, {**self._kept(_ASKED), event.uid: asks})
            self._stores.desk.save_preference(_MODE, kept)

    def leave_mode(self) -> None:
        """Be nobody's stand any more; who was in the middle, as after a power cut, has gone."""
        for event in self.all():
            for visit in self._stores.happened.open_visits(event.id) if event.count("open") else ():
                self._stores.hub.events.close(visit.id, "gone", VisitEnd({}, {}))
        self._stores.desk.save_preference(_MODE, None)

    @property
    def is_stand(self) -> bool:
        """Whether this computer is an event's stand, told at once."""
        return "event" in self._mode

    @property
    def stand(self) -> Stand | None:
        """The stand this computer is; None where it is none, or its event is gone."""
        uid = self._mode.get("event")
        found = next((each for each in self.all() if each.uid == uid), None) if uid else None
        if found is None:
            return None
        library = self._library
        return Stand(library, self._stores, found, library.hub_desk, self.asks(found))

    @property
    def has_code(self) -> bool:
        """Whether a code ends event mode."""
        return self._mode.get("code") is not None

    def is_code(self, text: str) -> bool:
        """Whether a text is that code; takes some 50 ms."""
        return opens(self._mode.get("code"), text)

    def take_home(self, stand: Stand, visit: Visit) -> TakeHome:
        """What a visitor can take home; the solver runs here, so call it in a worker thread."""
        return take_home(stand, Outgoing(self._stores), visit)

    @property
    def _mode(self) -> dict[str, Any]:
        return self._kept(_MODE)

    def _kept(self, name: str) -> dict[str, Any]:
        found = self._stores.reader.preference(name)
        return found if isinstance(found, dict) else {}

    def _event(self, event_id: int) -> StoredEvent | None:
        return next((each for each in self.all() if each.id == event_id), None)


def _line(text: str) -> str:
    return writable(text)[:_LONGEST]


def _named(text: str) -> str:
    name = _line(text)
    if not name:
        raise SestanteError(_NO_NAME)
    return name
